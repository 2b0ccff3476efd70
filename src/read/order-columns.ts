import type { Fragment, Row } from './split-rows.ts';

/** Where a page's columns are looked for: its head may hold an address beside a date; below, only columns of running text. */
const headShare = 0.4;
const proseShare = 0.3;

/**
 * Puts rows that were read across two columns into reading order: the left column, then the right one. A label and its
 * value, and the cells of a table, stay side by side.
 */
export function orderColumns(
  rows: readonly Row[],
  page: { readonly width: number; readonly height: number },
): readonly Row[] {
  const ordered: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const region = columnRegion(rows, at);
    if (region === undefined || !readsInColumns(region, page)) {
      const row = rows[at];
      if (row !== undefined) ordered.push(row);
      at += 1;
      continue;
    }
    ordered.push(...side(region, 'left'), ...side(region, 'right'));
    at += region.rows.length;
  }
  return ordered;
}

type Region = { readonly rows: readonly Row[]; readonly gutter: { readonly from: number; readonly to: number } };

/** The rows from `start` on that leave one upright strip of the page white, with at least two that have words on both sides. */
function columnRegion(rows: readonly Row[], start: number): Region | undefined {
  const first = rows[start];
  let gutter = first === undefined ? undefined : gapOf(first);
  if (first === undefined || gutter === undefined) return undefined;
  const taken: Row[] = [first];
  for (const row of rows.slice(start + 1)) {
    const next = gutterBeside(row, gutter);
    const above = taken.at(-1);
    if (next === undefined || above === undefined || farBelow(above, row)) break;
    gutter = next;
    taken.push(row);
  }
  const twoSided = taken.filter((row) => gapOf(row) !== undefined).length;
  return twoSided < 2 ? undefined : { rows: taken, gutter };
}

/** What is left of the white strip below one more row, or undefined where its words stand in the way. */
function gutterBeside(row: Row, gutter: Region['gutter']): Region['gutter'] | undefined {
  const gap = gapOf(row);
  const left = gap === undefined ? gutter : { from: Math.max(gutter.from, gap.from), to: Math.min(gutter.to, gap.to) };
  return left.to > left.from && leavesWhite(row, left) ? left : undefined;
}

/** The white between the two fragments of a row; a row of three or more cells is a table's. */
function gapOf(row: Row): { from: number; to: number } | undefined {
  const [left, right] = row;
  if (left === undefined || right === undefined || row.length !== 2) return undefined;
  return { from: left.box.right, to: right.box.left };
}

function leavesWhite(row: Row, gutter: Region['gutter']): boolean {
  return row.every(({ box }) => box.right <= gutter.from + 1 || box.left >= gutter.to - 1);
}

function farBelow(above: Row, below: Row): boolean {
  const bottom = Math.max(...above.map(({ box }) => box.bottom));
  const top = Math.min(...below.map(({ box }) => box.top));
  const height = Math.max(...below.map(({ box }) => box.bottom - box.top));
  return top - bottom > 1.2 * height;
}

function readsInColumns(region: Region, page: { readonly width: number; readonly height: number }): boolean {
  const lefts = region.rows.flatMap((row) => row.filter((fragment) => isLeft(fragment, region)));
  const rights = region.rows.flatMap((row) => row.filter((fragment) => !isLeft(fragment, region)));
  const labels = lefts.filter(({ words }) => /[:：]$/.test(words.at(-1)?.text ?? '')).length;
  if (labels * 2 > lefts.length) return false;
  const bottom = Math.max(...region.rows.flat().map(({ box }) => box.bottom));
  if (bottom < page.height * headShare) return true;
  return (
    region.rows.length >= 4 && widthOf(lefts) > proseShare * page.width && widthOf(rights) > proseShare * page.width
  );
}

function widthOf(fragments: readonly Fragment[]): number {
  const widths = fragments.map(({ box }) => box.right - box.left).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

function isLeft(fragment: Fragment, region: Region): boolean {
  return fragment.box.right <= region.gutter.from + 1;
}

function side(region: Region, which: 'left' | 'right'): Row[] {
  return region.rows
    .map((row) => row.filter((fragment) => isLeft(fragment, region) === (which === 'left')))
    .filter((row) => row.length > 0);
}
