import type { Box } from '../model/geometry.ts';
import type { PlacedWord } from '../seam/ocr-engine.ts';

/** Plain text has no places, so it gets those of a typed page: 10-point letters, all equally wide. All in points. */
export const typedPage = {
  width: 612,
  height: 792,
  margin: 54,
  characterWidth: 6,
  lineHeight: 12,
  tabStop: 8,
} as const;

/** One typed page. Each row holds the words of one line of text; a line without words gives no row, but keeps its space. */
export type TypedPage = {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly (readonly PlacedWord[])[];
};

/** The most characters of one line that are read. */
const longestLine = 20_000;

/** Lays text out as typed pages: a page ends at a form feed, a row at a line end, and nothing is wrapped. */
export function layOutText(text: string): readonly TypedPage[] {
  const pages = text.replace(/\r\n?/g, '\n').split('\f');
  const last = pages.length > 1 && pages.at(-1)?.trim() === '' ? pages.slice(0, -1) : pages;
  return last.map(layOutPage);
}

/** Whether some line is longer than is read. */
export function hasEndlessLine(text: string): boolean {
  return text.split(/[\r\n\f]/).some((line) => line.length > longestLine);
}

function layOutPage(text: string): TypedPage {
  const lines = text.split('\n');
  const rows: PlacedWord[][] = [];
  let right = 0;
  for (const [index, line] of lines.entries()) {
    const words = layOutLine(line.slice(0, longestLine), typedPage.margin + index * typedPage.lineHeight);
    const last = words.at(-1);
    if (last === undefined) continue;
    right = Math.max(right, last.box.right);
    rows.push(words);
  }
  return {
    width: Math.max(typedPage.width, right + typedPage.margin),
    height: Math.max(typedPage.height, 2 * typedPage.margin + lines.length * typedPage.lineHeight),
    rows,
  };
}

function layOutLine(line: string, top: number): PlacedWord[] {
  const words: PlacedWord[] = [];
  let column = 0;
  for (const [piece] of line.matchAll(/\t|[^\S\t]+|\S+/gu)) {
    if (piece === '\t') {
      column += typedPage.tabStop - (column % typedPage.tabStop);
      continue;
    }
    const width = Array.from(piece).length;
    if (piece.trim() !== '') words.push({ text: piece, box: boxAt(column, width, top), confidence: 1 });
    column += width;
  }
  return words;
}

function boxAt(column: number, width: number, top: number): Box {
  const left = typedPage.margin + column * typedPage.characterWidth;
  return { left, top, right: left + width * typedPage.characterWidth, bottom: top + typedPage.lineHeight };
}
