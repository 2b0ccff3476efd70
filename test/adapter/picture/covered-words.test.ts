import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bitmap, encodePng } from '../../../fixtures/make/bitmap.ts';
import { type DegradationKind, degradePage, pageDpi } from '../../../fixtures/make/degrade.ts';
import { drawPages } from '../../../fixtures/make/draw-pages.ts';
import { skewBitmap } from '../../../fixtures/make/picture-effects.ts';
import { lookAtPage } from '../../../src/adapter/picture/look-at-page.ts';
import { openPicture } from '../../../src/adapter/picture/open-picture.ts';
import { preparePages } from '../../../src/adapter/picture/prepare-page.ts';
import { openTestPool } from '../../support/test-pool.ts';

const pool = openTestPool();
afterAll(() => pool.close());

let page: Bitmap;
beforeAll(async () => {
  const [drawn] = await drawPages(readFileSync('fixtures/letters/c-study-en.pdf'), 200);
  if (drawn === undefined) throw new Error('no page');
  page = drawn;
});

/** The page with ink where `isInk` says, at a stamp's gray. */
function inked(isInk: (x: number, y: number) => boolean): Bitmap {
  const grey = page.grey.map((level, at) =>
    isInk(at % page.width, Math.floor(at / page.width)) ? Math.min(level, 70) : level,
  );
  return { ...page, grey };
}

async function notesOf(bitmap: Bitmap): Promise<readonly string[]> {
  const bytes = await encodePng(bitmap, 200);
  const document = await pool.read({ name: 'page.png', bytes }, new AbortController().signal);
  for (const { place } of document.notes) {
    const [seen] = document.pages;
    if (place !== undefined) expect(place.box.right).toBeLessThanOrEqual(seen?.width ?? 0);
  }
  return document.notes.map(({ code }) => code);
}

/** A round stamp over the reasons, with two bars across, turned a little. */
const stamp = (x: number, y: number): boolean => {
  const [across, down] = [x - 700, y - 800];
  const turned = { along: across * 0.94 + down * 0.34, over: down * 0.94 - across * 0.34 };
  const away = Math.hypot(across, down);
  const inner = away < 175 && Math.abs(Math.abs(turned.over) - 40) < 6;
  return Math.abs(away - 175) < 7 || Math.abs(away - 140) < 5 || inner;
};

/** A pen that went to and fro over the lines. */
const scribble = (x: number, y: number): boolean =>
  x > 400 && x < 1000 && Math.abs(y - (800 + 70 * Math.sin(x / 22) + (x - 700) / 12)) < 14;

test.each([
  ['a stamp', stamp],
  ['handwriting', scribble],
])('%s over the reasons is noted', async (_name, isInk) => {
  expect(await notesOf(inked(isInk))).toContain('words-covered');
});

test('a stamp beside the words is not noted, nor is a clean page', async () => {
  expect(await notesOf(inked((x, y) => stamp(x - 200, y - 900)))).not.toContain('words-covered');
  expect(await notesOf(page)).not.toContain('words-covered');
});

const kinds: readonly DegradationKind[] = [
  'd300',
  'd100',
  'jq30',
  'skew',
  'noise',
  'light',
  'photo',
  'photobad',
  'faxstd',
  'worst',
];

test.each(kinds)('no stroke is seen on a clean page that was spoilt: %s', async (kind) => {
  const [drawn] = await drawPages(readFileSync('fixtures/letters/a-visitor-tick-form-en.pdf'), pageDpi);
  if (drawn === undefined) throw new Error('no page');
  const { bytes, mediaType } = await degradePage(drawn, kind, 'covered');
  const opened = await openPicture({ name: 'page', bytes, mediaType });
  for (const { picture } of await preparePages(await (await opened.page(1)).gray(2400)))
    expect(lookAtPage(picture).strokes).toEqual([]);
});

test.each([0, 1.5, -3])('a table’s frame is no stroke, on a sheet %d degrees crooked', async (degrees) => {
  const framed = inked((x, y) => {
    const inside = x > 300 && x < 1250 && y > 1250 && y < 1550;
    return inside && (x < 303 || x > 1247 || (y - 1250) % 100 < 3 || y > 1547 || Math.abs(x - 700) < 2);
  });
  const { width, height, grey } = skewBitmap(framed, degrees);
  for (const { picture } of await preparePages({ width, height, pixels: grey }))
    expect(lookAtPage(picture).strokes).toEqual([]);
});
