import { type Begun, begunBy, type Following, type HeadsKnown } from './choice-heads.ts';
import { isAtom } from './is-atom.ts';
import { type Choice, gapLength, type Node, type Sequence, type Token } from './phrase.ts';

/** Where a sequence that begins at a token can end (exclusive), nearest first. */
export type FindEnds = (nodes: Sequence, at: number) => readonly number[];

const none: readonly number[] = [];

/** More choices than a language's phrases hold, so that a place and a choice make one key. */
const choicesAtMost = 2 ** 17;

/** What is kept from one sentence to the next, for phrases of one parser. */
export type MatcherMemory = {
  readonly heads: HeadsKnown;
  /** The list that holds one place alone, by the place: most steps end at just one. */
  readonly single: (readonly number[])[];
};

/**
 * Matches sequences against one sentence. What a list finds at a place is remembered, because the same lists stand in
 * thousands of phrases.
 */
export function createSentenceMatcher(tokens: readonly Token[], { heads, single }: MatcherMemory): FindEnds {
  const known = new Map<number, readonly number[]>();
  for (let at = single.length; at <= tokens.length; at += 1) single.push([at]);

  function ends(nodes: Sequence, at: number): readonly number[] {
    let places: readonly number[] = single[at] ?? [at];
    for (const node of nodes) {
      places = places.length === 1 && places[0] !== undefined ? nodeEnds(node, places[0]) : fromAll(node, places);
      if (places.length === 0) return none;
    }
    return places;
  }

  function fromAll(node: Node, places: readonly number[]): readonly number[] {
    let found: readonly number[] = none;
    for (const place of places) found = join(found, nodeEnds(node, place));
    return found;
  }

  function nodeEnds(node: Node, at: number): readonly number[] {
    switch (node.kind) {
      case 'choice':
        return choiceEnds(node, at);
      case 'optional':
        return join(single[at] ?? [at], ends(node.nodes, at));
      case 'gap':
        return gapFrom(at, Math.min(at + gapLength, tokens.length));
      default: {
        const token = tokens[at];
        if (token === undefined || !isAtom(node, token)) return none;
        const to = at + (node.kind === 'law' ? (token.law?.length ?? 1) : 1);
        return single[to] ?? [to];
      }
    }
  }

  function choiceEnds(choice: Choice, at: number): readonly number[] {
    const token = tokens[at];
    if (token === undefined) return none;
    const begun = begunBy(choice, token, heads);
    if (begun === undefined) return none;
    const key = at * choicesAtMost + choice.number;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = begunEnds(begun, at);
    known.set(key, found);
    return found;
  }

  function begunEnds({ plain, others }: Begun, at: number): readonly number[] {
    let found = plain === undefined ? none : followingEnds(plain, at + 1);
    for (const option of others) found = join(found, ends(option, at));
    return found;
  }

  function followingEnds(plain: Following, at: number): readonly number[] {
    let found: readonly number[] = plain.alone ? (single[at] ?? [at]) : none;
    const token = tokens[at];
    const after = token === undefined ? undefined : plain.bySecond.get(token.form);
    if (after !== undefined) for (const rest of after) found = join(found, ends(rest, at + 1));
    for (const rest of plain.others) found = join(found, ends(rest, at));
    return found;
  }

  return ends;
}

/** Both lists of ends as one, ascending. Most of the time one of them is empty. */
function join(one: readonly number[], other: readonly number[]): readonly number[] {
  if (other.length === 0) return one;
  if (one.length === 0) return other;
  const all = [...one];
  for (const end of other) if (!all.includes(end)) all.push(end);
  return all.length === one.length ? one : all.sort((left, right) => left - right);
}

function gapFrom(at: number, last: number): readonly number[] {
  const ends: number[] = [];
  for (let end = at; end <= last; end += 1) ends.push(end);
  return ends;
}
