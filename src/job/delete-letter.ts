import { letterTopic } from '../seam/events.ts';
import { findLetter } from './find-letter.ts';
import type { Tools } from './tools.ts';

/** Removes the file, what was read of it, its pictures and its report. Throws not-found. */
export async function deleteLetter(tools: Tools, owner: string, id: string): Promise<void> {
  const letter = await findLetter(tools, owner, id);
  await tools.letters.remove(owner, letter.id);
  await tools.files.remove(letter.id);
  tools.events.publish(letterTopic(letter.id));
}
