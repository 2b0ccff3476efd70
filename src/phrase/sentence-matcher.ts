import { type Following, headsOf } from './choice-heads.ts';
import { type Atom, type Choice, gapLength, type Node, type Sequence, type Token } from './phrase.ts';

/** Where a sequence that begins at a token can end (exclusive), nearest first. */
export type FindEnds = (nodes: Sequence, at: number) => readonly number[];

const none: readonly number[] = [];

/** More choices than a language's phrases hold, so that a place and a choice make one key. */
const choicesAtMost = 2 ** 17;

/**
 * Matches sequences against one sentence. What a list finds at a place is remembered, because the same lists stand in
 * thousands of phrases.
 */
export function createSentenceMatcher(tokens: readonly Token[]): FindEnds {
  const known = new Map<number, readonly number[]>();
  /** The list that holds one place alone: most steps end at just one. */
  const single = Array.from({ length: tokens.length + 1 }, (_, at): readonly number[] => [at]);

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
    const heads = headsOf(choice);
    const plain = heads.byWord.get(token.form);
    if (plain === undefined && heads.others.length === 0) return none;
    const key = at * choicesAtMost + choice.number;
    const before = known.get(key);
    if (before !== undefined) return before;
    let found = plain === undefined ? none : followingEnds(plain, at + 1);
    for (const option of heads.others) if (canBegin(option, token)) found = join(found, ends(option, at));
    known.set(key, found);
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

/** Most options fail on their first word; saying so here spares the calls. */
function canBegin(option: Sequence, token: Token): boolean {
  const head = option[0];
  return head === undefined || !isPlain(head) || isAtom(head, token);
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

function isPlain(node: Node): node is Atom {
  return node.kind !== 'choice' && node.kind !== 'optional' && node.kind !== 'gap';
}

/** Whether one token is what the atom asks for. */
function isAtom(atom: Atom, token: Token): boolean {
  switch (atom.kind) {
    case 'word':
      return token.form === atom.form;
    case 'prefix':
      return token.form.startsWith(atom.start);
    case 'stem':
      return token.stem === atom.stem;
    case 'number':
      return isNumber(token);
    case 'law':
      return token.law !== undefined && (token.law.ref === atom.ref || token.law.ref.startsWith(`${atom.ref}/`));
  }
}

export function isNumber(token: Token): boolean {
  const first = token.form.charCodeAt(0);
  return first >= 48 && first <= 57;
}
