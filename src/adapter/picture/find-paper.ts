import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { type Blob, brightestBlobs } from './brightest-blob.ts';
import type { Corners, Point } from './homography.ts';

/** Cuts between paper and desk to try, as shares of Otsu's threshold. */
const cuts = [1.1, 1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.52];
const samplesPerSide = 48;

/** Two sheets in one picture are of about one size. */
const leastLikeness = 0.6;
const smallest = { alone: 0.15, ofTwo: 0.1 } as const;

type Sheet = { readonly corners: Corners; readonly area: number; readonly score: number };

/**
 * The corners of the sheets in a photo, each clockwise from its top left: of one sheet, of two that lie apart, or of none
 * where none is sure. `picture` is a small blurred copy, about 500 pixels on its longer side. A sheet is told by its
 * sides: paper just inside, darker just outside. Choosing by area instead leaks into a bright desk.
 */
export function findPapers(picture: GrayPicture): readonly Corners[] {
  const found = sheetsAtCuts(picture);
  const best = surest(found.flatMap(([sheet]) => (sheet.area > smallest.alone ? [[sheet]] : [])))?.[0];
  const pair = surest(found.filter((sheets) => sheets.length === 2));
  // Two patches inside one sheet are its parts, with a fold or a shadow between them.
  const isCut = best !== undefined && pair?.every(({ corners }) => contains(best.corners, middleOf(corners)));
  return (pair !== undefined && isCut !== true ? pair : best === undefined ? [] : [best]).map(({ corners }) => corners);
}

type Sheets = readonly [Sheet, ...Sheet[]];

/** The sheet that stands out at each cut, with the other one where there are two of about one size. */
function sheetsAtCuts(picture: GrayPicture): readonly Sheets[] {
  const threshold = otsu(picture);
  const found: Sheets[] = [];
  for (const cut of cuts) {
    const [largest, second] = brightestBlobs(picture, threshold * cut);
    if (largest === undefined) continue;
    // Lower cuts only let the patch grow: a scan, which is bright to its rim, needs no further look.
    if (largest.border >= 0.35) break;
    const sheet = sheetOf(picture, largest);
    if (sheet === undefined) continue;
    const other = second === undefined ? undefined : sheetOf(picture, second);
    found.push(other !== undefined && other.area > leastLikeness * sheet.area ? [sheet, other] : [sheet]);
  }
  return found;
}

/** Those whose least sure sheet is surest; of equals the first. */
function surest(found: readonly (readonly Sheet[])[]): readonly Sheet[] | undefined {
  const least = (sheets: readonly Sheet[]): number => Math.min(...sheets.map(({ score }) => score));
  return found.reduce<readonly Sheet[] | undefined>(
    (best, sheets) => (best === undefined || least(sheets) > least(best) ? sheets : best),
    undefined,
  );
}

function sheetOf(picture: GrayPicture, { corners, area, fill }: Blob): Sheet | undefined {
  if (area <= smallest.ofTwo || area >= 0.985 || fill <= 0.5) return undefined;
  const score = edgeScore(picture, corners);
  return score > 0.6 ? { corners, area, score } : undefined;
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

function contains(corners: Corners, { x, y }: Point): boolean {
  return corners.every((from, index) => {
    const to = corners[(index + 1) % 4] ?? from;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) > 0;
  });
}

/** The mean of four corners. */
export function middleOf(corners: Corners): Point {
  return { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
}

/** How surely four sides are the edges of a sheet, 0 to 1: mostly the weakest side's share of places with contrast. */
function edgeScore(picture: GrayPicture, corners: Corners): number {
  const middle = middleOf(corners);
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
