import type { Line, Mark, Page, PageOrigin, Word } from '../model/document.ts';
import { type Box, boxAround } from '../model/geometry.ts';
import type { PlacedWord } from '../seam/ocr-engine.ts';

/** A page before its words have numbers. `rows` stand in reading order; one without words is left out. */
export type DraftPage = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly origin: PageOrigin;
  readonly rows: readonly DraftRow[];
  readonly marks: readonly Mark[];
};

/** `box` is given where the row's place isn't simply the box around its words, as on a crooked photo. */
export type DraftRow = { readonly words: readonly PlacedWord[]; readonly box?: Box };

/** Numbers the words of all pages, one after another, in reading order. */
export function numberPages(pages: readonly DraftPage[]): readonly Page[] {
  let at = 0;
  return pages.map((page) => {
    const lines: Line[] = [];
    for (const row of page.rows) {
      const words: Word[] = row.words.map((word) => ({
        at: at++,
        text: word.text,
        box: rounded(word.box),
        confidence: round(word.confidence),
      }));
      const [first, ...rest] = words;
      if (first === undefined) continue;
      lines.push({ box: rounded(row.box ?? boxAround([first.box, ...rest.map((word) => word.box)])), words });
    }
    const { number, width, height, origin, marks } = page;
    return {
      number,
      width: round(width),
      height: round(height),
      origin,
      confidence: meanConfidence(lines),
      lines,
      marks,
    };
  });
}

function meanConfidence(lines: readonly Line[]): number {
  const words = lines.flatMap((line) => line.words);
  if (words.length === 0) return 0;
  return round(words.reduce((sum, word) => sum + word.confidence, 0) / words.length);
}

function rounded(box: Box): Box {
  return { left: round(box.left), top: round(box.top), right: round(box.right), bottom: round(box.bottom) };
}

/** Hundredths are finer than any picture of the page, and keep reports short. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
