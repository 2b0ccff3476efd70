import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { paperLevel } from './flatten-light.ts';
import { inkLevel } from './ink-patches.ts';

/** Rows of pixels, from `top` to before `bottom`. */
export type Band = { readonly top: number; readonly bottom: number };

/** The share of a page's ink that stands above the band, and in it: below the letterhead, which may be in two languages. */
const shares = { above: 0.4, within: 0.14 } as const;
/** Specks in a row without print, as a share of the width. */
const mostSpecks = 0.002;

/** Some lines from the middle of a level page, cut where no ink is; undefined where its lines run into each other. */
export function findBand(picture: GrayPicture): Band | undefined {
  const { width, height } = picture;
  const rows = inkOfRows(picture);
  const total = rows.reduce((sum, ink) => sum + ink, 0);
  const isBlank = (y: number): boolean => (rows[y] ?? 0) <= width * mostSpecks;
  const top = blankFrom(rowAfter(rows, total * shares.above), isBlank, height);
  const bottom = top && blankFrom(rowAfter(rows, inkBefore(rows, top) + total * shares.within), isBlank, height);
  if (top === undefined || bottom === undefined || bottom <= top || bottom - top > height / 3) return undefined;
  return { top, bottom };
}

function inkOfRows({ width, height, pixels }: GrayPicture): Uint32Array {
  const rows = new Uint32Array(height);
  for (let y = 0; y < height; y += 1) {
    let ink = 0;
    for (let at = y * width, end = at + width; at < end; at += 1) if ((pixels[at] ?? 255) < inkLevel) ink += 1;
    rows[y] = ink;
  }
  return rows;
}

/** The first row before which there is so much ink. */
function rowAfter(rows: Uint32Array, ink: number): number {
  let sum = 0;
  const row = rows.findIndex((own) => {
    sum += own;
    return sum > ink;
  });
  return row < 0 ? rows.length : row;
}

function inkBefore(rows: Uint32Array, row: number): number {
  return rows.subarray(0, row).reduce((sum, ink) => sum + ink, 0);
}

/** The middle of the next rows without print, from `row` on. */
function blankFrom(row: number, isBlank: (y: number) => boolean, height: number): number | undefined {
  let first = row;
  while (first < height && !isBlank(first)) first += 1;
  if (first >= height) return undefined;
  let end = first;
  while (end < height && isBlank(end)) end += 1;
  return Math.round((first + end) / 2);
}

/** The band alone, as a picture. */
export function cutBand({ width, pixels }: GrayPicture, { top, bottom }: Band): GrayPicture {
  return { width, height: bottom - top, pixels: pixels.slice(top * width, bottom * width) };
}

/** The picture without the band: paper in its place. */
export function blankBand(picture: GrayPicture, { top, bottom }: Band): GrayPicture {
  const pixels = Uint8Array.from(picture.pixels);
  pixels.fill(paperLevel, top * picture.width, bottom * picture.width);
  return { ...picture, pixels };
}
