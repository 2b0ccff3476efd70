import type { Segment } from './segment.ts';

type Sheet = { readonly segments: [Segment, ...Segment[]]; right: number; top: number; bottom: number };

/** A sheet with fewer lines may be the left half of a heading. */
const fewestLines = 8;

/**
 * Lines in reading order, parted by the sheets they stand on: a page is one sheet, but a photo of two sheets side by side
 * is one page. There the lines begin anew at the top, right of all that came before.
 */
export function splitSheets(segments: readonly Segment[]): readonly (readonly [Segment, ...Segment[]])[] {
  const sheets: Sheet[] = [];
  for (const segment of segments) {
    const { right, top, bottom } = segment;
    const sheet = sheets.at(-1);
    if (sheet === undefined || sheet.segments[0].page !== segment.page || beginsSheet(sheet, segment)) {
      sheets.push({ segments: [segment], right, top, bottom });
      continue;
    }
    sheet.segments.push(segment);
    sheet.right = Math.max(sheet.right, right);
    sheet.top = Math.min(sheet.top, top);
    sheet.bottom = Math.max(sheet.bottom, bottom);
  }
  return sheets.map((sheet) => sheet.segments);
}

function beginsSheet({ segments, right, top, bottom }: Sheet, next: Segment): boolean {
  return segments.length >= fewestLines && next.top < (top + bottom) / 2 && right < next.left;
}
