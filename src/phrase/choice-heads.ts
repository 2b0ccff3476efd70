import type { Choice, Sequence } from './phrase.ts';

/** What follows the first word of some options: the word that ends an option, the second words that go on, the rest. */
export type Following = {
  /** An option is this word alone. */
  alone: boolean;
  /** Options whose second word is plain, from their third node on. */
  readonly bySecond: Map<string, Sequence[]>;
  /** Options that go on in another way, from their second node on. */
  readonly others: Sequence[];
};

/** The options of a list by their first two words: lists are long, and looking a word up is cheaper than trying them all. */
export type Heads = {
  readonly byWord: ReadonlyMap<string, Following>;
  /** Options that don't begin with a plain word. */
  readonly others: readonly Sequence[];
};

const headsByChoice = new WeakMap<Choice, Heads>();

export function headsOf(choice: Choice): Heads {
  const known = headsByChoice.get(choice);
  if (known !== undefined) return known;
  const heads = sortOptions(choice.options);
  headsByChoice.set(choice, heads);
  return heads;
}

function sortOptions(options: readonly Sequence[]): Heads {
  const byWord = new Map<string, Following>();
  const others: Sequence[] = [];
  for (const option of options) {
    const [head, ...rest] = option;
    if (head?.kind !== 'word') others.push(option);
    else addTo(byWord, head.form, rest);
  }
  return { byWord, others };
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
