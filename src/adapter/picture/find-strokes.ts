import type { Box } from '../../model/geometry.ts';
import type { GrayPicture, PlacedWord } from '../../seam/ocr-engine.ts';
import { type InkPatch, inkLevel } from './ink-patches.ts';

/** Sides of a stamp, a signature or a scribble, as shares of the page's sides: larger than letters, smaller than a frame. */
const widths = { from: 0.06, to: 0.7 } as const;
const heights = { from: 0.03, to: 0.4 } as const;
/** Strokes fill little of the box around them; pictures and bars fill much. */
const mostFilled = 0.45;
/** A straight side of a table or a box is ink for so much of its length, within so much of the other side. */
const straight = { share: 0.8, within: 0.008 } as const;
/** Words that strokes run through are read badly: so many of them, under so much confidence. */
const fewestWords = 3;
const unsure = 0.7;

/** Whether a patch is a stamp's or a hand's: of a size and looseness that no letter, bar, picture or frame has. */
export function isStrokes(picture: GrayPicture, patch: InkPatch): boolean {
  const [across, down] = [patch.right - patch.left + 1, patch.bottom - patch.top + 1];
  const { width, height } = picture;
  if (across < width * widths.from || across > width * widths.to) return false;
  if (down < height * heights.from || down > height * heights.to) return false;
  return patch.size < across * down * mostFilled && !isFrame(picture, patch);
}

/** A table or a box has straight sides; a stamp that touches a line of print seems to have one. */
function isFrame({ width, pixels }: GrayPicture, { left, top, right, bottom }: InkPatch): boolean {
  const [down, across] = [
    Math.ceil((right - left) * straight.within) + 2,
    Math.ceil((bottom - top) * straight.within) + 2,
  ];
  const hasInk = (from: { x: number; y: number }, to: { x: number; y: number }): boolean => {
    for (let y = from.y; y <= to.y; y += 1)
      for (let x = from.x; x <= to.x; x += 1) if ((pixels[y * width + x] ?? 255) < inkLevel) return true;
    return false;
  };
  const isRow = (from: number, to: number) =>
    shareOf(left, right, (x) => hasInk({ x, y: from }, { x, y: to })) > straight.share;
  const isColumn = (from: number, to: number) =>
    shareOf(top, bottom, (y) => hasInk({ x: from, y }, { x: to, y })) > straight.share;
  const sides = [
    isRow(top, top + down),
    isRow(bottom - down, bottom),
    isColumn(left, left + across),
    isColumn(right - across, right),
  ];
  return sides.filter(Boolean).length >= 2;
}

function shareOf(from: number, to: number, holds: (place: number) => boolean): number {
  let count = 0;
  for (let place = from; place <= to; place += 1) if (holds(place)) count += 1;
  return count / (to - from + 1);
}

/** Whether words that stand within strokes were read badly: then the strokes run over them, not beside. */
export function hidesWords(box: Box, words: readonly PlacedWord[]): boolean {
  const inside = words.filter(({ box: own }) => {
    const [x, y] = [(own.left + own.right) / 2, (own.top + own.bottom) / 2];
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
  return inside.filter(({ confidence }) => confidence < unsure).length >= fewestWords;
}
