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

/** The same of an atom of this numbering: above `nodeShift` the atom's number. */
type AtomSign = number;

/** Numbers nodes and notes by which words each can be seen: `signs` are filled as nodes are asked for. */
export function numberNodes() {
  const ids = new Map<Node, NodeId>();
  const byAtom = new Map<number, NodeId>();
  const signs = collectSigns();
  const signsKnown = new Map<Choice, readonly AtomSign[]>();
  const breadths: number[] = [];
  const atoms = numberAtoms();
  let count = 0;

  function idOf(node: Node): NodeId {
    const known = ids.get(node);
    if (known !== undefined) return known;
    const atom = isAtomNode(node) ? atoms.numberOf(node) : undefined;
    const same = atom === undefined ? undefined : byAtom.get(atom);
    const id = same ?? count++;
    ids.set(node, id);
    if (atom !== undefined) byAtom.set(atom, id);
    if (same === undefined) addSigns(id, signsOf([node]));
    return id;
  }

  function addSigns(id: NodeId, own: readonly AtomSign[]): void {
    let breadth = 0;
    for (const sign of own) {
      const atom = atoms.at(sign >> nodeShift);
      if (atom === undefined) continue;
      breadth += commonness(atom);
      signs.add(atom, (id << nodeShift) | (sign & mostBefore));
    }
    breadths[id] = breadth;
  }

  /** Words of which one must stand where the sequence does. */
  function signsOf(nodes: Sequence): readonly AtomSign[] {
    const found: AtomSign[] = [];
    for (const [at, node] of nodes.entries()) {
      if (node.kind === 'optional') {
        found.push(...signsOf(node.nodes));
        continue;
      }
      if (node.kind === 'choice') found.push(...signsOfChoice(node));
      else if (node.kind !== 'gap') found.push(signOf(rarest(nodes, at, node)));
      return found;
    }
    return found;
  }

  function signOf({ atom, before }: Telling): AtomSign {
    return (atoms.numberOf(atom) << nodeShift) | before;
  }

  function signsOfChoice(node: Choice): readonly AtomSign[] {
    const known = signsKnown.get(node);
    if (known !== undefined) return known;
    const all = new Set<AtomSign>();
    for (const option of node.options) for (const sign of signsOf(option)) all.add(sign);
    const own = [...all];
    signsKnown.set(node, own);
    return own;
  }

  const breadth = (id: NodeId): number => breadths[id] ?? 0;
  return { idOf, breadth, count: () => count, signs: signs.lists };
}

/** What words tell of nodes, by the way in which the word is asked for. */
function collectSigns() {
  const words = new Map<string, NodeSign[]>();
  const stems = new Map<string, NodeSign[]>();
  const prefixes = new Map<string, NodeSign[]>();
  const numbers: NodeSign[] = [];
  const laws: NodeSign[] = [];
  return {
    lists: { words, stems, prefixes, numbers, laws },
    add(atom: Atom, sign: NodeSign): void {
      if (atom.kind === 'word') add(words, atom.form, sign);
      else if (atom.kind === 'stem') add(stems, atom.stem, sign);
      else if (atom.kind === 'prefix') add(prefixes, atom.start, sign);
      else if (atom.kind === 'number') numbers.push(sign);
      else laws.push(sign);
    },
  };
}

/** Numbers atoms; equal ones have one number. A parser makes a word once, so that most are known by their object. */
function numberAtoms() {
  const atoms: Atom[] = [];
  const byObject = new Map<Atom, number>();
  const byKey = new Map<string, number>();
  return {
    at: (number: number): Atom | undefined => atoms[number],
    numberOf(atom: Atom): number {
      const known = byObject.get(atom);
      if (known !== undefined) return known;
      const key = keyOf(atom);
      const number = byKey.get(key) ?? atoms.push(atom) - 1;
      byKey.set(key, number);
      byObject.set(atom, number);
      return number;
    },
  };
}

function isAtomNode(node: Node): node is Atom {
  return node.kind !== 'choice' && node.kind !== 'optional' && node.kind !== 'gap';
}

export type Numbering = ReturnType<typeof numberNodes>;

/** A word that tells of a sequence, and how far behind its beginning it stands. */
type Telling = { readonly atom: Atom; readonly before: number };

/** Of the plain words with which a sequence goes on at `from`, the one that stands in the fewest sentences. */
function rarest(nodes: Sequence, from: number, first: Atom): Telling {
  let best: Telling = { atom: first, before: 0 };
  for (let before = 0; before <= mostBefore; before += 1) {
    const node = nodes[from + before];
    // A citation may take several tokens: how far what follows it lies can't be told.
    if (node === undefined || !isAtomNode(node) || node.kind === 'law') break;
    if (commonness(node) < commonness(best.atom)) best = { atom: node, before };
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

function add(map: Map<string, NodeSign[]>, key: string, sign: NodeSign): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [sign]);
  else there.push(sign);
}
