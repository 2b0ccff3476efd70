import type { PlacedWord } from '../seam/ocr-engine.ts';

/** What an engine makes of a printed bullet. Dashes and letters are left: they may be what is printed. */
const misreadBullet = /^[+*°«»¢©®¥~=>·▪■]$/u;
const bullet = '•';
/** A speck is smaller than this share of the usual height of words, both ways. */
const speckShare = 0.3;

/** Marks of a recognised page that are no words: a bullet becomes one bullet, however it was read; specks of dirt are dropped. */
export function settleMarks(rows: readonly (readonly PlacedWord[])[]): readonly (readonly PlacedWord[])[] {
  const heights = rows.flatMap((row) => row.map(heightOf)).toSorted((one, other) => one - other);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  return rows
    .map((row) => row.filter((word) => !isSpeck(word, usual)))
    .map(([first, second, ...rest]) => {
      if (first === undefined) return [];
      if (second === undefined) return [first];
      const seen = misreadBullet.test(first.text) && /^[\p{L}\p{N}([“"]/u.test(second.text);
      return [seen ? { ...first, text: bullet } : first, second, ...rest];
    });
}

function isSpeck(word: PlacedWord, usual: number): boolean {
  if (/[\p{L}\p{N}]/u.test(word.text)) return false;
  return heightOf(word) < usual * speckShare && word.box.right - word.box.left < usual * speckShare;
}

function heightOf({ box }: PlacedWord): number {
  return box.bottom - box.top;
}
