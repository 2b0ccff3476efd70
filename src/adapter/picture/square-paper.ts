import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { type Corners, type Homography, identity, mapCorners, type Point, scaling } from './homography.ts';
import { resizePicture } from './resize-picture.ts';
import { warpPicture } from './warp-picture.ts';

/** A picture on its way to be recognised. `toSource` takes its pixels to those of the picture it was made of. */
export type Step = { readonly picture: GrayPicture; readonly toSource: Homography };

/** Pixels of a page's longer side: smaller loses digits, larger costs time and loses whole lines. */
const pageLength = 1800;
const goodAsIs = { from: 0.8, to: 1.12 } as const;
const mostEnlarged = 1.8;
const white = 255;

/** The sheet with the given corners, seen from straight above, at the size that suits an engine. */
export function squarePaper(source: GrayPicture, corners: Corners): Step {
  const [a, b, c, d] = corners;
  const across = (distance(a, b) + distance(d, c)) / 2;
  const down = (distance(a, d) + distance(b, c)) / 2;
  const factor = pageLength / Math.max(across, down);
  const size = { width: Math.round(across * factor), height: Math.round(down * factor) };
  const toSource = mapCorners(cornersOf(size), corners);
  return { picture: warpPicture(source, toSource, { ...size, paper: white }), toSource };
}

/** A picture that is all page, at the size that suits an engine. */
export async function sizePage(source: GrayPicture): Promise<Step> {
  const share = Math.max(source.width, source.height) / pageLength;
  if (share >= goodAsIs.from && share <= goodAsIs.to) return { picture: source, toSource: identity };
  const scale = Math.min(mostEnlarged, 1 / share);
  const size = {
    width: Math.max(1, Math.round(source.width * scale)),
    height: Math.max(1, Math.round(source.height * scale)),
  };
  const picture = await resizePicture(source, size);
  return { picture, toSource: scaling(source.width / size.width, source.height / size.height) };
}

/** The corners of a picture, clockwise from its top left; of its part between two shares of its width. */
export function cornersOf(
  size: { readonly width: number; readonly height: number },
  part: { readonly from: number; readonly to: number } = { from: 0, to: 1 },
): Corners {
  const [left, right] = [part.from * size.width, part.to * size.width];
  return [
    { x: left, y: 0 },
    { x: right, y: 0 },
    { x: right, y: size.height },
    { x: left, y: size.height },
  ];
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
