import type { Atom, Choice, Node, Sequence } from './phrase.ts';

/** Nodes of an index are numbered; an equal atom, or the same list, has one number wherever it stands. */
export type NodeId = number;

/**
 * What a word tells of a node, as one number: when the word stands at a place, the node of the number above `nodeShift`
 * may begin so many words earlier as the bits below it say. Sentences meet tens of thousands of them.
 */
export type NodeSign = number;

export const nodeShift = 10;
const mostBefore = (1 << nodeShift) - 1;

type Sign = { readonly atom: Atom; readonly before: number };

/** Numbers nodes and notes by which words each can be seen: `signs` are filled as nodes are asked for. */
export function numberNodes() {
  const ids = new Map<Node, NodeId>();
  const byKey = new Map<string, NodeId>();
  const words = new Map<string, NodeSign[]>();
  const stems = new Map<string, NodeSign[]>();
  const prefixes = new Map<string, NodeSign[]>();
  const numbers: NodeSign[] = [];
  const laws: NodeSign[] = [];
  const signsKnown = new Map<Choice, readonly Sign[]>();
  const breadths: number[] = [];
  let count = 0;

  function idOf(node: Node): NodeId {
    const known = ids.get(node);
    if (known !== undefined) return known;
    const key = node.kind === 'choice' || node.kind === 'optional' || node.kind === 'gap' ? undefined : keyOf(node, 0);
    const same = key === undefined ? undefined : byKey.get(key);
    const id = same ?? count++;
    ids.set(node, id);
    if (key !== undefined) byKey.set(key, id);
    if (same === undefined) {
      const signs = signsOf([node]);
      breadths[id] = signs.reduce((sum, { atom }) => sum + commonness(atom), 0);
      for (const { atom, before } of signs) addSign(atom, (id << nodeShift) | before);
    }
    return id;
  }

  function addSign(atom: Atom, sign: NodeSign): void {
    if (atom.kind === 'word') add(words, atom.form, sign);
    else if (atom.kind === 'stem') add(stems, atom.stem, sign);
    else if (atom.kind === 'prefix') add(prefixes, atom.start, sign);
    else if (atom.kind === 'number') numbers.push(sign);
    else laws.push(sign);
  }

  /** Words of which one must stand where the sequence does. */
  function signsOf(nodes: Sequence): readonly Sign[] {
    const found: Sign[] = [];
    for (const [at, node] of nodes.entries()) {
      if (node.kind === 'optional') {
        found.push(...signsOf(node.nodes));
        continue;
      }
      if (node.kind === 'choice') found.push(...signsOfChoice(node));
      else if (node.kind !== 'gap') found.push(rarest(nodes.slice(at), node));
      return found;
    }
    return found;
  }

  function signsOfChoice(node: Choice): readonly Sign[] {
    const known = signsKnown.get(node);
    if (known !== undefined) return known;
    const byAtom = new Map(node.options.flatMap(signsOf).map((sign) => [keyOf(sign.atom, sign.before), sign]));
    const signs = [...byAtom.values()];
    signsKnown.set(node, signs);
    return signs;
  }

  const breadth = (id: NodeId): number => breadths[id] ?? 0;
  return { idOf, breadth, count: () => count, signs: { words, stems, prefixes, numbers, laws } };
}

export type Numbering = ReturnType<typeof numberNodes>;

/** Of the plain words with which a sequence begins, the one that stands in the fewest sentences. */
function rarest(nodes: Sequence, first: Atom): Sign {
  let best: Sign = { atom: first, before: 0 };
  // A citation may take several tokens: how far what follows it lies can't be told.
  for (const [before, node] of nodes.entries()) {
    if (node.kind === 'choice' || node.kind === 'optional' || node.kind === 'gap' || node.kind === 'law') break;
    if (before <= mostBefore && commonness(node) < commonness(best.atom)) best = { atom: node, before };
  }
  return best;
}

/** How often a word begins so, roughly: short words stand in every sentence. */
function commonness(atom: Atom): number {
  switch (atom.kind) {
    case 'word':
      return atom.form.length <= 3 ? 60 : atom.form.length === 4 ? 10 : 1;
    case 'number':
      return 20;
    case 'prefix':
      return atom.start.length <= 3 ? 20 : 2;
    default:
      return 2;
  }
}

function keyOf(atom: Atom, before: number): string {
  switch (atom.kind) {
    case 'word':
      return `w ${atom.form} ${before}`;
    case 'stem':
      return `s ${atom.stem} ${before}`;
    case 'prefix':
      return `p ${atom.start} ${before}`;
    case 'number':
      return `n ${before}`;
    case 'law':
      return `l ${atom.ref} ${before}`;
  }
}

function add(map: Map<string, NodeSign[]>, key: string, sign: NodeSign): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [sign]);
  else there.push(sign);
}
