import { createHash, randomBytes } from 'node:crypto';
import type { Answers } from '../model/advice.ts';
import { Failure } from '../model/failure.ts';
import { workTopic } from '../seam/events.ts';
import type { Source } from '../seam/reader.ts';
import type { LetterRecord } from '../seam/store.ts';
import { cleanName } from './clean-name.ts';
import { originalKey } from './letter-files.ts';
import type { Tools } from './tools.ts';

export type Upload = {
  readonly owner: string;
  readonly source: Source;
  readonly answers: Answers;
  readonly idempotencyKey?: string;
};

/** `duplicate` is true when the same content was there before: the letter is the earlier one. */
export type Accepted = { readonly letter: LetterRecord; readonly duplicate: boolean };

/** An id that can't be guessed and can't be counted. */
export const makeId = (): string => randomBytes(16).toString('base64url').replaceAll(/^[-_]/g, 'x');

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const newLetter = (upload: Upload, sha256: string, accepted: string): LetterRecord => ({
  id: makeId(),
  owner: upload.owner,
  name: cleanName(upload.source.name),
  bytes: upload.source.bytes.length,
  sha256,
  ...(upload.idempotencyKey === undefined ? {} : { idempotencyKey: upload.idempotencyKey }),
  state: 'waiting',
  pagesDone: 0,
  pagesTotal: 0,
  attempts: 0,
  accepted,
  answers: upload.answers,
  gathered: [],
});

/**
 * Keeps a letter and puts it in line. When it returns, the letter outlives a crash. Throws request-invalid when an
 * idempotency key is used again for another file, and what `checkFile` throws for files that can't be a letter.
 */
export async function acceptLetter(tools: Tools, upload: Upload): Promise<Accepted> {
  const { source, owner, idempotencyKey } = upload;
  const sha256 = sha256Of(source.bytes);
  const known =
    (idempotencyKey === undefined ? undefined : await tools.letters.find(owner, { idempotencyKey })) ??
    (await tools.letters.find(owner, { sha256 }));
  if (known !== undefined) return sameLetter(known, sha256);
  tools.checkFile(source.bytes);
  await checkLine(tools, owner);
  const letter = newLetter(upload, sha256, tools.clock.now().toISOString());
  await tools.files.put(originalKey(letter.id), source.bytes);
  const [kept = letter] = await tools.letters.accept([letter], 'earlier');
  if (kept.id !== letter.id) {
    // Somebody sent the same at the same moment and was first.
    await tools.files.remove(letter.id);
    return sameLetter(kept, sha256);
  }
  tools.events.publish(workTopic);
  return { letter: kept, duplicate: false };
}

/** Single uploads that may wait at one time: more could not be read before people give up. */
const longestLine = 64;

/** Throws busy when the line is full: nothing is kept that would only wait. */
async function checkLine(tools: Tools, owner: string): Promise<void> {
  const { letters } = await tools.letters.list(owner, { state: 'waiting', batch: 'none', limit: longestLine });
  if (letters.length < longestLine) return;
  throw new Failure('busy', 'Too many letters are waiting to be read. Send this one again in a few seconds.', {
    facts: { retryAfter: 5 },
  });
}

function sameLetter(letter: LetterRecord, sha256: string): Accepted {
  if (letter.sha256 !== sha256) {
    throw new Failure(
      'request-invalid',
      'This Idempotency-Key was used before with another file. Send a new key with a new file.',
    );
  }
  return { letter, duplicate: true };
}
