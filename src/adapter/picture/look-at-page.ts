import type { Mark } from '../../model/document.ts';
import type { Box } from '../../model/geometry.ts';
import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { findBars } from './find-bars.ts';
import { isStrokes } from './find-strokes.ts';
import { findTickBoxes } from './find-tick-boxes.ts';
import { inkPatches } from './ink-patches.ts';

/** What the eye sees on a page beside its words, in pixels. */
export type PageLooks = {
  readonly marks: readonly Mark[];
  readonly bars: readonly Box[];
  /** Stamps and handwriting. */
  readonly strokes: readonly Box[];
};

const smallestShare = 0.006;

/** Looks for tick boxes, black bars, stamps and handwriting. The picture is level and its light is even. */
export function lookAtPage(picture: GrayPicture): PageLooks {
  const patches = inkPatches(picture, Math.max(4, Math.floor(Math.max(picture.width, picture.height) * smallestShare)));
  const strokes = patches
    .filter((patch) => isStrokes(picture, patch))
    .map(({ left, top, right, bottom }) => ({ left, top, right: right + 1, bottom: bottom + 1 }));
  return { marks: findTickBoxes(picture, patches), bars: findBars(picture, patches), strokes };
}
