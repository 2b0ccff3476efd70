import { letterTopic } from '../seam/events.ts';
import type { LetterRecord } from '../seam/store.ts';
import { findLetter } from './find-letter.ts';
import type { Tools } from './tools.ts';

const isOver = ({ state }: LetterRecord): boolean => state === 'done' || state === 'failed';

/** The letter when it is done or has failed, or as it is after `seconds`, or when the signal is aborted. */
export async function waitForLetter(
  tools: Tools,
  letter: LetterRecord,
  seconds: number,
  signal: AbortSignal,
): Promise<LetterRecord> {
  if (isOver(letter) || seconds <= 0) return letter;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const look = async (): Promise<void> => {
      const now = await tools.letters.find(letter.owner, { id: letter.id });
      if (now === undefined || isOver(now)) finish();
    };
    const timer = setTimeout(finish, seconds * 1000);
    const unsubscribe = tools.events.subscribe(letterTopic(letter.id), () => void look());
    signal.addEventListener('abort', finish);
    // It may have been done before we listened.
    void look();
  });
  return findLetter(tools, letter.owner, letter.id);
}
