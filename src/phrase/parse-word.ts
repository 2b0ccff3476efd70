import { foldWord } from './fold.ts';
import type { Node } from './phrase.ts';
import { mistakeAt, type Piece } from './phrase-pieces.ts';
import type { Stem } from './stem.ts';

/** `funds`, `insuffisant*` or `~establish` as nodes; a written word may fold to several. */
export function parseWord(piece: Piece, stem: Stem): readonly Node[] {
  const inflected = piece.text.startsWith('~');
  const prefix = piece.text.endsWith('*');
  const forms = foldWord(piece.text.slice(inflected ? 1 : 0, prefix ? -1 : undefined));
  const last = forms.at(-1);
  if (last === undefined) {
    if (inflected || prefix) throw mistakeAt(piece.column, `"${piece.text}" holds no word`);
    return []; // punctuation between the words of a printed sentence
  }
  if (prefix && last.length < 3) throw mistakeAt(piece.column, 'write at least three letters before "*"');
  const before = forms.slice(0, -1).map((form): Node => ({ kind: 'word', form }));
  return [...before, lastNode(last, prefix, inflected ? stem(last) : undefined)];
}

function lastNode(form: string, prefix: boolean, stem: string | undefined): Node {
  if (prefix) return { kind: 'prefix', start: form };
  return stem === undefined ? { kind: 'word', form } : { kind: 'stem', stem };
}
