import type { FailureCode } from '../../../model/failure.ts';
import { failureCodeOf } from '../speech/problem-text.ts';
import { type LetterProgress, watchLetter } from './watch-letter.ts';

/** `share` of the bytes that are sent, 0 to 1; then how far the reading is. */
export type SendState = { readonly name: string; readonly share: number; readonly reading?: LetterProgress };

export type SendEvents = {
  readonly progress: (share: number) => void;
  readonly reading: (progress: LetterProgress) => void;
  readonly failed: (code: FailureCode) => void;
};

type Answer = { readonly id?: unknown; readonly code?: unknown; readonly duplicateOf?: unknown } | null;

/**
 * Sends the pages of one letter, tells how its reading goes, and goes to its page. Gives a function that stops it all:
 * a letter that was taken already is deleted then, unless it was here before.
 */
export function sendLetter(files: readonly File[], language: string, events: SendEvents): () => void {
  const form = new FormData();
  for (const file of files) form.append('letter', file, file.name);
  const request = new XMLHttpRequest();
  let undo = (): void => request.abort();
  request.open('POST', '/v1/letters');
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => events.progress(total > 0 ? loaded / total : 0));
  request.addEventListener('load', () => {
    const answer: Answer = request.response;
    if (request.status >= 300 || typeof answer?.id !== 'string') {
      events.failed(failureCodeOf(answer?.code));
      return;
    }
    const letter = answer.id;
    const stop = follow(letter, language, events);
    undo = () => {
      stop();
      if (answer.duplicateOf === undefined) forget(letter);
    };
  });
  request.addEventListener('error', () => events.failed('internal'));
  request.send(form);
  return () => undo();
}

/** Until the letter is read; its page is next. */
function follow(letter: string, language: string, events: SendEvents): () => void {
  const show = (): void => location.assign(`/letters/${letter}?lang=${language}`);
  return watchLetter(letter, (progress) => {
    if (progress.state === 'done') show();
    else if (progress.state === 'failed') void fail(letter, show, events);
    else events.reading(progress);
  });
}

/** A locked letter's own page asks for the password. Any other that can't be read is of no use: nothing of it stays. */
async function fail(letter: string, show: () => void, events: SendEvents): Promise<void> {
  const answer = await fetch(`/v1/letters/${letter}`).catch(() => undefined);
  const state: { readonly problem?: { readonly code?: unknown } } = answer?.ok === true ? await answer.json() : {};
  const code = failureCodeOf(state.problem?.code);
  if (code === 'file-encrypted') {
    show();
    return;
  }
  forget(letter);
  events.failed(code);
}

function forget(letter: string): void {
  void fetch(`/v1/letters/${letter}`, { method: 'DELETE' }).catch(() => {});
}
