import type { Word } from '../model/document.ts';
import type { Span } from '../model/evidence.ts';
import { foldWord } from './fold.ts';
import { keepWord } from './keep-word.ts';
import type { Token } from './phrase.ts';
import type { Stem } from './stem.ts';

/** What a printed word is, however often it is printed. */
type Printed = { readonly forms: readonly string[]; readonly after: string; readonly mayBeCut: boolean };

/** Printed words, kept as long as the language's stemmer lives: letters repeat their words. */
const printedBy = new WeakMap<Stem, Map<string, Printed>>();

function createReader(stem: Stem): (text: string) => Printed {
  const known = printedBy.get(stem) ?? new Map<string, Printed>();
  printedBy.set(stem, known);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const mayBeCut = /\p{L}{2}[-\u00ad\ufffe\u2010]$/u.test(text);
    return keepWord(known, text, { forms: foldWord(text), after: clauseMark(text), mayBeCut });
  };
}

/** The words of one sentence as comparable tokens, in order. A word cut at a line's end is one token over two words. */
export function tokenize(words: readonly Word[], stem: Stem): readonly Token[] {
  const read = createReader(stem);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const printed = read(word.text);
    const next = printed.mayBeCut ? words[at + 1] : undefined;
    if (next !== undefined && goesOn(word, next)) {
      const whole = read(word.text.replace(/[-\u00ad\ufffe\u2010]+$/, '') + next.text);
      addTokens(tokens, whole, { from: word.at, to: next.at + 1 }, stem);
      at += 1;
    } else {
      addTokens(tokens, printed, { from: word.at, to: word.at + 1 }, stem);
    }
  }
  return tokens;
}

function addTokens(tokens: Token[], { forms, after }: Printed, { from, to }: Span, stem: Stem): void {
  for (let number = 0; number < forms.length; number += 1) {
    const form = forms[number] ?? '';
    tokens.push({ form, stem: stem(form), from, to, after: number === forms.length - 1 ? after : '' });
  }
  const last = tokens.at(-1);
  // A dash or a lone punctuation mark ends the clause of the word before it.
  if (forms.length === 0 && after !== '' && last?.after === '') tokens[tokens.length - 1] = { ...last, after };
}

/** `tempo-` at a line's end and `rary` at the start of the next. */
function goesOn(word: Word, next: Word): boolean {
  return next.box.left < word.box.left && /^\p{Ll}/u.test(next.text);
}

function clauseMark(text: string): string {
  const mark = /([,;:])["'”’»)\]]*$/.exec(text)?.[1];
  if (mark !== undefined) return mark;
  return /^[-–—]{1,2}$/.test(text) || /[–—]$/.test(text) ? ';' : '';
}
