import type { Entry, PhraseIndex, Variant, WorkSpace } from './build-index.ts';
import type { NodeId, NodeSign } from './number-nodes.ts';
import type { Token } from './phrase.ts';
import { createSentenceMatcher, type FindEnds, isNumber } from './sentence-matcher.ts';
import { longestPrefix } from './vocabulary.ts';

/** A phrase found: tokens `from` up to but not including `to`, as indexes into the tokens that were given. */
export type Hit<T> = { readonly value: T; readonly text: string; readonly from: number; readonly to: number };

/** Parts further apart than this many words are not about the same thing; it also keeps a sentence without end cheap. */
const farthest = 60;

/** Every place in one sentence where a phrase of the index stands, in the order of the sentence. */
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
  return hits.sort((one, other) => one.from - other.from || one.to - other.to);
}

type Places = Omit<WorkSpace, 'stamp'> & { readonly stamp: number };

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
    mark(index, signsOf(index, token), at);
    if (token.law !== undefined) mark(index, index.signs.laws, at);
  }
  return work;
}

/** Everything that this word tells of nodes, each once; provisions of law apart. */
function signsOf<T>(index: PhraseIndex<T>, token: Token): readonly NodeSign[] {
  const { form } = token;
  const known = index.known.get(form);
  if (known !== undefined) return known;
  const { words, stems, prefixes, numbers } = index.signs;
  const all = [...(words.get(form) ?? []), ...(stems.get(token.stem) ?? []), ...(isNumber(token) ? numbers : [])];
  for (let length = 3; length <= Math.min(form.length, longestPrefix); length += 1)
    all.push(...(prefixes.get(form.slice(0, length)) ?? []));
  const found = [...new Map(all.map((sign) => [`${sign.id} ${sign.before}`, sign])).values()];
  // Letters can hold any number of made-up words; the memory for them is bounded.
  if (index.known.size < 50_000) index.known.set(form, found);
  return found;
}

function mark<T>({ work, entries }: PhraseIndex<T>, signs: readonly NodeSign[], tokenAt: number): void {
  for (const { id, before } of signs) {
    const at = tokenAt - before;
    if (at < 0) continue;
    if (work.stamps[id] !== work.stamp) {
      if (entries[id] !== undefined) work.seen.push(id);
      work.stamps[id] = work.stamp;
      work.firsts[id] = at;
      work.lasts[id] = at;
      work.heads[id] = -1;
    }
    work.firsts[id] = Math.min(work.firsts[id] ?? at, at);
    work.lasts[id] = Math.max(work.lasts[id] ?? at, at);
    work.next.push(work.heads[id] ?? -1);
    work.heads[id] = work.places.push(at) - 1;
  }
}

/** Where a node can begin, in the order of the sentence. */
function placesOf(id: NodeId, work: Places): readonly number[] {
  if (work.stamps[id] !== work.stamp) return [];
  const found = new Set<number>();
  for (let each = work.heads[id] ?? -1; each >= 0; each = work.next[each] ?? -1) found.add(work.places[each] ?? 0);
  return [...found].sort((one, other) => one - other);
}

function canStand<T>(entry: Entry<T>, places: Places): boolean {
  for (const part of entry.parts) if (!part.some((variant) => variantCanStand(variant, places))) return false;
  return true;
}

/** Whether the words that the variant needs stand in the sentence in its order; what lies between is not looked at. */
function variantCanStand(variant: Variant, places: Places): boolean {
  let before = -1;
  for (const id of variant.needs) {
    if (places.stamps[id] !== places.stamp) return false;
    if ((places.lasts[id] ?? 0) <= before) return false;
    before = Math.max(before + 1, places.firsts[id] ?? 0);
  }
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
