import type { Box } from '../../model/geometry.ts';
import type { GrayPicture } from '../../seam/ocr-engine.ts';
import type { InkPatch } from './ink-patches.ts';

/** Black bars as shares of the page's sides. A rule is thinner; a letterhead's band is as wide as the page. */
const heights = { from: 0.008, to: 0.08 } as const;
const widths = { from: 0.04, to: 0.92 } as const;
const leastFilled = 0.92;

/** Bars of solid ink that hide words, in pixels. */
export function findBars({ width, height }: GrayPicture, patches: readonly InkPatch[]): readonly Box[] {
  return patches
    .map((patch) => ({
      box: { left: patch.left, top: patch.top, right: patch.right + 1, bottom: patch.bottom + 1 },
      across: patch.right - patch.left + 1,
      down: patch.bottom - patch.top + 1,
      size: patch.size,
    }))
    .filter(({ across, down, size }) => {
      if (down < height * heights.from || down > height * heights.to) return false;
      if (across < width * widths.from || across > width * widths.to || across < 1.5 * down) return false;
      return size > across * down * leastFilled;
    })
    .map(({ box }) => box);
}
