import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { drawPages } from '../../../fixtures/make/draw-pages.ts';
import { createTesseractJs } from '../../../src/adapter/ocr/create-tesseract-js.ts';
import { blankBand, cutBand, findBand } from '../../../src/adapter/picture/find-band.ts';
import { recognizePages } from '../../../src/adapter/picture/recognize-page.ts';
import { usualLimits } from '../../../src/adapter/reading-settings.ts';
import type { GrayPicture, OcrRequest } from '../../../src/seam/ocr-engine.ts';
import { testPoolOptions } from '../../support/test-pool.ts';

const { stopWords, ocrModels, modelFolder } = testPoolOptions;
const engine = createTesseractJs(modelFolder);
afterAll(() => engine.close());

async function pageOf(file: string): Promise<GrayPicture> {
  const [drawn] = await drawPages(readFileSync(path.join('fixtures/letters', file)), 160);
  if (drawn === undefined) throw new Error('no page');
  return { width: drawn.width, height: drawn.height, pixels: drawn.grey };
}

/** Reads a page with the real engine, and keeps what that was asked. */
async function recognize(picture: GrayPicture, known: boolean) {
  const asked: OcrRequest[] = [];
  const settings = { limits: usualLimits, stopWords, ocrModels, modelFolder, ocr: 'tesseract.js' } as const;
  const watched = {
    recognize: (request: OcrRequest) => {
      asked.push(request);
      return engine.recognize(request);
    },
    close: async () => undefined,
  };
  const guess = { language: 'en', known };
  const [attempt] = await recognizePages(picture, guess, { settings, ocr: async () => watched });
  const rows = attempt.rows.map((row) => row.map(({ text }) => text).join(' '));
  const asks = asked.map(
    ({ models, picture: { height } }) => `${String(models.join('+'))} ${height < picture.height / 3 ? 'band' : 'page'}`,
  );
  return { attempt, rows, asks };
}

describe('a page in an unknown language', () => {
  test('that is the other one is read whole once only', async () => {
    const { attempt, rows, asks } = await recognize(await pageOf('c-visitor-fr.pdf'), false);
    expect(asks).toEqual(['eng band', 'fra page']);
    expect(attempt.language).toBe('fr');
    expect(rows.join(' ')).toContain('demande');
  });

  test('that is the first one is read once, and its rows are those of a page read in one go', async () => {
    const page = await pageOf('c-study-en.pdf');
    const [parted, whole] = [await recognize(page, false), await recognize(page, true)];
    expect(parted.asks).toEqual(['eng band', 'eng page']);
    expect(whole.asks).toEqual(['eng page']);
    // What an engine makes of a bullet hangs on what stands around it.
    const withoutBullets = (rows: readonly string[]) => rows.map((row) => row.replace(/^\W+/, ''));
    expect(withoutBullets(parted.rows)).toEqual(withoutBullets(whole.rows));
    const tops = parted.attempt.rows.map((row) => row[0]?.box.top ?? 0);
    for (const [at, top] of tops.entries()) expect(top).toBeGreaterThan((tops[at - 1] ?? 0) - 12);
  });

  test('that was guessed wrongly is read again', async () => {
    const { asks } = await recognize(await pageOf('c-visitor-fr.pdf'), true);
    expect(asks).toEqual(['eng page', 'fra page']);
  });
});

describe('the band that is read first', () => {
  test('cuts through no letter', async () => {
    const page = await pageOf('c-study-en.pdf');
    const band = findBand(page);
    if (band === undefined) throw new Error('no band');
    for (const y of [band.top, band.bottom])
      expect(Math.min(...page.pixels.subarray(y * page.width, (y + 1) * page.width))).toBeGreaterThan(200);
    expect(band.bottom - band.top).toBeLessThan(page.height / 4);
  });

  test('and the page without it are the page', async () => {
    const page = await pageOf('c-study-en.pdf');
    const band = findBand(page) ?? { top: 0, bottom: 0 };
    const ink = ({ pixels }: GrayPicture): number => pixels.reduce((sum, level) => sum + (level < 170 ? 1 : 0), 0);
    expect(ink(cutBand(page, band)) + ink(blankBand(page, band))).toBe(ink(page));
    expect(ink(cutBand(page, band)) / ink(page)).toBeGreaterThan(0.1);
  });

  test('is not looked for on a page without gaps between its lines', () => {
    const pixels = Uint8Array.from({ length: 400 * 500 }, (_, at) => (at % 7 === 0 ? 20 : 250));
    expect(findBand({ width: 400, height: 500, pixels })).toBeUndefined();
  });
});
