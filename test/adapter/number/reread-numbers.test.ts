import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPages } from '../../../fixtures/make/draw-pages.ts';
import { rereadNumbers } from '../../../src/adapter/number/reread-numbers.ts';
import { createTesseractJs } from '../../../src/adapter/ocr/create-tesseract-js.ts';
import { prepareSheet } from '../../../src/adapter/picture/prepare-page.ts';
import type { GrayPicture, OcrEngine, PlacedWord } from '../../../src/seam/ocr-engine.ts';
import { makePdf } from '../../support/make-pdf.ts';

const printed = ['S300000115', '11-2233-4415', 'V300000112', '2024-04-30', 'refused'];
const models = ['eng'];

let engine: OcrEngine;
let picture: GrayPicture;
let rows: readonly (readonly PlacedWord[])[];
beforeAll(async () => {
  const pdf = await makePdf((document) => {
    document.font('Times-Roman').fontSize(11);
    for (const [at, text] of printed.entries()) document.text(text, 90, 100 + 40 * at);
  });
  const [drawn] = await drawPages(pdf, 165);
  if (drawn === undefined) throw new Error('no page');
  const gray = { width: drawn.width, height: drawn.height, pixels: drawn.grey };
  ({ picture } = await prepareSheet(gray, { sheet: undefined, turn: { turns: 0, sure: true } }));
  engine = createTesseractJs('patterns/languages/ocr');
  rows = await engine.recognize({ picture, models, layout: 'block' });
});
afterAll(() => engine.close());

/** The page's rows with the printed word misread as `read`, unsurely. */
function misread(word: string, read: readonly string[]): readonly (readonly PlacedWord[])[] {
  const at = printed.indexOf(word);
  const [found] = rows[at] ?? [];
  if (found === undefined) throw new Error(`no row for ${word}`);
  const { left, right } = found.box;
  const width = (right - left) / word.length;
  let from = left;
  const words = read.map((text) => {
    const box = {
      ...found.box,
      left: Math.round(from),
      right: read.length === 1 ? right : Math.round(from + width * text.length),
    };
    from = box.right + 3;
    return { text, box, confidence: 0.5 };
  });
  return rows.map((row, index) => (index === at ? words : row.map((each) => ({ ...each, confidence: 0.95 }))));
}

async function readAgain(word: string, read: readonly string[]) {
  const again = await rereadNumbers(misread(word, read), { picture, models }, engine);
  return { texts: again.rows[printed.indexOf(word)]?.map(({ text }) => text), open: again.open.length };
}

test.each([
  ['S300000115', ['$300000115']],
  ['S300000115', ['300000115']],
  ['V300000112', ['V3000001', '12']],
])('the paper shows %s, read as %s: the second look reads what is printed', async (word, read) => {
  expect(await readAgain(word, read)).toEqual({ texts: [word], open: 0 });
});

test('a day that was misread stays as it was, and its place is told as unsure', async () => {
  expect(await readAgain('2024-04-30', ['2024-04-80'])).toEqual({ texts: ['2024-04-80'], open: 1 });
});

test('a number that was read right but unsurely is sure afterwards', async () => {
  expect(await readAgain('11-2233-4415', ['11-2233-4415'])).toEqual({ texts: ['11-2233-4415'], open: 0 });
});

test('a page without doubtful numbers is not looked at again', async () => {
  const sure = rows.map((row, at) =>
    row.slice(0, 1).map((word) => ({ ...word, text: printed[at] ?? '', confidence: 0.95 })),
  );
  const broken: OcrEngine = { recognize: () => Promise.reject(new Error('asked')), close: async () => undefined };
  expect((await rereadNumbers(sure, { picture, models }, broken)).rows).toEqual(sure);
});
