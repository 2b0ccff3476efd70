import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { closeStrokes } from './close-strokes.ts';
import { paperLevel } from './flatten-light.ts';
import { inkPatches } from './ink-patches.ts';
import { shrinkByMean } from './shrink-picture.ts';

/** Solids are looked for in a copy a third as large, where strokes as thick as a large bold letter's vanish. */
const shrink = 3;
const reach = 2;
/** Much darker than any mean of letters and the paper between them. */
const solidLevel = 100;
/** The share of the page from which on a solid disturbs: smaller ones may be large letters. */
const leastShare = 0.0006;

/**
 * The picture without its black bars and blots, for an engine that reads letters: it parts ink from paper by one level for
 * the whole page, and much solid black draws that level down until thin gray letters are lost. Without solids it is the
 * picture itself.
 */
export function paintOverSolids(picture: GrayPicture): GrayPicture {
  const small = closeStrokes(shrinkByMean(picture, shrink), reach);
  const dark = { ...small, pixels: small.pixels.map((level) => (level < solidLevel ? 0 : 255)) };
  const least = leastShare * small.width * small.height;
  const solids = inkPatches(dark, 2 * reach + 1).filter(({ size }) => size >= least);
  if (solids.length === 0) return picture;
  const pixels = Uint8Array.from(picture.pixels);
  for (const { left, top, right, bottom } of solids) {
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1)
        if (dark.pixels[y * small.width + x] === 0) paintCell(pixels, picture, x, y);
    }
  }
  return { ...picture, pixels };
}

/** One pixel of the small copy with the rim around it, which is half ink. */
function paintCell(pixels: Uint8Array, { width, height }: GrayPicture, x: number, y: number): void {
  const [left, right] = [Math.max(0, (x - 1) * shrink), Math.min(width, (x + 2) * shrink)];
  for (let row = Math.max(0, (y - 1) * shrink); row < Math.min(height, (y + 2) * shrink); row += 1)
    pixels.fill(paperLevel, row * width + left, row * width + right);
}
