import type { FailureCode } from '../../../model/failure.ts';
import { failureCodeOf } from '../speech/problem-text.ts';

/** `share` of the bytes that are sent, 0 to 1. */
export type SendState = { readonly name: string; readonly share: number };

export type SendEvents = {
  readonly progress: (share: number) => void;
  readonly failed: (code: FailureCode) => void;
};

/** Sends the pages of one letter and goes to its page. Gives a function that stops it. */
export function sendLetter(files: readonly File[], language: string, events: SendEvents): () => void {
  const form = new FormData();
  for (const file of files) form.append('letter', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', '/v1/letters');
  request.responseType = 'json';
  // Long enough for a clear PDF: then the result is the next page, without a stop at the waiting page.
  request.setRequestHeader('Prefer', 'wait=3');
  request.upload.addEventListener('progress', ({ loaded, total }) => events.progress(total > 0 ? loaded / total : 0));
  request.addEventListener('load', () => {
    const answer: { readonly id?: unknown; readonly code?: unknown } | null = request.response;
    if (request.status < 300 && typeof answer?.id === 'string')
      location.assign(`/letters/${answer.id}?lang=${language}`);
    else {
      const code = failureCodeOf(answer?.code);
      const letter = request.getResponseHeader('Location')?.replace('/v1/', '/');
      // Its own page asks for the password.
      if (code === 'file-encrypted' && letter !== undefined) {
        location.assign(`${letter}?lang=${language}`);
        return;
      }
      forget(request.getResponseHeader('Location'));
      events.failed(code);
    }
  });
  request.addEventListener('error', () => events.failed('internal'));
  request.send(form);
  return () => request.abort();
}

/** A letter that can't be read is of no use to anybody: nothing of it stays. */
function forget(address: string | null): void {
  if (address !== null) void fetch(address, { method: 'DELETE' }).catch(() => {});
}
