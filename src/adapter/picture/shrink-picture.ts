import type { GrayPicture } from '../../seam/ocr-engine.ts';

/** A copy `times` smaller each way, whose pixels are the mean of those they stand for. At least two pixels a side. */
export function shrinkByMean({ width, height, pixels }: GrayPicture, times: number): GrayPicture {
  const across = Math.max(2, Math.ceil(width / times));
  const down = Math.max(2, Math.ceil(height / times));
  const out = new Uint8Array(across * down);
  const sums = new Uint32Array(across);
  for (let row = 0; row < down; row += 1) {
    const top = Math.min(row * times, height - 1);
    const bottom = Math.min(height, top + times);
    sums.fill(0);
    for (let y = top; y < bottom; y += 1) {
      for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
        const column = Math.trunc(x / times);
        sums[column] = (sums[column] ?? 0) + (pixels[at] ?? 0);
      }
    }
    for (let column = 0; column < across; column += 1) {
      const columns = Math.max(1, Math.min(width, (column + 1) * times) - column * times);
      out[row * across + column] = (sums[column] ?? 0) / (columns * (bottom - top));
    }
  }
  return { width: across, height: down, pixels: out };
}
