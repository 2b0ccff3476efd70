import { type Box, boxAround } from '../../model/geometry.ts';
import type { PlacedWord } from '../../seam/ocr-engine.ts';
import { bareNumber, countDigits, isIllShaped, isNumberLike } from './number-shapes.ts';

/** A number that a scan may have been misread in: the word at `at` of row `row`, or that one and the next as one number. */
export type DoubtfulNumber = {
  readonly row: number;
  readonly at: number;
  readonly words: 1 | 2;
  readonly text: string;
  readonly confidence: number;
  readonly box: Box;
};

/** Engines are surer than this of most numbers that they read right. */
const sure = 0.85;
/** The white between two halves of one number, in heights of its digits; a space is wider. */
const narrowGap = 0.5;
const fewestDigitsOfHalves = 7;

/** The numbers of a page that deserve a second look. */
export function doubtfulNumbers(rows: readonly (readonly PlacedWord[])[]): readonly DoubtfulNumber[] {
  return rows.flatMap((words, row) =>
    words.flatMap((word, at) => {
      const next = words[at + 1];
      if (next !== undefined && areHalves(word, next)) return [doubt(row, at, [word, next])];
      const before = words[at - 1];
      if (before !== undefined && areHalves(before, word)) return [];
      return isDoubtful(word) ? [doubt(row, at, [word])] : [];
    }),
  );
}

function doubt(row: number, at: number, words: readonly [PlacedWord] | readonly [PlacedWord, PlacedWord]) {
  const [first, second = first] = words;
  return {
    row,
    at,
    words: words.length,
    text: bareNumber(words.map(({ text }) => text).join('')),
    confidence: Math.min(first.confidence, second.confidence),
    box: boxAround([first.box, second.box]),
  };
}

function isDoubtful({ text, confidence }: PlacedWord): boolean {
  const bare = bareNumber(text);
  return isNumberLike(bare) && (confidence < sure || isIllShaped(bare));
}

/** Digits with little ink, like 1, stand so far apart that an engine sees two numbers. */
function areHalves(word: PlacedWord, next: PlacedWord): boolean {
  const whole = word.text + bareNumber(next.text);
  if (!/^[\p{L}$]?\d+$/u.test(word.text) || !/^\d+$/.test(bareNumber(next.text))) return false;
  const gap = next.box.left - word.box.right;
  return countDigits(whole) >= fewestDigitsOfHalves && gap < narrowGap * (word.box.bottom - word.box.top);
}
