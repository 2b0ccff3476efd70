import type { GrayPicture } from '../../seam/ocr-engine.ts';

/** How lines of print lie. `degrees`: how much they fall to the right. `score`: how sharply rows of ink stand out then; `level`: how sharply as the picture is. */
export type Skew = { readonly degrees: number; readonly score: number; readonly level: number };

const ink = 185;
const fewestPixels = 200;
const mostPixels = 20_000;

/**
 * Tries slopes and keeps the one under which ink gathers most sharply into rows. `picture` is flattened and about 1,000
 * pixels high.
 */
export function findSkew(picture: GrayPicture, search: { readonly widest: number; readonly step: number }): Skew {
  const points = inkPoints(picture);
  if (points.length / 2 < fewestPixels) return { degrees: 0, score: 0, level: 0 };
  const bins = new Float64Array(Math.ceil(Math.hypot(picture.width, picture.height)) + 4);
  const sharpness = (degrees: number): number => sharpnessAt(points, bins, Math.tan((degrees * Math.PI) / 180));
  let best = { degrees: 0, score: -1 };
  const attempt = (degrees: number): void => {
    const score = sharpness(degrees);
    if (score > best.score) best = { degrees, score };
  };
  for (let degrees = -search.widest; degrees <= search.widest + 1e-9; degrees += search.step * 2) attempt(degrees);
  const coarse = best.degrees;
  for (let degrees = coarse - search.step; degrees <= coarse + search.step; degrees += search.step / 5)
    attempt(degrees);
  return { ...best, level: sharpness(0) };
}

/** Where dark pixels are, from the picture's middle: x, y, x, y … At most 20,000 of them, evenly taken. */
function inkPoints({ width, height, pixels }: GrayPicture): Float32Array {
  const points: number[] = [];
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      if ((pixels[y * width + x] ?? 255) < ink) points.push(x - width / 2, y - height / 2);
    }
  }
  const count = points.length / 2;
  const every = Math.max(1, Math.ceil(count / mostPixels));
  if (every === 1) return Float32Array.from(points);
  const kept = new Float32Array(2 * Math.ceil(count / every));
  for (let from = 0, to = 0; from < count; from += every, to += 1) {
    kept[2 * to] = points[2 * from] ?? 0;
    kept[2 * to + 1] = points[2 * from + 1] ?? 0;
  }
  return kept;
}

function sharpnessAt(points: Float32Array, bins: Float64Array, slope: number): number {
  bins.fill(0);
  const middle = bins.length / 2;
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.trunc((points[at + 1] ?? 0) - (points[at] ?? 0) * slope + middle);
    bins[row] = (bins[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < bins.length; row += 1) {
    const change = (bins[row] ?? 0) - (bins[row - 1] ?? 0);
    sum += change * change;
  }
  return sum;
}
