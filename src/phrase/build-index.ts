import { type NodeId, type NodeSign, type Numbering, numberNodes } from './number-nodes.ts';
import type { Phrase, Sequence } from './phrase.ts';

/**
 * A part of a phrase as the sequences it can be: each begins with a word that must stand there. `needs` are the
 * nodes without which it can't be found, in the order in which they must stand.
 */
export type Variant = { readonly nodes: Sequence; readonly first: NodeId; readonly needs: readonly NodeId[] };

export type Entry<T> = {
  readonly at: number;
  readonly text: string;
  readonly value: T;
  readonly parts: readonly (readonly Variant[])[];
};

/**
 * Phrases with the words that tell where each of their nodes can begin. A sentence is passed over once to see which
 * nodes can stand in it and where; only phrases whose every node can are then looked at.
 */
export type PhraseIndex<T> = {
  /** Phrases by the node of theirs that stands in the fewest sentences, as far as its words tell: only when it is seen are they looked at. */
  readonly entries: readonly (readonly Entry<T>[] | undefined)[];
  readonly signs: Numbering['signs'];
  /** Signs of a word's form, for words that were looked up before: letters repeat them. */
  readonly known: Map<string, readonly NodeSign[]>;
  readonly work: WorkSpace;
};

/**
 * Where each node can begin in the sentence at hand: `firsts` and `lasts` are its first and last place, `heads` the
 * number in `places` of the place that was found last, `next` that of the one found before it. It is written anew for
 * each sentence and kept only to spare memory: matching is synchronous, so nobody else can be reading it. A node was
 * seen when its stamp is the sentence's.
 */
export type WorkSpace = {
  stamp: number;
  readonly stamps: Uint32Array;
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly heads: Int32Array;
  /** Nodes seen under which phrases are kept. */
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
  const entries: (Entry<T>[] | undefined)[] = Array.from({ length: numbering.count() });
  for (const entry of listed) {
    for (const id of keysOf(entry, numbering.breadth)) {
      const there = entries[id];
      if (there === undefined) entries[id] = [entry];
      else there.push(entry);
    }
  }
  return { entries, signs: numbering.signs, known: new Map(), work: createWorkSpace(numbering.count()) };
}

function createWorkSpace(nodes: number): WorkSpace {
  return {
    stamp: 0,
    stamps: new Uint32Array(nodes),
    firsts: new Int32Array(nodes),
    lasts: new Int32Array(nodes),
    heads: new Int32Array(nodes),
    seen: [],
    places: [],
    next: [],
  };
}

/** The nodes under which a phrase is kept: one for each way in which its most telling part can be written. */
function keysOf<T>(entry: Entry<T>, breadth: (id: NodeId) => number): readonly NodeId[] {
  const choices = entry.parts.map((part) =>
    part.map(({ needs }) => needs.reduce((least, id) => (breadth(id) < breadth(least) ? id : least))),
  );
  const cost = (ids: readonly NodeId[]) => ids.reduce((sum, id) => sum + breadth(id), 0);
  return [...new Set(choices.reduce((least, ids) => (cost(ids) < cost(least) ? ids : least)))];
}

/** `[a] b` is `a b` or `b`. */
function withoutLeadingOptionals(nodes: Sequence): readonly Sequence[] {
  const [first, ...rest] = nodes;
  if (first?.kind !== 'optional') return [nodes];
  return [...withoutLeadingOptionals([...first.nodes, ...rest]), ...withoutLeadingOptionals(rest)];
}

function toVariant(nodes: Sequence, idOf: Numbering['idOf']): Variant {
  const needs = nodes.flatMap((node) => (node.kind === 'gap' || node.kind === 'optional' ? [] : [idOf(node)]));
  return { nodes, first: needs[0] ?? -1, needs };
}
