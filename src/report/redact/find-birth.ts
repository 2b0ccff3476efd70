import { type FoldedWord, findLabelled, type Piece } from './letter-pieces.ts';
import { personalLabels } from './personal-labels.ts';

const longestDate = 4;
const months: ReadonlyMap<string, number> = new Map(
  (['en', 'fr'] as const).flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from(
        { length: 12 },
        (_, index) => [fold(format.format(Date.UTC(2001, index, 15))), index + 1] as const,
      );
    }),
  ),
);

/** Months by their folded names, long and short, in every language of the product. */
export const monthNames: ReadonlySet<string> = new Set(months.keys());

/** The words of birth dates: after their label, and the same day wherever else it stands. */
export function findBirthWords(pieces: readonly Piece[]): readonly FoldedWord[] {
  const labelled = findLabelled(pieces, personalLabels.birth).flatMap(({ value }) => dateAt(value) ?? []);
  const days = new Set(labelled.flatMap(({ day }) => day ?? []));
  const repeated = pieces.flatMap((piece) =>
    piece.words.flatMap((_, index) => {
      const date = dateAt(piece.words.slice(index), 0);
      return date?.day !== undefined && days.has(date.day) ? date.words : [];
    }),
  );
  return [...labelled.flatMap(({ words }) => words), ...repeated];
}

type FoundDate = { readonly words: readonly FoldedWord[]; readonly day?: string };

/** The date that begins within the first `skip` words. `day` is missing when it can be read two ways. */
function dateAt(words: readonly FoldedWord[], skip = 3): FoundDate | undefined {
  for (let from = 0; from <= skip && from < words.length; from += 1) {
    for (let length = 1; length <= longestDate; length += 1) {
      const slice = words.slice(from, from + length);
      if (slice.length < length) break;
      const parts = partsOf(slice);
      if (parts === undefined) continue;
      return { words: slice, ...(dayOf(parts) === undefined ? {} : { day: dayOf(parts) ?? '' }) };
    }
  }
  return undefined;
}

/** The three parts of a date and nothing else: numbers, of which one is a year, and perhaps a month's name. */
function partsOf(words: readonly FoldedWord[]): readonly string[] | undefined {
  const parts = words
    .flatMap(({ text }) => fold(text).split(/[\s./,-]+/))
    .filter((part) => part !== '' && part !== 'of');
  if (parts.length !== 3) return undefined;
  const known = parts.every(
    (part) => /^\d{1,2}(st|nd|rd|th|er|e)?$/.test(part) || /^(19|20)\d{2}$/.test(part) || months.has(part),
  );
  return known && parts.filter((part) => /^(19|20)\d{2}$/.test(part)).length === 1 ? parts : undefined;
}

function dayOf(parts: readonly string[]): string | undefined {
  const year = parts.find((part) => /^\d{4}$/.test(part));
  const month = parts.map((part) => months.get(part)).find((number) => number !== undefined);
  const numbers = parts.filter((part) => part !== year && !months.has(part)).map((part) => Number.parseInt(part, 10));
  const [first = 0, second = 0] = numbers;
  if (year === undefined) return undefined;
  if (month !== undefined) return `${year}-${month}-${first}`;
  if (parts[0] === year) return `${year}-${first}-${second}`;
  if (first > 12) return `${year}-${second}-${first}`;
  return second > 12 ? `${year}-${first}-${second}` : undefined;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\d\s./,-]/gu, '')
    .replace(/^[.]+|[.,]+$/g, '');
}
