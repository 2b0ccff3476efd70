import type { Span } from '../../model/evidence.ts';
import { cuesOf, type Draft, hasCue } from '../cue.ts';
import { type Calendar, type FoundDate, findDates } from './find-dates.ts';

/** A date further than this many sentences from the top belongs to the story, unless it has a label. */
const near = 40;

/**
 * The date of the letter: the one behind its label; else one that stands alone on its line above or right below the
 * greeting; else the first in the letterhead. Dates with labels of their own (birth, application, expiry) never count.
 */
export function findIssued(drafts: readonly Draft[], header: number, calendar: Calendar): FoundDate | undefined {
  const top = drafts.slice(0, near);
  const labelled = firstOf(top, (draft, number) => behindLabel(draft, top[number + 1], calendar));
  if (labelled !== undefined) return labelled;
  const free = top.filter((draft) => !hasCue(draft, 'other-date-label'));
  const alone = firstOf(free, (draft) => (draft.words.length <= 8 ? findDates(draft.words, calendar)[0] : undefined));
  if (alone !== undefined) return alone;
  const above = top.slice(0, header).filter((draft) => !hasCue(draft, 'other-date-label'));
  const inHeader = firstOf(above, (draft) => findDates(draft.words, calendar)[0]);
  if (inHeader !== undefined) return inHeader;
  // Some offices date the letter at its end, beside the signature.
  return firstOf(drafts.slice(-10), (draft) => behindLabel(draft, undefined, calendar));
}

function firstOf(
  drafts: readonly Draft[],
  find: (draft: Draft, number: number) => FoundDate | undefined,
): FoundDate | undefined {
  for (const [number, draft] of drafts.entries()) {
    const found = find(draft, number);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The date behind a date label, in its sentence or, for a table, in the next. */
function behindLabel(draft: Draft, next: Draft | undefined, calendar: Calendar): FoundDate | undefined {
  const others = cuesOf(draft, 'other-date-label');
  const label = cuesOf(draft, 'date-label').find((cue) => !others.some((other) => covers(other.span, cue.span)));
  if (label === undefined || draft.words.length > 30) return undefined;
  // A label is short of words before it: "the date" inside a sentence is none.
  if (label.from > 3 && draft.tokens[label.to - 1]?.after !== ':') return undefined;
  const isOther = (date: FoundDate) =>
    others.some((other) => other.span.from >= label.span.to && other.span.to <= date.span.from);
  const own = findDates(draft.words, calendar).find((date) => date.span.from >= label.span.to - 1 && !isOther(date));
  if (own !== undefined) return own;
  const ends = label.span.to >= draft.span.to - 2;
  if (!ends || next === undefined || hasCue(next, 'other-date-label')) return undefined;
  const [below] = findDates(next.words, calendar);
  return below !== undefined && below.span.from - next.span.from <= 3 ? below : undefined;
}

function covers(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}
