import { Failure } from '../model/failure.ts';
import type { LetterRecord } from '../seam/store.ts';
import type { Tools } from './tools.ts';

/** Throws not-found, in the same words for an id of somebody else and for one that never was. */
export async function findLetter(tools: Tools, owner: string, id: string): Promise<LetterRecord> {
  const letter = await tools.letters.find(owner, { id });
  if (letter === undefined) {
    throw new Failure(
      'not-found',
      'There is no such letter. It may have been deleted; upload it again to have it read.',
    );
  }
  return letter;
}

/** Throws not-done while it is read, and the letter's own problem when it could not be read. */
export async function findReadLetter(tools: Tools, owner: string, id: string): Promise<LetterRecord> {
  const letter = await findLetter(tools, owner, id);
  if (letter.problem !== undefined) throw new Failure(letter.problem.code, letter.problem.detail);
  if (letter.state !== 'done') {
    throw new Failure('not-done', 'The letter is still being read. Ask again in a moment.', {
      facts: { retryAfter: 2 },
    });
  }
  return letter;
}
