import { Failure } from '../model/failure.ts';
import { letterTopic } from '../seam/events.ts';
import type { LetterRecord } from '../seam/store.ts';
import { findLetter } from './find-letter.ts';
import type { Tools } from './tools.ts';

/** Removes the file, what was read of it, its pictures and its report. Throws not-found, and forbidden while it is held. */
export async function deleteLetter(tools: Tools, owner: string, id: string): Promise<void> {
  const letter = await findLetter(tools, owner, id);
  if (letter.hold === true) {
    throw new Failure('forbidden', 'The letter is on hold, so it can’t be deleted. End the hold first.', {
      facts: { held: 1 },
    });
  }
  await removeLetter(tools, letter);
}

/** Removes everything of a letter, whoever asked for it. */
export async function removeLetter(tools: Tools, { owner, id }: LetterRecord): Promise<void> {
  // Its files go twice: first, so that a failure leaves a letter that can be deleted again, and last, because whoever
  // reads it at the moment may put more.
  await tools.files.remove(id);
  await tools.letters.remove(owner, id);
  await tools.files.remove(id);
  tools.events.publish(letterTopic(id));
}
