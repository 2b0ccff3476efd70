import type { Word } from '../model/document.ts';
import { foldWord } from '../phrase/fold.ts';
import { keepWord } from '../phrase/keep-word.ts';
import type { SpokenLanguage } from './compile-packs.ts';

/** How many function words of each language stand in a text. */
export type LanguageCount = ReadonlyMap<string, number>;

type Languages = ReadonlyMap<string, SpokenLanguage>;

/** The languages of which a printed word is a function word, once for each of its forms: letters repeat their words. */
const speakersBy = new WeakMap<Languages, Map<string, readonly string[]>>();

function speakersOf(text: string, languages: Languages, known: Map<string, readonly string[]>): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const speakers = foldWord(text).flatMap((form) =>
    [...languages].flatMap(([id, { stopWords }]) => (stopWords.has(form) ? [id] : [])),
  );
  return keepWord(known, text, speakers);
}

export function countLanguages(words: readonly Word[], languages: Languages): LanguageCount {
  const known = speakersBy.get(languages) ?? new Map<string, readonly string[]>();
  speakersBy.set(languages, known);
  const counts = new Map([...languages.keys()].map((id) => [id, 0]));
  for (const { text } of words) {
    if (text.length > 40) continue;
    for (const id of speakersOf(text, languages, known)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export function addCounts(all: readonly LanguageCount[]): LanguageCount {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [id, count] of counts) sum.set(id, (sum.get(id) ?? 0) + count);
  return sum;
}

/** The language that clearly leads, or nothing. A lead is two function words and half as many again as the next. */
export function leadingLanguage(counts: LanguageCount): string | undefined {
  const [first, second] = [...counts].sort((one, other) => other[1] - one[1]);
  if (first === undefined || first[1] < 1) return undefined;
  const next = second?.[1] ?? 0;
  return (first[1] >= 2 && first[1] >= next * 1.5) || next === 0 ? first[0] : undefined;
}
