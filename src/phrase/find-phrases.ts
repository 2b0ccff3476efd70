import type { Entry, NodeId, PhraseIndex, Variant, WorkSpace } from './build-index.ts';
import type { Token } from './phrase.ts';
import { createSentenceMatcher, type FindEnds, isNumber } from './sentence-matcher.ts';
import { longestPrefix } from './vocabulary.ts';

/** A phrase found: tokens `from` up to but not including `to`, as indexes into the tokens that were given. */
export type Hit<T> = { readonly value: T; readonly text: string; readonly from: number; readonly to: number };

/** Parts further apart than this many words are not about the same thing; it also keeps a sentence without end cheap. */
const farthest = 60;

/** Every place in one sentence where a phrase of the index stands. */
export function findPhrases<T>(index: PhraseIndex<T>, tokens: readonly Token[]): readonly Hit<T>[] {
  const places = placeNodes(index, tokens);
  const ends = createSentenceMatcher(tokens);
  const hits: Hit<T>[] = [];
  const looked = new Set<number>();
  for (const id of places.seen) {
    for (const entry of index.entries[id] ?? []) {
      if (looked.has(entry.at) || !canStand(entry, places)) continue;
      looked.add(entry.at);
      addHits(entry, places, ends, hits);
    }
  }
  return hits;
}

type Places = Pick<WorkSpace, 'stamp' | 'stamps' | 'heads' | 'seen' | 'places' | 'next'>;

/** Finds where each node of the index can begin. */
function placeNodes<T>(index: PhraseIndex<T>, tokens: readonly Token[]): Places {
  const { work } = index;
  work.stamp += 1;
  work.places.length = 0;
  work.next.length = 0;
  work.seen.length = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const { form } = token;
    mark(work, index.words.get(form), at);
    mark(work, index.stems.get(token.stem), at);
    for (let length = 3; length <= Math.min(form.length, longestPrefix); length += 1)
      mark(work, index.prefixes.get(form.slice(0, length)), at);
    if (isNumber(token)) mark(work, index.numbers, at);
    if (token.law !== undefined) mark(work, index.laws, at);
  }
  return work;
}

function mark(work: WorkSpace, ids: readonly NodeId[] | undefined, at: number): void {
  if (ids === undefined) return;
  for (const id of ids) {
    const seen = work.stamps[id] === work.stamp;
    const last = seen ? (work.heads[id] ?? -1) : -1;
    if (last >= 0 && work.places[last] === at) continue;
    if (!seen) work.seen.push(id);
    work.stamps[id] = work.stamp;
    work.heads[id] = work.places.length;
    work.places.push(at);
    work.next.push(last);
  }
}

/** Where a node can begin, in the order of the sentence. */
function placesOf(id: NodeId, work: Places): readonly number[] {
  if (work.stamps[id] !== work.stamp) return [];
  const found: number[] = [];
  for (let each = work.heads[id] ?? -1; each >= 0; each = work.next[each] ?? -1) found.push(work.places[each] ?? 0);
  return found.reverse();
}

function canStand<T>(entry: Entry<T>, places: Places): boolean {
  for (const part of entry.parts) if (!part.some((variant) => variantCanStand(variant, places))) return false;
  return true;
}

function variantCanStand(variant: Variant, places: Places): boolean {
  for (const id of variant.needs) if (places.stamps[id] !== places.stamp) return false;
  return true;
}

function addHits<T>(entry: Entry<T>, places: Places, ends: FindEnds, hits: Hit<T>[]): void {
  const starts = entry.parts.map((part) => startsOf(part, places));
  // The part that can begin in the fewest places leads; the others are looked for near it.
  const lead = starts.reduce((least, list, part) => (list.length < (starts[least]?.length ?? 0) ? part : least), 0);
  const others = entry.parts.flatMap((part, number) =>
    number === lead ? [] : [{ part, starts: starts[number] ?? [] }],
  );
  for (const at of starts[lead] ?? []) {
    const to = shortest(entry.parts[lead] ?? [], at, ends);
    if (to === undefined) continue;
    const range = widen({ from: at, to }, others, ends);
    if (range !== undefined) hits.push({ value: entry.value, text: entry.text, ...range });
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

function startsOf(part: readonly Variant[], places: Places): readonly number[] {
  const [only, ...more] = part.filter((variant) => variantCanStand(variant, places));
  if (only === undefined) return [];
  const first = placesOf(only.first, places);
  if (more.length === 0) return first;
  const all = new Set([...first, ...more.flatMap((variant) => placesOf(variant.first, places))]);
  return [...all].sort((one, other) => one - other);
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
