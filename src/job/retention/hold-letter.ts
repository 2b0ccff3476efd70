import type { LetterRecord } from '../../seam/store.ts';
import { findLetter } from '../find-letter.ts';
import type { Tools } from '../tools.ts';

/** Keeps a letter whatever its age and whoever wants it deleted, or ends that. Throws not-found. */
export async function holdLetter(tools: Tools, owner: string, id: string, hold: boolean): Promise<LetterRecord> {
  const letter = await findLetter(tools, owner, id);
  return (await tools.letters.change(owner, id, { hold })) ?? letter;
}
