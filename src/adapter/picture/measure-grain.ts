import type { GrayPicture } from '../../seam/ocr-engine.ts';

const paper = 170;
const every = 7;

/** How grainy the paper is: the usual difference between a pixel and the next but one, where both are paper. 0 to about 60. */
export function measureGrain({ width, height, pixels }: GrayPicture): number {
  const counts = new Uint32Array(256);
  let pairs = 0;
  for (let y = 0; y < height; y += every) {
    for (let at = y * width; at < (y + 1) * width - 2; at += every) {
      const [one, other] = [pixels[at] ?? 0, pixels[at + 2] ?? 0];
      if (one < paper || other < paper) continue;
      counts[Math.abs(one - other)] = (counts[Math.abs(one - other)] ?? 0) + 1;
      pairs += 1;
    }
  }
  let seen = 0;
  for (const [difference, count] of counts.entries()) {
    seen += count;
    if (seen * 2 >= pairs) return difference;
  }
  return 0;
}
