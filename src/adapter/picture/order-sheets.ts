import { middleOf } from './find-paper.ts';
import type { Turn } from './find-turn.ts';
import { type Corners, project, turning } from './homography.ts';

type Placed = { readonly turn: Turn; readonly sheet?: Corners };

/** Sheets of one picture in reading order, as they lie when the picture is upright: from left to right, or downwards. */
export function orderSheets<Page extends Placed>(pages: readonly Page[]): readonly Page[] {
  const turn = (pages.find((page) => page.turn.sure) ?? pages[0])?.turn;
  if (turn === undefined) return pages;
  const placed = pages.map((page) => {
    const middle = page.sheet === undefined ? { x: 0, y: 0 } : middleOf(page.sheet);
    return { page, at: project(turning(turn.turns, { width: 0, height: 0 }), middle) };
  });
  const spread = (side: 'x' | 'y'): number =>
    Math.max(...placed.map(({ at }) => at[side])) - Math.min(...placed.map(({ at }) => at[side]));
  const side = spread('x') >= spread('y') ? 'x' : 'y';
  return placed.toSorted((one, other) => one.at[side] - other.at[side]).map(({ page }) => page);
}
