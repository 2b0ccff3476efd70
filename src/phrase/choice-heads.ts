import { isAtom } from './is-atom.ts';
import type { Choice, Node, Sequence, Token } from './phrase.ts';

/** What follows the first word of some options: the word that ends an option, the second words that go on, the rest. */
export type Following = {
  /** An option is this word alone. */
  alone: boolean;
  /** Options whose second word is plain, from their third node on. */
  readonly bySecond: Map<string, Sequence[]>;
  /** Options that go on in another way, from their second node on. */
  readonly others: Sequence[];
};

/** The options of a choice that can begin with a word. */
export type Begun = {
  /** Of options that begin with a plain word: what follows it. */
  readonly plain: Following | undefined;
  /** Options that begin in another way, whole. */
  readonly others: readonly Sequence[];
};

/** The options of a list by their first two words: lists are long, and looking a word up is cheaper than trying them all. */
type Heads = {
  readonly byWord: ReadonlyMap<string, Following>;
  readonly others: readonly Sequence[];
  /** What was found for words before; `undefined` where nothing begins with the word. */
  readonly begun: Map<string, Begun | undefined>;
};

/** What is known of the choices of one parser's phrases, by their number: filled as letters meet them. */
export type HeadsKnown = { readonly byNumber: (Heads | undefined)[]; kept: number };

/** Letters can hold any number of made-up words; the memory for them is bounded. */
const mostKept = 500_000;

/** Which options of a choice can begin with this token, or nothing where none can. Provisions of law are not looked at. */
export function begunBy(choice: Choice, token: Token, known: HeadsKnown): Begun | undefined {
  const heads = known.byNumber[choice.number] ?? sortOptions(choice.options);
  known.byNumber[choice.number] = heads;
  const { begun } = heads;
  const before = begun.get(token.form);
  if (before !== undefined || begun.has(token.form)) return before;
  const plain = heads.byWord.get(token.form);
  const others = heads.others.filter((option) => canBegin(option, token, known));
  const found = plain === undefined && others.length === 0 ? undefined : { plain, others };
  if (known.kept < mostKept) {
    known.kept += 1;
    begun.set(token.form, found);
  }
  return found;
}

/** Most options fail on their first word. */
function canBegin(option: Sequence, token: Token, known: HeadsKnown): boolean {
  for (const node of option) {
    if (node.kind !== 'optional') return nodeCanBegin(node, token, known);
    if (canBegin(node.nodes, token, known)) return true;
  }
  return true;
}

function nodeCanBegin(node: Exclude<Node, { kind: 'optional' }>, token: Token, known: HeadsKnown): boolean {
  switch (node.kind) {
    case 'choice':
      return begunBy(node, token, known) !== undefined;
    // A citation depends on more than the word's form, and a gap on nothing.
    case 'law':
    case 'gap':
      return true;
    default:
      return isAtom(node, token);
  }
}

function sortOptions(options: readonly Sequence[]): Heads {
  const byWord = new Map<string, Following>();
  const others: Sequence[] = [];
  for (const option of options) {
    const [head, ...rest] = option;
    if (head?.kind !== 'word') others.push(option);
    else addTo(byWord, head.form, rest);
  }
  return { byWord, others, begun: new Map() };
}

function addTo(byWord: Map<string, Following>, form: string, rest: Sequence): void {
  const following: Following = byWord.get(form) ?? { alone: false, bySecond: new Map(), others: [] };
  byWord.set(form, following);
  const [second, ...after] = rest;
  if (second === undefined) following.alone = true;
  else if (second.kind === 'word') {
    const same = following.bySecond.get(second.form);
    if (same === undefined) following.bySecond.set(second.form, [after]);
    else same.push(after);
  } else following.others.push(rest);
}
