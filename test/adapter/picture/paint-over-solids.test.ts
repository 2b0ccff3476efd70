import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { drawPages } from '../../../fixtures/make/draw-pages.ts';
import { paintOverSolids } from '../../../src/adapter/picture/paint-over-solids.ts';
import type { GrayPicture } from '../../../src/seam/ocr-engine.ts';

let page: GrayPicture;
beforeAll(async () => {
  const [drawn] = await drawPages(readFileSync('fixtures/letters/c-study-en.pdf'), 160);
  if (drawn === undefined) throw new Error('no page');
  page = { width: drawn.width, height: drawn.height, pixels: drawn.grey };
});

const bar = { left: 200, top: 900, right: 500, bottom: 930 } as const;
function withBar(): GrayPicture {
  const pixels = Uint8Array.from(page.pixels);
  for (let y = bar.top; y < bar.bottom; y += 1) pixels.fill(0, y * page.width + bar.left, y * page.width + bar.right);
  return { ...page, pixels };
}

test('a page without bars is the same picture', () => {
  expect(paintOverSolids(page)).toBe(page);
});

test('a black bar becomes paper, and the letters around it stay as they are', () => {
  const painted = paintOverSolids(withBar());
  for (let y = 0; y < page.height; y += 1) {
    for (let x = 0; x < page.width; x += 1) {
      const at = y * page.width + x;
      const inBar = x >= bar.left && x < bar.right && y >= bar.top && y < bar.bottom;
      const far = x < bar.left - 8 || x > bar.right + 8 || y < bar.top - 8 || y > bar.bottom + 8;
      if (inBar && (painted.pixels[at] ?? 0) < 200) throw new Error(`ink is left at ${x}, ${y}`);
      if (far && painted.pixels[at] !== page.pixels[at]) throw new Error(`changed at ${x}, ${y}`);
    }
  }
  expect(painted).not.toBe(page);
});
