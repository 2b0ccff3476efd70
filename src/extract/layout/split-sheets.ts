import type { Segment } from './segment.ts';

type Sheet = readonly [Segment, ...Segment[]];

/** A sheet has so many lines, and they reach over so much of the height of all: a heading's left half doesn't. */
const fewestLines = 8;
const leastHeight = 0.5;

/**
 * Lines in reading order, parted by the sheets they stand on: a page is one sheet, but a photo of two sheets side by side
 * is one page. There all lines of the first stand left of all lines of the second.
 */
export function splitSheets(segments: readonly Segment[]): readonly Sheet[] {
  const pages: [Segment, ...Segment[]][] = [];
  for (const segment of segments) {
    const page = pages.at(-1);
    if (page === undefined || page[0].page !== segment.page) pages.push([segment]);
    else page.push(segment);
  }
  return pages.flatMap(splitPage);
}

function splitPage(page: Sheet): readonly Sheet[] {
  const lefts = page.map(({ left }) => left);
  for (let at = page.length - 2; at >= 0; at -= 1) lefts[at] = Math.min(lefts[at] ?? 0, lefts[at + 1] ?? 0);
  const whole = { top: Number.POSITIVE_INFINITY, bottom: 0 };
  for (const { top, bottom } of page) spread(whole, top, bottom);
  const first = { top: Number.POSITIVE_INFINITY, bottom: 0, right: 0 };
  for (const [at, { top, bottom, right }] of page.entries()) {
    const isTall = first.bottom - first.top > leastHeight * (whole.bottom - whole.top);
    if (at >= fewestLines && isTall && first.right < (lefts[at] ?? 0)) {
      const [next, ...rest] = page.slice(at);
      if (next !== undefined)
        return [
          [page[0], ...page.slice(1, at)],
          [next, ...rest],
        ];
    }
    spread(first, top, bottom);
    first.right = Math.max(first.right, right);
  }
  return [page];
}

function spread(extent: { top: number; bottom: number }, top: number, bottom: number): void {
  extent.top = Math.min(extent.top, top);
  extent.bottom = Math.max(extent.bottom, bottom);
}
