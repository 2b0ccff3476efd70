import type { Speech } from '../speech/translate.ts';
import type { LetterProgress } from './watch-letter.ts';

/** How far a letter is, by its pages. */
export function progressText(speech: Speech, { state, pagesDone, pagesTotal }: LetterProgress): string {
  if (pagesTotal > 0) return speech.t('readingLine', { page: Math.min(pagesDone + 1, pagesTotal), n: pagesTotal });
  return speech.t(state === 'waiting' ? 'waitingLine' : 'readingStart');
}
