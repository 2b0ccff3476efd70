import type { Word } from '../../model/document.ts';
import type { Span } from '../../model/evidence.ts';
import type { Day } from '../../model/letter.ts';
import type { LanguageFile } from '../../pack/language-schema.ts';
import { foldWord } from '../../phrase/fold.ts';

/** A date in the text. More than one reading: day and month can't be told apart. */
export type FoundDate = { readonly span: Span; readonly readings: readonly [Day, ...Day[]] };

/** Month names and words for the first of a month, of all languages together: letters mix them. */
export type Calendar = { readonly months: ReadonlyMap<string, number>; readonly first: ReadonlySet<string> };

export function makeCalendar(languages: readonly LanguageFile[]): Calendar {
  const months = languages.flatMap((file) =>
    file.months.flatMap((names, number) => names.flatMap(foldWord).map((name): [string, number] => [name, number + 1])),
  );
  return { months: new Map(months), first: new Set(languages.flatMap((file) => file.firstOfMonth).flatMap(foldWord)) };
}

type Piece = { readonly form: string; readonly at: number };

/** Every date in a run of words: `14 March 2025`, `March 14th, 2025`, `1er mars 2025`, `2025-03-14`, `14/03/2025`. */
export function findDates(words: readonly Word[], calendar: Calendar): readonly FoundDate[] {
  const pieces = words.flatMap((word) => cut(word));
  const dates: FoundDate[] = [];
  let after = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || at < after) continue;
    const found = numeric(piece) ?? spoken(pieces, at, calendar);
    if (found === undefined) continue;
    after = at + found.length;
    const last = pieces[after - 1] ?? piece;
    dates.push({ span: { from: piece.at, to: last.at + 1 }, readings: found.readings });
  }
  return dates;
}

/** A word's parts; a date in figures stays whole. */
function cut(word: Word): readonly Piece[] {
  if (word.text.length > 40) return [];
  const figures = /\d{1,4}([-/.])\d{1,2}\1\d{2,4}/.exec(word.text)?.[0];
  if (figures !== undefined) return [{ form: figures, at: word.at }];
  const parts = word.text.split(/[-/]/);
  return parts.flatMap((part) => foldWord(part).map((form) => ({ form, at: word.at })));
}

type Reading = { readonly readings: readonly [Day, ...Day[]]; readonly length: number };

function numeric(piece: Piece): Reading | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(piece.form);
  if (iso !== null) return one(makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3])), 1);
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(piece.form);
  if (short === null) return undefined;
  const [first, second, year] = [Number(short[1]), Number(short[2]), Number(short[3])];
  const readings = [makeDay(year, second, first), makeDay(year, first, second)].flatMap((day) => day ?? []);
  const [reading, ...others] = [...new Set(readings)];
  return reading === undefined ? undefined : { readings: [reading, ...others], length: 1 };
}

/** Day, month and year in words, in any order that letters use. */
function spoken(pieces: readonly Piece[], at: number, calendar: Calendar): Reading | undefined {
  const [a, b, c] = [pieces[at]?.form ?? '', pieces[at + 1]?.form ?? '', pieces[at + 2]?.form ?? ''];
  const orders: readonly (readonly [string, string, string])[] = [
    [a, b, c],
    [b, a, c],
    [c, b, a],
  ];
  for (const [day, month, year] of orders) {
    const number = calendar.months.get(month);
    const reading = number === undefined ? undefined : makeDay(readYear(year), number, readDay(day, calendar));
    if (reading !== undefined) return one(reading, 3);
  }
  return undefined;
}

function readDay(form: string, calendar: Calendar): number {
  if (calendar.first.has(form)) return 1;
  const match = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/.exec(form);
  return match === null ? 0 : Number(match[1]);
}

function readYear(form: string): number {
  return /^(?:19|20)\d{2}$/.test(form) ? Number(form) : 0;
}

function one(day: Day | undefined, length: number): Reading | undefined {
  return day === undefined ? undefined : { readings: [day], length };
}

/** The day if it exists, in years that letters have. */
function makeDay(year: number, month: number, day: number): Day | undefined {
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return undefined;
  return date.toISOString().slice(0, 10);
}
