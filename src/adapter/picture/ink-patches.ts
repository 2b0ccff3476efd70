import type { GrayPicture } from '../../seam/ocr-engine.ts';

/** Touching dark pixels. `right` and `bottom` are the last column and row; `size` counts the pixels. */
export type InkPatch = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
};

/** Darker pixels are ink, on a page whose light is even. */
export const inkLevel = 170;

/** All patches of ink with both sides at least `smallest` pixels, top to bottom. Pixels touch by sides and corners. */
export function inkPatches(picture: GrayPicture, smallest: number): readonly InkPatch[] {
  const { width, height, pixels } = picture;
  const field = { picture, seen: new Uint8Array(width * height), stack: new Int32Array(width * height) };
  const patches: InkPatch[] = [];
  for (let seed = 0; seed < pixels.length; seed += 1) {
    if (field.seen[seed] === 1 || (pixels[seed] ?? 255) >= inkLevel) continue;
    const patch = fill(field, seed);
    if (patch.right - patch.left + 1 >= smallest && patch.bottom - patch.top + 1 >= smallest) patches.push(patch);
  }
  return patches.toSorted((one, other) => one.top - other.top || one.left - other.left);
}

type Field = { readonly picture: GrayPicture; readonly seen: Uint8Array; readonly stack: Int32Array };
type Growing = { -readonly [Key in keyof InkPatch]: InkPatch[Key] };

function fill(field: Field, seed: number): InkPatch {
  const { width, height } = field.picture;
  const patch: Growing = { left: width, top: height, right: 0, bottom: 0, size: 0 };
  field.stack[0] = seed;
  field.seen[seed] = 1;
  for (let waiting = 1; waiting > 0; ) {
    waiting -= 1;
    const at = field.stack[waiting] ?? 0;
    const y = Math.trunc(at / width);
    const x = at - y * width;
    widen(patch, x, y);
    waiting = addNeighbours(field, x, y, waiting);
  }
  return patch;
}

function widen(patch: Growing, x: number, y: number): void {
  patch.size += 1;
  if (x < patch.left) patch.left = x;
  if (x > patch.right) patch.right = x;
  if (y < patch.top) patch.top = y;
  if (y > patch.bottom) patch.bottom = y;
}

/** Puts the dark pixels around one on the stack, and gives its new height. */
function addNeighbours({ picture, seen, stack }: Field, x: number, y: number, height: number): number {
  const { width, pixels } = picture;
  let waiting = height;
  const [first, last] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
  for (let row = Math.max(0, y - 1); row <= Math.min(picture.height - 1, y + 1); row += 1) {
    for (let near = row * width + first; near <= row * width + last; near += 1) {
      if (seen[near] === 1 || (pixels[near] ?? 255) >= inkLevel) continue;
      seen[near] = 1;
      stack[waiting] = near;
      waiting += 1;
    }
  }
  return waiting;
}
