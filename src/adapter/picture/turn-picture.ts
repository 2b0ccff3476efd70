import type { GrayPicture } from '../../seam/ocr-engine.ts';

/** The picture turned by quarter turns clockwise. */
export function turnPicture(picture: GrayPicture, turns: 0 | 1 | 2 | 3): GrayPicture {
  const { width, height, pixels } = picture;
  if (turns === 0) return picture;
  const out = new Uint8Array(pixels.length);
  if (turns === 2) {
    for (let at = 0, last = pixels.length - 1; at <= last; at += 1) out[last - at] = pixels[at] ?? 255;
    return { width, height, pixels: out };
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = turns === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      out[to] = pixels[y * width + x] ?? 255;
    }
  }
  return { width: height, height: width, pixels: out };
}
