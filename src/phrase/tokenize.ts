import type { Word } from '../model/document.ts';
import { foldWord } from './fold.ts';
import type { Token } from './phrase.ts';
import type { Stem } from './stem.ts';

/** What printed words fold to, kept as long as the language's stemmer lives: letters repeat their words. */
const foldedBy = new WeakMap<Stem, Map<string, readonly string[]>>();

function foldKnown(text: string, stem: Stem): readonly string[] {
  const known = foldedBy.get(stem) ?? new Map<string, readonly string[]>();
  if (known.size === 0) foldedBy.set(stem, known);
  const before = known.get(text);
  if (before !== undefined) return before;
  const forms = foldWord(text);
  // Letters can hold any number of made-up words; the memory for them is bounded.
  if (known.size < 50_000) known.set(text, forms);
  return forms;
}

/** The words of one sentence as comparable tokens, in order. A word cut at a line's end is one token over two words. */
export function tokenize(words: readonly Word[], stem: Stem): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const next = words[at + 1];
    if (next !== undefined && isCut(word, next)) {
      addTokens(tokens, word.text.replace(/[-\u00ad\ufffe\u2010]+$/, '') + next.text, word.at, next.at + 1, stem);
      at += 1;
    } else {
      addTokens(tokens, word.text, word.at, word.at + 1, stem);
    }
  }
  return tokens;
}

function addTokens(tokens: Token[], text: string, from: number, to: number, stem: Stem): void {
  const forms = foldKnown(text, stem);
  const after = clauseMark(text);
  for (const [number, form] of forms.entries()) {
    tokens.push({ form, stem: stem(form), from, to, after: number === forms.length - 1 ? after : '' });
  }
  const last = tokens.at(-1);
  // A dash or a lone punctuation mark ends the clause of the word before it.
  if (forms.length === 0 && after !== '' && last?.after === '') tokens[tokens.length - 1] = { ...last, after };
}

/** `tempo-` at a line's end and `rary` at the start of the next. */
function isCut(word: Word, next: Word): boolean {
  return (
    /\p{L}{2}[-\u00ad\ufffe\u2010]$/u.test(word.text) && /^\p{Ll}/u.test(next.text) && next.box.left < word.box.left
  );
}

function clauseMark(text: string): string {
  const mark = /([,;:])["'”’»)\]]*$/.exec(text)?.[1];
  if (mark !== undefined) return mark;
  return /^[-–—]{1,2}$/.test(text) || /[–—]$/.test(text) ? ';' : '';
}
