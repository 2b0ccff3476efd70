import type { Box } from '../../model/geometry.ts';
import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { resizePicture } from '../picture/resize-picture.ts';

/** Pictures one below the other; `tops` and `bottoms` say where each lies. */
export type Strips = { readonly picture: GrayPicture; readonly places: readonly { top: number; bottom: number }[] };

/** How much larger each piece is shown: at other sizes an engine makes other mistakes. */
const enlargements = [2.4, 2.8];
/** A bit of the white around a word, in its heights; more would show its neighbours. */
const border = 0.2;
const gap = 30;
const margin = 40;
const paper = 245;

/** Cuts boxes out of a page and lays each one out twice, enlarged, so that one look of an engine reads them all. */
export async function writeStrips(page: GrayPicture, boxes: readonly Box[]): Promise<Strips> {
  const pieces: GrayPicture[] = [];
  for (const box of boxes) {
    const piece = cutOut(page, box);
    for (const times of enlargements) {
      const size = { width: Math.round(piece.width * times), height: Math.round(piece.height * times) };
      pieces.push(await resizePicture(piece, size));
    }
  }
  const width = Math.max(...pieces.map((piece) => piece.width)) + 2 * margin;
  const height = pieces.reduce((sum, piece) => sum + piece.height + gap, gap);
  const pixels = new Uint8Array(width * height).fill(paper);
  let top = gap;
  const places = pieces.map((piece) => {
    for (let y = 0; y < piece.height; y += 1) {
      const row = piece.pixels.subarray(y * piece.width, (y + 1) * piece.width);
      pixels.set(row, (top + y) * width + margin);
    }
    const place = { top, bottom: top + piece.height };
    top += piece.height + gap;
    return place;
  });
  return { picture: { width, height, pixels }, places };
}

/** How many times `writeStrips` shows each box. */
export const looks = enlargements.length;

function cutOut(page: GrayPicture, box: Box): GrayPicture {
  const around = Math.round((box.bottom - box.top) * border);
  const left = Math.max(0, box.left - around);
  const top = Math.max(0, box.top - around);
  const width = Math.max(1, Math.min(page.width, box.right + around) - left);
  const height = Math.max(1, Math.min(page.height, box.bottom + around) - top);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * page.width + left;
    pixels.set(page.pixels.subarray(from, from + width), y * width);
  }
  return { width, height, pixels };
}
