import type { Box } from '../../model/geometry.ts';
import type { DraftRow } from '../../read/number-pages.ts';
import { followedBy, type Homography, project, scaling, turning } from './homography.ts';

/** The page as people see it: the source picture turned upright, at its size in points. */
export type SeenPage = { readonly width: number; readonly height: number; readonly toPage: Homography };

/** How a source picture of `pixels` that shows `points` becomes an upright page. */
export function seenPage(
  pixels: { readonly width: number; readonly height: number },
  points: { readonly width: number; readonly height: number },
  turns: 0 | 1 | 2 | 3,
): SeenPage {
  const toPoints = scaling(points.width / pixels.width, points.height / pixels.height);
  const lying = turns % 2 === 1;
  return {
    width: lying ? points.height : points.width,
    height: lying ? points.width : points.height,
    toPage: followedBy(toPoints, turning(turns, points)),
  };
}

/** The upright box around a box that was turned, slanted or squared on its way. */
export function moveBox(box: Box, map: Homography): Box {
  const points = [
    project(map, { x: box.left, y: box.top }),
    project(map, { x: box.right, y: box.top }),
    project(map, { x: box.right, y: box.bottom }),
    project(map, { x: box.left, y: box.bottom }),
  ];
  const [across, down] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}

/**
 * Rows of a prepared page at their places on the page as people see it. The row's own box is as high as its words and
 * lies where the row begins, for on a crooked page the box around a whole row would cover its neighbours, and whoever
 * looks for gaps between paragraphs would find none.
 */
export function moveRows(rows: readonly DraftRow[], map: Homography): readonly DraftRow[] {
  return rows.map((row) => {
    const words = row.words.map((word) => ({ ...word, box: moveBox(word.box, map) }));
    const first = words[0];
    if (first === undefined) return { words };
    const left = Math.min(...words.map(({ box }) => box.left));
    const right = Math.max(...words.map(({ box }) => box.right));
    const heights = row.words.map(({ box }) => box.bottom - box.top).toSorted((a, b) => a - b);
    const middle = project(map, { x: row.words[0]?.box.left ?? 0, y: middleOf(row) });
    const scale =
      (first.box.bottom - first.box.top) / Math.max(1, (row.words[0]?.box.bottom ?? 1) - (row.words[0]?.box.top ?? 0));
    const half = ((heights.at(-1) ?? 0) * scale) / 2;
    return { words, box: { left, right, top: middle.y - half, bottom: middle.y + half } };
  });
}

function middleOf(row: DraftRow): number {
  const tops = row.words.map(({ box }) => box.top);
  const bottoms = row.words.map(({ box }) => box.bottom);
  return (Math.min(...tops) + Math.max(...bottoms)) / 2;
}
