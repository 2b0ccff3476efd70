import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { closeStrokes } from './close-strokes.ts';
import { shrinkByMean } from './shrink-picture.ts';

/** The paper is looked for in a copy a third as large. */
const shrink = 3;
/** Wider than any stroke of a letter in that copy, so that letters vanish and shadows keep their edges. */
const reach = 4;
/** The level that paper has when the light on it is evened out. */
export const paperLevel = 245;
/** Much darker than the paper around, it is no shadow but print: a bar, a picture. */
const darkestShadow = 0.4;
/** How far around that is looked for, in a copy four times smaller still: farther than a bar is high. */
const around = { shrink: 4, reach: 4 } as const;

/**
 * Evens out shadows and lamp light: every pixel is scaled so that the paper behind it becomes nearly white. The paper is
 * what remains when dark strokes are painted over by what is bright around them.
 */
export function flattenLight(picture: GrayPicture): GrayPicture {
  const { width, height, pixels } = picture;
  const paper = findPaperLevels(shrinkByMean(picture, shrink));
  const out = new Uint8Array(width * height);
  const columns = placesAlong(width, paper.width);
  const rows = placesAlong(height, paper.height);
  for (let y = 0; y < height; y += 1) {
    const above = (rows.from[y] ?? 0) * paper.width;
    const down = rows.share[y] ?? 0;
    for (let x = 0; x < width; x += 1) {
      const at = above + (columns.from[x] ?? 0);
      const across = columns.share[x] ?? 0;
      const upper = mix(paper.pixels, at, across);
      const level = upper + (mix(paper.pixels, at + paper.width, across) - upper) * down;
      const even = ((pixels[y * width + x] ?? 0) * paperLevel) / level;
      out[y * width + x] = even > 255 ? 255 : even;
    }
  }
  return { width, height, pixels: out };
}

function findPaperLevels(small: GrayPicture): GrayPicture {
  const closed = closeStrokes(small, reach);
  const wide = closeStrokes(shrinkByMean(closed, around.shrink), around.reach);
  const pixels = closed.pixels.map((level, at) => {
    const [x, y] = [at % closed.width, Math.trunc(at / closed.width)];
    const paper = wide.pixels[Math.trunc(y / around.shrink) * wide.width + Math.trunc(x / around.shrink)] ?? paperLevel;
    return Math.max(1, level < paper * darkestShadow ? paper : level);
  });
  return { ...closed, pixels };
}

/** For each pixel along one side: the small copy's pixel before it, and how far it is to the next. */
function placesAlong(length: number, small: number): { readonly from: Uint16Array; readonly share: Float32Array } {
  const from = new Uint16Array(length);
  const share = new Float32Array(length);
  for (let at = 0; at < length; at += 1) {
    const place = Math.max(0, (at + 0.5) / shrink - 0.5);
    from[at] = Math.max(0, Math.min(Math.trunc(place), small - 2));
    share[at] = Math.min(1, place - (from[at] ?? 0));
  }
  return { from, share };
}

function mix(levels: Uint8Array, at: number, share: number): number {
  const one = levels[at] ?? paperLevel;
  return one + ((levels[at + 1] ?? one) - one) * share;
}
