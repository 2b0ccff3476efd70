import type { GrayPicture } from '../../seam/ocr-engine.ts';

const ink = 150;
/** Where a fold may lie, as shares of the picture's width. */
const middle = { from: 0.38, to: 0.62 } as const;
/** The white on both sides of a fold: two margins. The white between two columns of one page is narrower. */
const leastWhite = 0.07;
/** Specks in the white, as a share of the height; more than `line` is the fold's own shadow or the rim of a sheet. */
const mostSpecks = 0.006;
const line = 0.3;
/** Rims of the picture that are not looked at: shadows and desk show there. */
const rim = 0.03;
/** A page of text: so many lines, and so wide, as shares of the picture's height and width. */
const fewestRows = 6;
const leastWide = 0.2;

/**
 * Where an upright picture of two pages side by side parts, as a share of its width; undefined where it holds one page.
 * `picture` is flattened and about 1,000 pixels wide. Only a picture that is wider than high is asked about.
 */
export function findFold(picture: GrayPicture): number | undefined {
  const { width, height } = picture;
  if (width < 1.15 * height || width > 2 * height) return undefined;
  const columns = inkOfColumns(picture);
  const white = widestWhite(columns, width, height * (1 - 2 * rim));
  if (white === undefined || white.to - white.from < leastWhite * width) return undefined;
  const sides = [
    { from: Math.round(rim * width), to: white.from },
    { from: white.to, to: Math.round((1 - rim) * width) },
  ];
  if (!sides.every((side) => isPageOfText(picture, side))) return undefined;
  return (white.from + white.to) / 2 / width;
}

type Strip = { readonly from: number; readonly to: number };

function inkOfColumns({ width, height, pixels }: GrayPicture): Uint32Array {
  const columns = new Uint32Array(width);
  for (let y = Math.round(rim * height); y < height * (1 - rim); y += 1) {
    for (let x = 0; x < width; x += 1) if ((pixels[y * width + x] ?? 255) < ink) columns[x] = (columns[x] ?? 0) + 1;
  }
  return columns;
}

/** The widest run of columns without print around the middle. */
function widestWhite(columns: Uint32Array, width: number, height: number): Strip | undefined {
  const isWhite = (x: number): boolean => {
    const share = (columns[x] ?? 0) / height;
    return share <= mostSpecks || share >= line;
  };
  let widest: Strip | undefined;
  for (let x = 0; x < width; x += 1) {
    if (!isWhite(x)) continue;
    let to = x;
    while (to < width && isWhite(to)) to += 1;
    const centre = (x + to) / 2 / width;
    if (centre > middle.from && centre < middle.to && to - x > (widest === undefined ? 0 : widest.to - widest.from))
      widest = { from: x, to };
    x = to;
  }
  return widest;
}

/** Whether many rows of ink in the strip are as wide as lines of running text. */
function isPageOfText(picture: GrayPicture, strip: Strip): boolean {
  const { width, height } = picture;
  let rows = 0;
  let inside = false;
  for (let y = Math.round(rim * height); y < height * (1 - rim); y += 1) {
    const wide = spanOfRow(picture, y, strip) > leastWide * width;
    if (wide && !inside) rows += 1;
    inside = wide;
  }
  return rows >= fewestRows;
}

function spanOfRow({ width, pixels }: GrayPicture, y: number, { from, to }: Strip): number {
  let [first, last] = [-1, -1];
  for (let x = from; x < to; x += 1) {
    if ((pixels[y * width + x] ?? 255) >= ink) continue;
    if (first < 0) first = x;
    last = x;
  }
  return first < 0 ? 0 : last - first;
}
