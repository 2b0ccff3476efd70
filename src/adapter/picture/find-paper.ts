import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { brightestBlob } from './brightest-blob.ts';
import type { Corners, Point } from './homography.ts';

/** Cuts between paper and desk to try, as shares of Otsu's threshold. */
const cuts = [1.1, 1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.52];
const samplesPerSide = 48;

/**
 * The corners of the sheet in a photo, clockwise from its top left, or undefined where none is sure. `picture` is a small
 * blurred copy, about 500 pixels on its longer side. A sheet is told by its sides: paper just inside, darker just
 * outside. Choosing by area instead leaks into a bright desk.
 */
export function findPaper(picture: GrayPicture): Corners | undefined {
  const threshold = otsu(picture);
  let best: { readonly corners: Corners; readonly score: number } | undefined;
  for (const cut of cuts) {
    const blob = brightestBlob(picture, threshold * cut);
    if (blob === undefined) continue;
    const { area, fill, border } = blob;
    // Lower cuts only let the patch grow: a scan, which is bright to its rim, needs no further look.
    if (border >= 0.35) break;
    const score = edgeScore(picture, blob.corners);
    if (score <= 0.6 || area <= 0.15 || area >= 0.985 || fill <= 0.5) continue;
    if (best === undefined || score > best.score) best = { corners: blob.corners, score };
  }
  return best?.corners;
}

/** The brightness that best parts a picture in two. */
function otsu({ pixels }: GrayPicture): number {
  const counts = new Float64Array(256);
  for (const level of pixels) counts[level] = (counts[level] ?? 0) + 1;
  const total = counts.reduce((sum, count, level) => sum + count * level, 0);
  let [darkSum, dark, best, threshold] = [0, 0, 0, 127];
  for (const [level, count] of counts.entries()) {
    dark += count;
    const bright = pixels.length - dark;
    if (dark === 0) continue;
    if (bright === 0) break;
    darkSum += level * count;
    const spread = dark * bright * (darkSum / dark - (total - darkSum) / bright) ** 2;
    if (spread > best) [best, threshold] = [spread, level];
  }
  return threshold;
}

/** How surely four sides are the edges of a sheet, 0 to 1: mostly the weakest side's share of places with contrast. */
function edgeScore(picture: GrayPicture, corners: Corners): number {
  const middle = { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
  const sides = corners.map((corner, index) =>
    sideScore(picture, [corner, corners[(index + 1) % 4] ?? corner], middle),
  );
  return Math.min(...sides) * 0.7 + mean(sides) * 0.3;
}

function sideScore(picture: GrayPicture, [from, to]: readonly [Point, Point], middle: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  let inward = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  if ((middle.x - from.x) * inward.x + (middle.y - from.y) * inward.y < 0) inward = { x: -inward.x, y: -inward.y };
  let clear = 0;
  for (let sample = 0; sample < samplesPerSide; sample += 1) {
    const along = 0.04 + (0.92 * sample) / (samplesPerSide - 1);
    const [x, y] = [from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along];
    const level = (offset: number): number => levelAt(picture, x + inward.x * offset, y + inward.y * offset);
    if (Math.max(level(3), level(5), level(7)) > Math.max(level(-4), level(-6)) * 1.18 + 4) clear += 1;
  }
  return clear / samplesPerSide;
}

function levelAt({ width, height, pixels }: GrayPicture, x: number, y: number): number {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column < 0 || row < 0 || column >= width || row >= height ? 0 : (pixels[row * width + column] ?? 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
