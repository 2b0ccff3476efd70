import type { Atom, Node, Phrase, Sequence } from './phrase.ts';

/** Nodes of an index are numbered; an equal atom, or the same list, has one number wherever it stands. */
export type NodeId = number;

/**
 * A part of a phrase as the sequences it can be: each begins with a word that must stand there. `needs` are the
 * nodes without which it can't be found.
 */
export type Variant = { readonly nodes: Sequence; readonly first: NodeId; readonly needs: readonly NodeId[] };

export type Entry<T> = {
  readonly at: number;
  readonly text: string;
  readonly value: T;
  readonly parts: readonly (readonly Variant[])[];
};

/**
 * Phrases with the words that can begin each of their nodes. A sentence is passed over once to see which nodes can
 * stand in it and where; only phrases whose every node can are then looked at.
 */
export type PhraseIndex<T> = {
  /** Phrases by the node of theirs that stands in the fewest sentences, as far as its first words tell: only when it is seen are they looked at. */
  readonly entries: readonly (readonly Entry<T>[])[];
  readonly ids: ReadonlyMap<Node, NodeId>;
  readonly words: ReadonlyMap<string, readonly NodeId[]>;
  readonly stems: ReadonlyMap<string, readonly NodeId[]>;
  readonly prefixes: ReadonlyMap<string, readonly NodeId[]>;
  readonly numbers: readonly NodeId[];
  readonly laws: readonly NodeId[];
  readonly work: WorkSpace;
};

/**
 * Where each node can begin in the sentence at hand: `heads` of a node is its last place's number in `places`, `next`
 * the place before it. It is written anew for each sentence and kept only to spare memory: matching is synchronous, so
 * nobody else can be reading it. A node was seen when its stamp is the sentence's.
 */
export type WorkSpace = {
  stamp: number;
  readonly stamps: Uint32Array;
  readonly heads: Int32Array;
  readonly seen: NodeId[];
  readonly places: number[];
  readonly next: number[];
};

export function buildIndex<T>(phrases: readonly { readonly phrase: Phrase; readonly value: T }[]): PhraseIndex<T> {
  const numbering = numberNodes();
  const listed = phrases.map(({ phrase, value }, at): Entry<T> => {
    const parts = phrase.parts.map((part) =>
      withoutLeadingOptionals(part).map((nodes) => toVariant(nodes, numbering.idOf)),
    );
    return { at, text: phrase.text, value, parts };
  });
  const entries: Entry<T>[][] = Array.from({ length: numbering.count() }, () => []);
  for (const entry of listed) for (const id of keysOf(entry, numbering.breadth)) entries[id]?.push(entry);
  const size = numbering.count();
  const work = { stamp: 0, stamps: new Uint32Array(size), heads: new Int32Array(size), seen: [], places: [], next: [] };
  return { entries, ids: numbering.ids, ...numbering.heads, work };
}

type Numbering = ReturnType<typeof numberNodes>;

function numberNodes() {
  const ids = new Map<Node, NodeId>();
  const byKey = new Map<string, NodeId>();
  const words = new Map<string, NodeId[]>();
  const stems = new Map<string, NodeId[]>();
  const prefixes = new Map<string, NodeId[]>();
  const numbers: NodeId[] = [];
  const laws: NodeId[] = [];
  const headsKnown = new Map<Node, readonly Atom[]>();
  const breadths: number[] = [];
  let count = 0;

  function idOf(node: Node): NodeId {
    const known = ids.get(node);
    if (known !== undefined) return known;
    const key = node.kind === 'choice' || node.kind === 'optional' || node.kind === 'gap' ? undefined : keyOf(node);
    const same = key === undefined ? undefined : byKey.get(key);
    const id = same ?? count++;
    ids.set(node, id);
    if (key !== undefined) byKey.set(key, id);
    if (same === undefined) {
      const atoms = headsOf([node]);
      breadths[id] = atoms.reduce((sum, atom) => sum + commonness(atom), 0);
      for (const atom of atoms) addHead(atom, id);
    }
    return id;
  }

  function addHead(atom: Atom, id: NodeId): void {
    if (atom.kind === 'word') add(words, atom.form, id);
    else if (atom.kind === 'stem') add(stems, atom.stem, id);
    else if (atom.kind === 'prefix') add(prefixes, atom.start, id);
    else if (atom.kind === 'number') numbers.push(id);
    else laws.push(id);
  }

  /** Every atom that can be the first word of a sequence. */
  function headsOf(nodes: Sequence): readonly Atom[] {
    const found: Atom[] = [];
    for (const node of nodes) {
      if (node.kind === 'optional') {
        found.push(...headsOf(node.nodes));
        continue;
      }
      if (node.kind === 'choice') found.push(...headsOfChoice(node));
      else if (node.kind !== 'gap') found.push(node);
      return found;
    }
    return found;
  }

  function headsOfChoice(node: Extract<Node, { kind: 'choice' }>): readonly Atom[] {
    const known = headsKnown.get(node);
    if (known !== undefined) return known;
    const byAtom = new Map(node.options.flatMap(headsOf).map((atom) => [keyOf(atom), atom]));
    const heads = [...byAtom.values()];
    headsKnown.set(node, heads);
    return heads;
  }

  const breadth = (id: NodeId): number => breadths[id] ?? 0;
  return { idOf, ids, breadth, count: () => count, heads: { words, stems, prefixes, numbers, laws } };
}

/** How often a word begins so, roughly: short words stand in every sentence. */
function commonness(atom: Atom): number {
  if (atom.kind === 'word') return atom.form.length <= 3 ? 60 : 1;
  return atom.kind === 'number' || (atom.kind === 'prefix' && atom.start.length <= 3) ? 20 : 2;
}

/** The nodes under which a phrase is kept: one for each way in which its most telling part can be written. */
function keysOf<T>(entry: Entry<T>, breadth: (id: NodeId) => number): readonly NodeId[] {
  const choices = entry.parts.map((part) =>
    part.map(({ needs }) => needs.reduce((least, id) => (breadth(id) < breadth(least) ? id : least))),
  );
  const cost = (ids: readonly NodeId[]) => ids.reduce((sum, id) => sum + breadth(id), 0);
  return [...new Set(choices.reduce((least, ids) => (cost(ids) < cost(least) ? ids : least)))];
}

function keyOf(atom: Atom): string {
  switch (atom.kind) {
    case 'word':
      return `w ${atom.form}`;
    case 'stem':
      return `s ${atom.stem}`;
    case 'prefix':
      return `p ${atom.start}`;
    case 'number':
      return 'n';
    case 'law':
      return `l ${atom.ref}`;
  }
}

function add(map: Map<string, NodeId[]>, key: string, id: NodeId): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, [id]);
  else before.push(id);
}

/** `[a] b` is `a b` or `b`. */
function withoutLeadingOptionals(nodes: Sequence): readonly Sequence[] {
  const [first, ...rest] = nodes;
  if (first?.kind !== 'optional') return [nodes];
  return [...withoutLeadingOptionals([...first.nodes, ...rest]), ...withoutLeadingOptionals(rest)];
}

function toVariant(nodes: Sequence, idOf: Numbering['idOf']): Variant {
  const needs = nodes.flatMap((node) => (node.kind === 'gap' || node.kind === 'optional' ? [] : [idOf(node)]));
  return { nodes, first: needs[0] ?? -1, needs: [...new Set(needs)] };
}
