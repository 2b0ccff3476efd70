import type { PlacedWord } from '../seam/ocr-engine.ts';

/** An upright stroke alone, or glued to small letters. A 1 alone may be a number ("page 1 of 2"), so it stays. */
const loneStroke = /^[|l]$/;
const gluedStroke = /^[|l1](?=\p{Ll}+$)/u;
/** Of real words like "land" an engine is surer. */
const mostSure = 0.75;
const strokeWord = 'i';

/**
 * In a language that has the word "I", an engine takes it for any other upright stroke, or glues it to the next word
 * ("|", "l", "1am"). On the page it is that word. `commonWords`: the commonest words of the page's language.
 */
export function readLoneStrokes(
  rows: readonly (readonly PlacedWord[])[],
  commonWords: readonly string[],
): readonly (readonly PlacedWord[])[] {
  if (!commonWords.includes(strokeWord)) return rows;
  return rows.map((row) => row.flatMap((word, at) => readStroke(word, row[at + 1], commonWords)));
}

function readStroke(word: PlacedWord, next: PlacedWord | undefined, commonWords: readonly string[]): PlacedWord[] {
  const capital = strokeWord.toUpperCase();
  if (!/^\p{Ll}/u.test(next?.text ?? '')) return [word];
  if (loneStroke.test(word.text)) return [{ ...word, text: capital }];
  const rest = word.text.replace(gluedStroke, '');
  if (rest === word.text || word.confidence > mostSure || !commonWords.includes(rest)) return [word];
  const { left, right } = word.box;
  // The stroke and the space behind it are about as wide as one letter.
  const cut = left + (right - left) / (word.text.length + 1);
  return [
    { ...word, text: capital, box: { ...word.box, right: cut } },
    { ...word, text: rest, box: { ...word.box, left: cut } },
  ];
}
