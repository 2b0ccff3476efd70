import { type Atom, gapLength, type Node, type Sequence, type Token } from './phrase.ts';

/** Where a sequence that begins at a token can end (exclusive), nearest first. */
export type FindEnds = (nodes: Sequence, at: number) => readonly number[];

const none: readonly number[] = [];

/**
 * Matches sequences against one sentence. What a list finds at a place is remembered, because the same lists stand in
 * thousands of phrases.
 */
export function createSentenceMatcher(tokens: readonly Token[]): FindEnds {
  const known = new Map<Node, Map<number, readonly number[]>>();

  function ends(nodes: Sequence, at: number): readonly number[] {
    let places: readonly number[] = [at];
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
        return join([at], ends(node.nodes, at));
      case 'gap':
        return gapFrom(at, Math.min(at + gapLength, tokens.length));
      default: {
        const token = tokens[at];
        if (token === undefined || !isAtom(node, token)) return none;
        return [at + (node.kind === 'law' ? (token.law?.length ?? 1) : 1)];
      }
    }
  }

  function choiceEnds(node: Extract<Node, { kind: 'choice' }>, at: number): readonly number[] {
    const token = tokens[at];
    const heads = headsOf(node);
    const plain = token === undefined ? undefined : heads.byWord.get(token.form);
    if (plain === undefined && heads.others.length === 0) return none;
    let places = known.get(node);
    if (places === undefined) {
      places = new Map();
      known.set(node, places);
    }
    const before = places.get(at);
    if (before !== undefined) return before;
    const found = optionEnds(plain ?? [], heads.others, at);
    places.set(at, found);
    return found;
  }

  function optionEnds(plain: readonly Sequence[], others: readonly Sequence[], at: number): readonly number[] {
    let found: readonly number[] = none;
    for (const option of plain) found = join(found, ends(option, at));
    for (const option of others) if (canBegin(option, tokens[at])) found = join(found, ends(option, at));
    return found;
  }

  return ends;
}

/** Most options fail on their first word; saying so here spares the calls. */
function canBegin(option: Sequence, token: Token | undefined): boolean {
  const head = option[0];
  return head === undefined || !isPlain(head) || (token !== undefined && isAtom(head, token));
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

type Heads = { readonly byWord: ReadonlyMap<string, readonly Sequence[]>; readonly others: readonly Sequence[] };

/** Lists are long and most of their options begin with a plain word: those are looked up, not tried. */
const headsByChoice = new WeakMap<Node, Heads>();

function headsOf(choice: Extract<Node, { kind: 'choice' }>): Heads {
  const known = headsByChoice.get(choice);
  if (known !== undefined) return known;
  const byWord = new Map<string, Sequence[]>();
  const others: Sequence[] = [];
  for (const option of choice.options) {
    const head = option[0];
    if (head?.kind !== 'word') others.push(option);
    else byWord.set(head.form, [...(byWord.get(head.form) ?? []), option]);
  }
  const heads = { byWord, others };
  headsByChoice.set(choice, heads);
  return heads;
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
