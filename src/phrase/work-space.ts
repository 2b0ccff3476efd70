import { type NodeId, type NodeSign, nodeShift } from './number-nodes.ts';

/**
 * Where each node can begin in the sentence at hand. It is written anew for each sentence and kept only to spare
 * memory: matching is synchronous, so nobody else can be reading it.
 */
export type WorkSpace = {
  stamp: number;
  /** Four numbers a node, side by side so that they are fetched at once: see `field`. */
  readonly nodes: Int32Array;
  /** What each node is to the phrases: see `role`. */
  readonly roles: Uint8Array;
  /** Nodes seen under which phrases are kept, in the order in which they were. */
  readonly seen: Int32Array;
  seenCount: number;
  /** Pairs: a place, and where in this list the same node's place before it is, or -1. */
  places: Int32Array;
  placesCount: number;
  /** The stamp of the last sentence in which each phrase was looked for: it may be kept under several nodes. */
  readonly looked: Int32Array;
};

/** A node was seen when its stamp is the sentence's; its first and last place; where its newest place is kept. */
export const field = { stamp: 0, first: 1, last: 2, newest: 3 } as const;
export const fields = 4;

/** Bits: phrases are kept under the node; a part of a phrase begins with it, so that every place of it is kept. */
export const role = { key: 1, start: 2 } as const;

const lastStamp = 2 ** 31 - 1;

export function createWorkSpace(roles: Uint8Array, phrases: number): WorkSpace {
  return {
    stamp: 0,
    nodes: new Int32Array(roles.length * fields),
    roles,
    seen: new Int32Array(roles.length),
    seenCount: 0,
    places: new Int32Array(1024),
    placesCount: 0,
    looked: new Int32Array(phrases),
  };
}

/** Makes ready for the next sentence. */
export function beginSentence(work: WorkSpace): void {
  if (work.stamp === lastStamp) {
    work.nodes.fill(0);
    work.looked.fill(0);
    work.stamp = 0;
  }
  work.stamp += 1;
  work.seenCount = 0;
  work.placesCount = 0;
}

/** Notes what the word at `tokenAt` tells of nodes. */
export function markNodes(work: WorkSpace, signs: Int32Array, tokenAt: number): void {
  for (let each = 0; each < signs.length; each += 1) {
    const sign: NodeSign = signs[each] ?? 0;
    const place = tokenAt - (sign & ((1 << nodeShift) - 1));
    if (place >= 0) markNode(work, sign >> nodeShift, place);
  }
}

function markNode(work: WorkSpace, id: NodeId, place: number): void {
  const { nodes, stamp, roles } = work;
  const node = id * fields;
  const roleOf = roles[id] ?? 0;
  if (nodes[node] !== stamp) {
    if ((roleOf & role.key) !== 0) work.seen[work.seenCount++] = id;
    nodes[node] = stamp;
    nodes[node + field.first] = place;
    nodes[node + field.last] = place;
    nodes[node + field.newest] = -1;
  } else if (place < (nodes[node + field.first] ?? 0)) nodes[node + field.first] = place;
  else if (place > (nodes[node + field.last] ?? 0)) nodes[node + field.last] = place;
  if ((roleOf & role.start) !== 0)
    nodes[node + field.newest] = keepPlace(work, place, nodes[node + field.newest] ?? -1);
}

function keepPlace(work: WorkSpace, place: number, before: number): number {
  const at = work.placesCount;
  if (at + 2 > work.places.length) work.places = grown(work.places);
  work.places[at] = place;
  work.places[at + 1] = before;
  work.placesCount = at + 2;
  return at;
}

function grown(numbers: Int32Array): Int32Array {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** Where a node can begin, in the order of the sentence. */
export function placesOf({ nodes, stamp, places }: WorkSpace, id: NodeId): number[] {
  const node = id * fields;
  if (nodes[node] !== stamp) return [];
  const found: number[] = [];
  for (let each = nodes[node + field.newest] ?? -1; each >= 0; each = places[each + 1] ?? -1) {
    found.push(places[each] ?? 0);
  }
  return found.length > 1 ? ascending(found) : found;
}

/** The numbers in order, each once. Sorts in place. */
export function ascending(numbers: number[]): number[] {
  numbers.sort((one, other) => one - other);
  return numbers.filter((number, at) => number !== numbers[at - 1]);
}

/**
 * Whether the nodes that a phrase needs stand in the sentence in its order; what lies between is not looked at. `at` is
 * where the phrase's needs begin.
 */
export function canStand(work: WorkSpace, needs: Int32Array, at: number): boolean {
  const parts = needs[at + 1] ?? 0;
  let from = at + 2;
  for (let part = 0; part < parts; part += 1) {
    const end = needs[from] ?? 0;
    if (!partCanStand(work, needs, from + 1, end)) return false;
    from = end;
  }
  return true;
}

function partCanStand(work: WorkSpace, needs: Int32Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1 + (needs[at] ?? 0)) {
    if (variantCanStand(work, needs, at)) return true;
  }
  return false;
}

/** The same for one way in which a part can be written. */
export function variantCanStand({ nodes, stamp }: WorkSpace, needs: Int32Array, at: number): boolean {
  const end = at + (needs[at] ?? 0);
  let before = -1;
  for (let each = at + 1; each <= end; each += 1) {
    const node = (needs[each] ?? 0) * fields;
    if (nodes[node] !== stamp || (nodes[node + field.last] ?? 0) <= before) return false;
    const first = nodes[node + field.first] ?? 0;
    before = before + 1 > first ? before + 1 : first;
  }
  return true;
}
