import type { FailureCode } from '../../../model/failure.ts';
import { failureCodeOf } from '../speech/problem-text.ts';

export type BatchSending = { readonly done: number; readonly total: number };

export type BatchEvents = {
  readonly progress: (done: number) => void;
  readonly finished: (batch: string) => void;
  readonly failed: (code: FailureCode) => void;
};

/** Files and bytes of one part: small enough that a lost one costs little. */
const partFiles = 40;
const partBytes = 30_000_000;
const tries = 4;

/** Files in parts that can be sent one after another. */
function partsOf(files: readonly File[]): readonly (readonly File[])[] {
  const parts: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = parts.at(-1);
    if (last === undefined || last.length === partFiles || bytes + file.size > partBytes) {
      parts.push([file]);
      bytes = 0;
    } else last.push(file);
    bytes += file.size;
  }
  return parts;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

function bodyOf(files: readonly File[], name: string): FormData {
  const body = new FormData();
  if (name !== '') body.append('name', name);
  for (const file of files) body.append('letters', file, file.name);
  return body;
}

/** Sends one part, again when the server is busy or the line broke. Gives the batch's id or why it can't be sent. */
async function sendPart(
  address: string,
  files: readonly File[],
  name: string,
  signal: AbortSignal,
): Promise<{ id?: string; code?: FailureCode }> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(address, { method: 'POST', body: bodyOf(files, name), signal }).catch(() => undefined);
    const answer: { id?: string; code?: unknown } = (await response?.json().catch(() => ({}))) ?? {};
    if (response?.ok === true && answer.id !== undefined) return { id: answer.id };
    const passing = response === undefined || response.status === 429 || response.status >= 500;
    if (signal.aborted || !passing || attempt === tries) return { code: failureCodeOf(answer.code) };
    await pause(500 * 2 ** attempt);
  }
}

async function sendParts(
  files: readonly File[],
  name: string,
  events: BatchEvents,
  signal: AbortSignal,
): Promise<void> {
  let batch: string | undefined;
  let done = 0;
  for (const part of partsOf(files)) {
    const address = batch === undefined ? '/v1/batches' : `/v1/batches/${batch}/letters`;
    const { id, code = 'internal' } = await sendPart(address, part, batch === undefined ? name : '', signal);
    if (signal.aborted) return;
    if (id === undefined) {
      events.failed(code);
      return;
    }
    batch = id;
    done += part.length;
    events.progress(done);
  }
  if (batch !== undefined) events.finished(batch);
}

/** Sends many files as one batch. Gives a function that stops it; what was sent stays. */
export function sendBatch(files: readonly File[], name: string, events: BatchEvents): () => void {
  const control = new AbortController();
  void sendParts(files, name, events, control.signal);
  return () => control.abort();
}
