import type { GrayPicture } from '../../seam/ocr-engine.ts';
import type { Corners, Point } from './homography.ts';

/** A bright patch of a picture. `area`: its four corners' share of the picture; `fill`: its own share of that; `border`: its share of the picture's rim. */
export type Blob = { readonly corners: Corners; readonly area: number; readonly fill: number; readonly border: number };

type Patch = { id: number; size: number; extremes: Extremes };
type Extremes = { leastSum: Ranked; mostSum: Ranked; leastDifference: Ranked; mostDifference: Ranked };
type Ranked = { value: number; at: number };

/** Finds the two largest patches of touching pixels brighter than `threshold`, the largest first. Corners are where x+y and x-y are extreme. */
export function brightestBlobs(picture: GrayPicture, threshold: number): readonly Blob[] {
  const { width, height, pixels } = picture;
  const labels = new Int32Array(width * height);
  const stack = new Int32Array(width * height);
  let [largest, second]: (Patch | undefined)[] = [];
  for (let seed = 0, id = 0; seed < labels.length; seed += 1) {
    if (labels[seed] !== 0 || (pixels[seed] ?? 0) <= threshold) continue;
    id += 1;
    const patch = fillPatch({ picture, labels, stack, threshold }, seed, id);
    if (largest === undefined || patch.size > largest.size) [largest, second] = [patch, largest];
    else if (second === undefined || patch.size > second.size) second = patch;
  }
  return [largest, second].flatMap((patch) => (patch === undefined ? [] : [describe(picture, labels, patch)]));
}

type Field = {
  readonly picture: GrayPicture;
  readonly labels: Int32Array;
  readonly stack: Int32Array;
  readonly threshold: number;
};

function fillPatch({ picture, labels, stack, threshold }: Field, seed: number, id: number): Patch {
  const { width, height, pixels } = picture;
  const patch: Patch = { id, size: 0, extremes: startExtremes() };
  let waiting = 0;
  const visit = (at: number): void => {
    if (labels[at] !== 0 || (pixels[at] ?? 0) <= threshold) return;
    labels[at] = id;
    stack[waiting] = at;
    waiting += 1;
  };
  visit(seed);
  while (waiting > 0) {
    waiting -= 1;
    const at = stack[waiting] ?? 0;
    const [x, y] = [at % width, Math.trunc(at / width)];
    patch.size += 1;
    widen(patch.extremes, x, y, at);
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (y > 0) visit(at - width);
    if (y < height - 1) visit(at + width);
  }
  return patch;
}

function startExtremes(): Extremes {
  const least = (): Ranked => ({ value: Number.POSITIVE_INFINITY, at: 0 });
  const most = (): Ranked => ({ value: Number.NEGATIVE_INFINITY, at: 0 });
  return { leastSum: least(), mostSum: most(), leastDifference: least(), mostDifference: most() };
}

function widen(extremes: Extremes, x: number, y: number, at: number): void {
  const [sum, difference] = [x + y, x - y];
  if (sum < extremes.leastSum.value) extremes.leastSum = { value: sum, at };
  if (sum > extremes.mostSum.value) extremes.mostSum = { value: sum, at };
  if (difference < extremes.leastDifference.value) extremes.leastDifference = { value: difference, at };
  if (difference > extremes.mostDifference.value) extremes.mostDifference = { value: difference, at };
}

function describe({ width, height }: GrayPicture, labels: Int32Array, patch: Patch): Blob {
  const point = ({ at }: Ranked): Point => ({ x: at % width, y: Math.trunc(at / width) });
  const { leastSum, mostSum, leastDifference, mostDifference } = patch.extremes;
  const corners: Corners = [point(leastSum), point(mostDifference), point(mostSum), point(leastDifference)];
  const area = areaOf(corners);
  let onRim = 0;
  for (let x = 0; x < width; x += 1)
    onRim += Number(labels[x] === patch.id) + Number(labels[(height - 1) * width + x] === patch.id);
  for (let y = 0; y < height; y += 1)
    onRim += Number(labels[y * width] === patch.id) + Number(labels[(y + 1) * width - 1] === patch.id);
  return {
    corners,
    area: area / (width * height),
    fill: patch.size / Math.max(1, area),
    border: onRim / (2 * (width + height)),
  };
}

function areaOf(corners: Corners): number {
  const twice = corners.reduce((sum, { x, y }, index) => {
    const next = corners[(index + 1) % 4] ?? corners[0];
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
