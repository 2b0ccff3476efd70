import { type NodeId, type Numbering, numberNodes } from './number-nodes.ts';
import type { Phrase, Sequence } from './phrase.ts';
import type { MatcherMemory } from './sentence-matcher.ts';
import { createWorkSpace, role, type WorkSpace } from './work-space.ts';

/**
 * A part of a phrase as the sequences it can be: each begins with a word that must stand there, the node `first`.
 * `needs` is where in the index's row its own begin.
 */
export type Variant = { readonly nodes: Sequence; readonly first: NodeId; readonly needs: number };

export type Entry<T> = {
  readonly text: string;
  readonly value: T;
  readonly parts: readonly (readonly Variant[])[];
};

/**
 * Phrases with the words that tell where each of their nodes can begin. A sentence is passed over once to see which
 * nodes can stand in it and where; only phrases whose every node can are then looked at.
 */
export type PhraseIndex<T> = {
  readonly entries: readonly Entry<T>[];
  /**
   * Where phrases begin in `needs`, by the node of theirs that stands in the fewest sentences, as far as its words tell:
   * only when it is seen are they looked at.
   */
  readonly keyed: readonly (Int32Array | undefined)[];
  /**
   * The nodes without which each phrase can't be found, in one row of numbers because every sentence asks for thousands:
   * the phrase's number in `entries`; how many parts; for each part where its end is; for each of its variants how many
   * nodes, and the nodes in the order in which they must stand.
   */
  readonly needs: Int32Array;
  readonly signs: Numbering['signs'];
  /** Signs of a word's form, for words that were looked up before: letters repeat them. */
  readonly known: Map<string, Int32Array>;
  readonly laws: Int32Array;
  readonly work: WorkSpace;
  readonly memory: MatcherMemory;
};

type VariantDraft = { readonly nodes: Sequence; readonly ids: readonly NodeId[] };

export function buildIndex<T>(phrases: readonly { readonly phrase: Phrase; readonly value: T }[]): PhraseIndex<T> {
  const numbering = numberNodes();
  const needs: number[] = [];
  const keyed: number[][] = [];
  const entries = phrases.map(({ phrase, value }, at): Entry<T> => {
    const drafts = phrase.parts.map((part) => draftPart(part, numbering.idOf));
    const start = needs.push(at, drafts.length) - 2;
    for (const id of keysOf(drafts, numbering.breadth)) {
      const there = keyed[id];
      if (there === undefined) keyed[id] = [start];
      else there.push(start);
    }
    return { text: phrase.text, value, parts: drafts.map((part) => writeNeeds(part, needs)) };
  });
  const keys = Array.from({ length: numbering.count() }, (_, id) => keyed[id] && Int32Array.from(keyed[id]));
  return {
    entries,
    keyed: keys,
    needs: Int32Array.from(needs),
    signs: numbering.signs,
    known: new Map(),
    laws: Int32Array.from(numbering.signs.laws),
    work: createWorkSpace(rolesOf(keys, entries), entries.length),
    memory: { heads: { byNumber: [], kept: 0 }, single: [] },
  };
}

/** Writes a part's needs at the end of the row. */
function writeNeeds(part: readonly VariantDraft[], needs: number[]): readonly Variant[] {
  needs.push(needs.length + 1 + part.reduce((sum, { ids }) => sum + 1 + ids.length, 0));
  return part.map(({ nodes, ids }) => {
    const at = needs.push(ids.length) - 1;
    for (const id of ids) needs.push(id);
    return { nodes, first: ids[0] ?? -1, needs: at };
  });
}

function draftPart(nodes: Sequence, idOf: Numbering['idOf']): readonly VariantDraft[] {
  return withoutLeadingOptionals(nodes).map((each) => ({ nodes: each, ids: needsOf(each, idOf) }));
}

function rolesOf<T>(keyed: PhraseIndex<T>['keyed'], entries: readonly Entry<T>[]): Uint8Array {
  const roles = Uint8Array.from(keyed, (starts) => (starts === undefined ? 0 : role.key));
  for (const { parts } of entries) {
    for (const { first } of parts.flat()) roles[first] = (roles[first] ?? 0) | role.start;
  }
  return roles;
}

/** The nodes under which a phrase is kept: one for each way in which its most telling part can be written. */
function keysOf(parts: readonly (readonly VariantDraft[])[], breadth: (id: NodeId) => number): readonly NodeId[] {
  const choices = parts.map((part) =>
    part.map(({ ids }) => ids.reduce((least, id) => (breadth(id) < breadth(least) ? id : least))),
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

function needsOf(nodes: Sequence, idOf: Numbering['idOf']): readonly NodeId[] {
  return nodes.flatMap((node) => (node.kind === 'gap' || node.kind === 'optional' ? [] : [idOf(node)]));
}
