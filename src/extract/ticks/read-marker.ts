import type { Word } from '../../model/document.ts';
import { bracketState, type Glyph, glyphOf } from './glyphs.ts';

/** A marker as it looks, before the rest of the document says how to take it. */
export type RawMarker = {
  readonly looks: Glyph['is'] | 'number';
  readonly sure: boolean;
  readonly glyph: string;
  readonly words: number;
};

const enumerators = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5}|[A-H])[.)]$/;

/** The bullet, number or box that a run of words begins with. */
export function readMarker(words: readonly Word[]): RawMarker | undefined {
  const first = words[0]?.text ?? '';
  if (first === '') return undefined;
  return bracketMarker(words) ?? glyphMarker(first) ?? enumeratorMarker(first);
}

/** `[x]`, `[` `]`, `(` `x` `)`, and `[x]You`. */
function bracketMarker(words: readonly Word[]): RawMarker | undefined {
  const line = words[0]?.text ?? '';
  if (/^_+[xX✓✔√]_+$/u.test(line)) return { looks: 'ticked', sure: true, glyph: line, words: 1 };
  let joined = '';
  for (const [count, word] of words.slice(0, 3).entries()) {
    joined += word.text;
    if (joined.length > 5 || !/^[[(]/.test(joined)) break;
    const state = bracketState(joined);
    if (state !== undefined) return { looks: state, sure: true, glyph: joined, words: count + 1 };
  }
  const glued = /^[[(][xX✓✔√ ]?[\])](?=\p{L})/u.exec(words[0]?.text ?? '')?.[0];
  const state = glued === undefined || glued === '()' ? undefined : bracketState(glued);
  return state === undefined || glued === undefined ? undefined : { looks: state, sure: true, glyph: glued, words: 0 };
}

function glyphMarker(first: string): RawMarker | undefined {
  const [character = ''] = first;
  const glyph = glyphOf(character);
  if (glyph === undefined) return undefined;
  const alone = first === character || /^_{2,4}$/.test(first);
  if (alone) return { looks: glyph.is, sure: glyph.sure, glyph: character, words: 1 };
  // A box glued to its word ("☒You") is still a box; a letter or a dash glued to one is text.
  const glued = glyph.sure && /^[\p{L}\d"“«(]/u.test(first.slice(character.length));
  return glued ? { looks: glyph.is, sure: true, glyph: character, words: 0 } : undefined;
}

function enumeratorMarker(first: string): RawMarker | undefined {
  return enumerators.test(first) ? { looks: 'number', sure: false, glyph: first, words: 1 } : undefined;
}

/** Whether a word inside a line begins a new item: only glyphs that are never text. */
export function opensItem(word: Word): boolean {
  const [character = ''] = word.text;
  const glyph = glyphOf(character);
  return glyph?.sure === true && character !== '*' && character !== '·' && word.text.length <= 2;
}
