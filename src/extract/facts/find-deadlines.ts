import type { Span } from '../../model/evidence.ts';
import type { PrintedDeadline, Zone } from '../../model/letter.ts';
import { foldWord } from '../../phrase/fold.ts';
import type { SpokenLanguage } from '../compile-packs.ts';
import { cuesOf, type Draft, type FoundCue } from '../cue.ts';
import { type Calendar, findDates } from './find-dates.ts';

export type FoundDeadline = { readonly value: PrintedDeadline; readonly span: Span };

/** The number of days stands at most so many tokens behind the words that announce it. */
const reach = 6;

/** Deadlines that the letter prints: a number of days or a day, behind words such as "within" and "no later than". */
export function findDeadlines(
  drafts: readonly Draft[],
  zones: readonly Zone[],
  languages: ReadonlyMap<string, SpokenLanguage>,
  calendar: Calendar,
): readonly FoundDeadline[] {
  return drafts.flatMap((draft, number) => {
    const zone = zones[number];
    if (zone === 'law' || zone === 'header' || zone === 'officer-notes') return [];
    const about = aboutOf(draft, drafts[number - 1]);
    // In the reasons a number of days is part of the story unless it says what must be done.
    if (zone === 'reasons' && about === 'other') return [];
    return [...daysIn(draft, languages, about), ...datesIn(draft, calendar, about)].slice(0, 3);
  });
}

/** What it is a deadline for; a sentence that doesn't say goes on from the one before it in its paragraph. */
function aboutOf(draft: Draft, before: Draft | undefined): PrintedDeadline['about'] {
  const said = cuesOf(draft, 'deadline-about');
  const carried = before !== undefined && before.block === draft.block ? cuesOf(before, 'deadline-about') : [];
  const [first] = said.length > 0 ? said : carried;
  const id = first?.id;
  const known = ['response', 'judicial-review', 'appeal', 'restoration', 'leave'] as const;
  return known.find((each) => each === id) ?? 'other';
}

function daysIn(
  draft: Draft,
  languages: ReadonlyMap<string, SpokenLanguage>,
  about: PrintedDeadline['about'],
): readonly FoundDeadline[] {
  const file = languages.get(draft.language)?.file;
  const opens = cuesOf(draft, 'deadline-opens');
  if (file === undefined || opens.length === 0) return [];
  // A number of several words ("quatre-vingt-dix") is compared as one string of its parts.
  const numbers = new Map(Object.entries(file.numbers).map(([word, value]) => [foldWord(word).join(' '), value]));
  const days = new Set(file.days.flatMap(foldWord));
  const seen = new Set<number>();
  return opens.flatMap((cue): FoundDeadline[] => {
    const end = Math.min(cue.to + reach, draft.tokens.length);
    for (let at = cue.to; at < end; at += 1) {
      const token = draft.tokens[at];
      if (token === undefined || !days.has(token.form)) continue;
      const count = countBefore(draft, cue, at, numbers);
      if (count === undefined || seen.has(at)) return [];
      seen.add(at);
      const from = draft.tokens[cue.from]?.from ?? token.from;
      return [{ value: { days: count, about }, span: { from, to: token.to } }];
    }
    return [];
  });
}

/** The number that stands before "days": figures first, else words. */
function countBefore(
  draft: Draft,
  cue: FoundCue,
  at: number,
  numbers: ReadonlyMap<string, number>,
): number | undefined {
  const forms = draft.tokens.slice(cue.to, at).map((token) => token.form);
  const figure = forms.findLast((form) => /^\d{1,3}$/.test(form));
  if (figure !== undefined) return Number(figure);
  for (let length = 4; length > 0; length -= 1) {
    for (let from = 0; from + length <= forms.length; from += 1) {
      const value = numbers.get(forms.slice(from, from + length).join(' '));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function datesIn(draft: Draft, calendar: Calendar, about: PrintedDeadline['about']): readonly FoundDeadline[] {
  const untils = cuesOf(draft, 'deadline-until');
  if (untils.length === 0) return [];
  return findDates(draft.words, calendar).flatMap((date): FoundDeadline[] => {
    const until = untils.find((cue) => date.span.from >= cue.span.to - 1 && date.span.from - cue.span.to <= 3);
    if (until === undefined || date.readings.length > 1) return [];
    return [{ value: { on: date.readings[0], about }, span: { from: until.span.from, to: date.span.to } }];
  });
}
