import type { LetterRecord } from '../../seam/store.ts';

/** How long things are kept, in days from when a letter came. With `reportDays` 0 letters are forgotten once they were shown. */
export type Retention = { readonly originalDays: number; readonly reportDays: number };

const minute = 60_000;
const day = 86_400_000;
/** Long enough to print a report, its papers and its pages. */
const afterFetched = 10 * minute;
const afterFinished = 60 * minute;

/** What may go of a letter now: all of it, or the file as it came and its pictures. */
export type Due = 'all' | 'original' | undefined;

const isPast = (instant: string | undefined, milliseconds: number, now: number): boolean =>
  instant !== undefined && Date.parse(instant) + milliseconds < now;

export const isForgetful = ({ reportDays }: Retention): boolean => reportDays === 0;

/** What is due of a letter at `now`, in milliseconds since 1970. Nothing is while somebody holds it. */
export function dueOf(letter: LetterRecord, retention: Retention, now: number): Due {
  const { hold, accepted, finished, fetched, originalGone, state } = letter;
  if (hold === true) return undefined;
  if (isForgetful(retention)) {
    const over =
      isPast(fetched, afterFetched, now) || isPast(finished, afterFinished, now) || isPast(accepted, day, now);
    return over ? 'all' : undefined;
  }
  if (isPast(accepted, retention.reportDays * day, now)) return 'all';
  const isRead = state === 'done' || state === 'failed';
  return isRead && originalGone !== true && isPast(accepted, retention.originalDays * day, now)
    ? 'original'
    : undefined;
}
