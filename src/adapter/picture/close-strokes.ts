import type { GrayPicture } from '../../seam/ocr-engine.ts';

/**
 * Paints over what is dark and thinner than `2 * reach` pixels with the brightness around it; edges of larger dark areas
 * stay where they are. (In the trade: a grayscale closing with a square.)
 */
export function closeStrokes(picture: GrayPicture, reach: number): GrayPicture {
  const inverted = invert(growBright(picture, reach));
  return invert(growBright(inverted, reach));
}

/** Each pixel becomes the brightest within `reach` pixels each way. */
function growBright({ width, height, pixels }: GrayPicture, reach: number): GrayPicture {
  const wide = width + 2 * reach;
  const padded = new Uint8Array(wide * (height + 2 * reach));
  for (let y = 0; y < height; y += 1)
    padded.set(pixels.subarray(y * width, (y + 1) * width), (y + reach) * wide + reach);
  spread(padded, 1, 2 * reach + 1);
  spread(padded, wide, 2 * reach + 1);
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) out.set(padded.subarray(y * wide, y * wide + width), y * width);
  return { width, height, pixels: out };
}

/** Each pixel becomes the brightest of the `count` from it on, `stride` apart; by doubling, so that few passes do. */
function spread(pixels: Uint8Array, stride: number, count: number): void {
  let covered = 1;
  while (covered < count) {
    const step = Math.min(covered, count - covered);
    const shift = step * stride;
    for (let at = 0, last = pixels.length - shift; at < last; at += 1) {
      const ahead = pixels[at + shift] ?? 0;
      if (ahead > (pixels[at] ?? 0)) pixels[at] = ahead;
    }
    covered += step;
  }
}

function invert({ width, height, pixels }: GrayPicture): GrayPicture {
  return { width, height, pixels: pixels.map((level) => 255 - level) };
}
