import type { GrayPicture } from '../../seam/ocr-engine.ts';
import type { Homography } from './homography.ts';

/**
 * A new picture of the given size, whose pixels are fetched from `picture` where `map` says (new pixel → old pixel) and
 * mixed of the four around. What lies outside becomes `paper`.
 */
export function warpPicture(
  picture: GrayPicture,
  map: Homography,
  size: { readonly width: number; readonly height: number; readonly paper: number },
): GrayPicture {
  const { width, height, pixels } = picture;
  const [a, b, c, d, e, f, g, h, i] = map;
  const out = new Uint8Array(size.width * size.height).fill(size.paper);
  let at = 0;
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1, at += 1) {
      const scale = 1 / (g * x + h * y + i);
      const u = (a * x + b * y + c) * scale;
      const v = (d * x + e * y + f) * scale;
      if (!(u >= 0 && v >= 0 && u < width - 1 && v < height - 1)) continue;
      const left = Math.trunc(u);
      const from = Math.trunc(v) * width + left;
      const across = u - left;
      const upper = mix(pixels, from, across);
      const lower = mix(pixels, from + width, across);
      out[at] = upper + (lower - upper) * (v - Math.trunc(v));
    }
  }
  return { width: size.width, height: size.height, pixels: out };
}

function mix(pixels: Uint8Array, at: number, share: number): number {
  const one = pixels[at] ?? 0;
  return one + ((pixels[at + 1] ?? 0) - one) * share;
}
