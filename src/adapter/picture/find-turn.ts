import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { findSkew } from './find-skew.ts';

/** Which way a page lies. `turns`: quarter turns clockwise that set it upright. `sure` is false where up and down look alike. */
export type Turn = { readonly turns: 0 | 1 | 2 | 3; readonly sure: boolean };

const ink = 185;
const strips = 6;
const fewestLines = 20;
const core = 0.45;

/**
 * The turn that sets a page upright, from its picture alone. Quarter turns: across which axis ink gathers into rows.
 * Upside down: Latin letters have more ink above their middle band than below it. `picture` is flattened, about 1,000
 * pixels high.
 */
export function findTurn(picture: GrayPicture): Turn {
  const lying = transpose(picture);
  const search = { widest: 4, step: 0.5 };
  const [asIs, across] = [findSkew(picture, search), findSkew(lying, search)];
  const quarter = across.score > asIs.score;
  const upright = quarter ? lying : picture;
  const { above, below, lines } = inkAroundLines(upright, quarter ? across.degrees : asIs.degrees);
  const share = above / Math.max(1, above + below);
  const upsideDown = share < 0.5;
  const sure = lines >= fewestLines && (share < 0.44 || share > 0.56);
  if (quarter) return { turns: upsideDown ? 3 : 1, sure };
  return { turns: upsideDown ? 2 : 0, sure };
}

/** Rows become columns: a quarter turn and a mirror image, which changes nothing for rows of ink. */
function transpose({ width, height, pixels }: GrayPicture): GrayPicture {
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) out[x * height + y] = pixels[y * width + x] ?? 255;
  }
  return { width: height, height: width, pixels: out };
}

type LineInk = { above: number; below: number; lines: number };

/** Ink above and below the dense middle of each line, in upright strips, so that leftover slope doesn't run lines together. */
function inkAroundLines(picture: GrayPicture, degrees: number): LineInk {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const sum: LineInk = { above: 0, below: 0, lines: 0 };
  for (let strip = 0; strip < strips; strip += 1) {
    const from = Math.round(picture.width * (0.06 + (0.88 * strip) / strips));
    const to = Math.round(picture.width * (0.06 + (0.88 * (strip + 1)) / strips));
    addLines(sum, rowsOfInk(picture, { from, to, slope }), to - from);
  }
  return sum;
}

function rowsOfInk(
  { width, height, pixels }: GrayPicture,
  strip: { from: number; to: number; slope: number },
): Float64Array {
  const rows = new Float64Array(height);
  const middle = (strip.from + strip.to) / 2;
  for (let x = strip.from; x < strip.to; x += 1) {
    const shift = Math.round((x - middle) * strip.slope);
    for (let y = Math.max(0, -shift); y < height && y + shift < height; y += 1) {
      if ((pixels[(y + shift) * width + x] ?? 255) < ink) rows[y] = (rows[y] ?? 0) + 1;
    }
  }
  return rows;
}

function addLines(sum: LineInk, rows: Float64Array, width: number): void {
  for (let start = 0; start < rows.length; start += 1) {
    if ((rows[start] ?? 0) < 1) continue;
    let end = start;
    while (end < rows.length && (rows[end] ?? 0) >= 1) end += 1;
    const line = rows.subarray(start, end);
    const most = Math.max(...line);
    if (line.length >= 6 && line.length <= rows.length * 0.03 && most > width * 0.08) addLine(sum, line, most);
    start = end;
  }
}

function addLine(sum: LineInk, line: Float64Array, most: number): void {
  const dense = (count: number): boolean => count >= most * core;
  const first = line.findIndex(dense);
  const last = line.findLastIndex(dense);
  sum.above += line.subarray(0, first).reduce((total, count) => total + count, 0);
  sum.below += line.subarray(last + 1).reduce((total, count) => total + count, 0);
  sum.lines += 1;
}
