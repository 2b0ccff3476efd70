import type { Mark } from '../../model/document.ts';
import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { type InkPatch, inkLevel } from './ink-patches.ts';

/** Sizes of tick boxes as shares of the page's longer side. */
const sizes = { from: 0.007, to: 0.03 } as const;
const mostUneven = 1.3;
const sideInked = 0.86;
/** Ticked boxes have 0.41 to 0.72 of their inside inked, empty ones at most 0.05. */
const insides = { empty: 0.08, ticked: 0.18 } as const;

/** Squares drawn on a page, with what is in them. Boxes in pixels. The picture is level and its light is even. */
export function findTickBoxes(picture: GrayPicture, patches: readonly InkPatch[]): readonly Mark[] {
  const long = Math.max(picture.width, picture.height);
  const squares = patches.filter(
    (patch) => isSquare(patch, long) && hasFourSides(picture, patch) && hasFourCorners(picture, patch),
  );
  const widths = squares.map(widthOf).toSorted((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  return squares
    .filter((patch) => Math.abs(widthOf(patch) - usual) < 0.3 * usual)
    .map((patch) => ({
      box: { left: patch.left, top: patch.top, right: patch.right + 1, bottom: patch.bottom + 1 },
      state: stateOf(inkInside(picture, patch)),
    }));
}

function stateOf(ink: number): Mark['state'] {
  if (ink > insides.ticked) return 'ticked';
  return ink < insides.empty ? 'empty' : 'unreadable';
}

function widthOf({ left, right }: InkPatch): number {
  return right - left + 1;
}

function heightOf({ top, bottom }: InkPatch): number {
  return bottom - top + 1;
}

function isSquare(patch: InkPatch, long: number): boolean {
  const [width, height] = [widthOf(patch), heightOf(patch)];
  if (Math.min(width, height) < long * sizes.from || Math.max(width, height) > long * sizes.to) return false;
  return width <= height * mostUneven && height <= width * mostUneven;
}

/** Along each side, nearly everywhere is ink close to the edge. */
function hasFourSides(picture: GrayPicture, patch: InkPatch): boolean {
  const depth = Math.max(2, Math.round(0.16 * widthOf(patch)));
  const { left, top, right, bottom } = patch;
  const ink = (x: number, y: number): boolean => isInk(picture, x, y);
  return [
    inkedShare(widthOf(patch), depth, (along, inward) => ink(left + along, top + inward)),
    inkedShare(widthOf(patch), depth, (along, inward) => ink(left + along, bottom - inward)),
    inkedShare(heightOf(patch), depth, (along, inward) => ink(left + inward, top + along)),
    inkedShare(heightOf(patch), depth, (along, inward) => ink(right - inward, top + along)),
  ].every((share) => share >= sideInked);
}

function inkedShare(length: number, depth: number, ink: (along: number, inward: number) => boolean): number {
  const skip = Math.round(length * 0.12);
  let inked = 0;
  for (let along = skip; along < length - skip; along += 1) {
    let inward = 0;
    while (inward < depth && !ink(along, inward)) inward += 1;
    if (inward < depth) inked += 1;
  }
  return inked / Math.max(1, length - 2 * skip);
}

/** Letters like O, D and Q have four inked sides too, but no corners. */
function hasFourCorners(picture: GrayPicture, patch: InkPatch): boolean {
  const reach = Math.max(2, Math.round(0.2 * widthOf(patch))) * 0.75;
  const corners = [
    { x: patch.left, y: patch.top, right: 1, down: 1 },
    { x: patch.right, y: patch.top, right: -1, down: 1 },
    { x: patch.left, y: patch.bottom, right: 1, down: -1 },
    { x: patch.right, y: patch.bottom, right: -1, down: -1 },
  ];
  return corners.every(({ x, y, right, down }) => {
    for (let across = 0; across <= reach; across += 1) {
      for (let along = 0; across + along <= reach; along += 1) {
        if (isInk(picture, x + across * right, y + along * down)) return true;
      }
    }
    return false;
  });
}

function inkInside(picture: GrayPicture, patch: InkPatch): number {
  const margin = Math.round(0.24 * widthOf(patch));
  let [ink, all] = [0, 0];
  for (let y = patch.top + margin; y <= patch.bottom - margin; y += 1) {
    for (let x = patch.left + margin; x <= patch.right - margin; x += 1) {
      all += 1;
      if (isInk(picture, x, y)) ink += 1;
    }
  }
  return ink / Math.max(1, all);
}

function isInk({ width, pixels }: GrayPicture, x: number, y: number): boolean {
  return (pixels[y * width + x] ?? 255) < inkLevel;
}
