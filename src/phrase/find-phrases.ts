import type { Entry, PhraseIndex, Variant } from './build-index.ts';
import { isNumber } from './is-atom.ts';
import { keepWord } from './keep-word.ts';
import type { Token } from './phrase.ts';
import { createSentenceMatcher, type FindEnds } from './sentence-matcher.ts';
import { longestPrefix } from './vocabulary.ts';
import { ascending, beginSentence, canStand, markNodes, placesOf, variantCanStand } from './work-space.ts';

/** A phrase found: tokens `from` up to but not including `to`, as indexes into the tokens that were given. */
export type Hit<T> = { readonly value: T; readonly text: string; readonly from: number; readonly to: number };

/** Parts further apart than this many words are not about the same thing; it also keeps a sentence without end cheap. */
const farthest = 60;

/** Every place in one sentence where a phrase of the index stands, in the order of the sentence. */
export function findPhrases<T>(index: PhraseIndex<T>, tokens: readonly Token[]): readonly Hit<T>[] {
  const { work } = index;
  placeNodes(index, tokens);
  const ends = createSentenceMatcher(tokens, index.memory);
  const hits: Hit<T>[] = [];
  for (let seen = 0; seen < work.seenCount; seen += 1) {
    const starts = index.keyed[work.seen[seen] ?? -1];
    if (starts !== undefined) lookFor(starts, index, ends, hits);
  }
  return hits.sort((one, other) => one.from - other.from || one.to - other.to);
}

/** Looks for the phrases whose needs begin at `starts`. */
function lookFor<T>(starts: Int32Array, index: PhraseIndex<T>, ends: FindEnds, hits: Hit<T>[]): void {
  const { work, needs } = index;
  for (const start of starts) {
    const number = needs[start] ?? -1;
    if (work.looked[number] === work.stamp || !canStand(work, needs, start)) continue;
    work.looked[number] = work.stamp;
    const entry = index.entries[number];
    if (entry !== undefined) addHits(entry, index, ends, hits);
  }
}

/** Finds where each node of the index can begin. */
function placeNodes<T>(index: PhraseIndex<T>, tokens: readonly Token[]): void {
  beginSentence(index.work);
  for (const [at, token] of tokens.entries()) {
    markNodes(index.work, signsOf(index, token), at);
    if (token.law !== undefined) markNodes(index.work, index.laws, at);
  }
}

/** Everything that this word tells of nodes, each once; provisions of law apart. */
function signsOf<T>(index: PhraseIndex<T>, token: Token): Int32Array {
  const { form } = token;
  const known = index.known.get(form);
  if (known !== undefined) return known;
  const { words, stems, prefixes, numbers } = index.signs;
  const all = new Set(words.get(form));
  for (const sign of stems.get(token.stem) ?? []) all.add(sign);
  if (isNumber(token)) for (const sign of numbers) all.add(sign);
  for (let length = 3; length <= Math.min(form.length, longestPrefix); length += 1)
    for (const sign of prefixes.get(form.slice(0, length)) ?? []) all.add(sign);
  return keepWord(index.known, form, Int32Array.from(all));
}

function addHits<T>(entry: Entry<T>, index: PhraseIndex<T>, ends: FindEnds, hits: Hit<T>[]): void {
  const starts = entry.parts.map((part) => startsOf(part, index));
  // The part that can begin in the fewest places leads; the others are looked for near it.
  const lead = starts.reduce((least, list, part) => (list.length < (starts[least]?.length ?? 0) ? part : least), 0);
  const others = entry.parts.flatMap((part, number) =>
    number === lead ? [] : [{ part, starts: starts[number] ?? [] }],
  );
  for (const at of starts[lead] ?? []) {
    const to = shortest(entry.parts[lead] ?? [], at, ends);
    if (to === undefined) continue;
    const range = widen({ from: at, to }, others, ends);
    if (range !== undefined) hits.push({ value: entry.value, text: entry.text, from: range.from, to: range.to });
  }
}

type Range = { readonly from: number; readonly to: number };

/** The leading part's range with the nearest places of the other parts, or nothing where one is missing. */
function widen(
  lead: Range,
  others: readonly { readonly part: readonly Variant[]; readonly starts: readonly number[] }[],
  ends: FindEnds,
): Range | undefined {
  let range = lead;
  for (const { part, starts } of others) {
    const near = nearest(part, starts, lead.from, ends);
    if (near === undefined) return undefined;
    range = { from: Math.min(range.from, near.from), to: Math.max(range.to, near.to) };
  }
  return range;
}

function startsOf<T>(part: readonly Variant[], { work, needs }: PhraseIndex<T>): readonly number[] {
  const [only, ...more] = part.filter((variant) => variantCanStand(work, needs, variant.needs));
  if (only === undefined) return [];
  const first = placesOf(work, only.first);
  if (more.length === 0) return first;
  return ascending([...first, ...more.flatMap((variant) => placesOf(work, variant.first))]);
}

function shortest(part: readonly Variant[], at: number, ends: FindEnds): number | undefined {
  let best: number | undefined;
  for (const { nodes } of part) {
    const [end] = ends(nodes, at);
    if (end !== undefined && (best === undefined || end < best)) best = end;
  }
  return best;
}

/** The place of a part that lies nearest to the leading part. */
function nearest(part: readonly Variant[], starts: readonly number[], lead: number, ends: FindEnds): Range | undefined {
  const first = firstFrom(starts, lead - farthest);
  const near = starts.slice(first, firstFrom(starts, lead + farthest + 1));
  for (const from of near.sort((one, other) => Math.abs(one - lead) - Math.abs(other - lead))) {
    const to = shortest(part, from, ends);
    if (to !== undefined) return { from, to };
  }
  return undefined;
}

/** The index of the first of ascending numbers that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
