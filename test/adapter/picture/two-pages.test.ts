import { readdirSync, readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bitmap } from '../../../fixtures/make/bitmap.ts';
import { drawPages } from '../../../fixtures/make/draw-pages.ts';
import { bindBooklet } from '../../../fixtures/make/photograph-page.ts';
import { project } from '../../../src/adapter/picture/homography.ts';
import { type PreparedPage, preparePages } from '../../../src/adapter/picture/prepare-page.ts';
import { turnPicture } from '../../../src/adapter/picture/turn-picture.ts';
import type { GrayPicture } from '../../../src/seam/ocr-engine.ts';

const grayOf = ({ width, height, grey }: Bitmap): GrayPicture => ({ width, height, pixels: grey });

async function photo(file: string): Promise<GrayPicture> {
  const gray = sharp(readFileSync(`fixtures/letters/${file}`))
    .greyscale()
    .toColourspace('b-w')
    .raw();
  const { data, info } = await gray.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/** Where the middle of a prepared page was in its picture, as shares of the picture's sides. */
function middleOf({ picture, toSource }: PreparedPage, source: GrayPicture): readonly [number, number] {
  const { x, y } = project(toSource, { x: picture.width / 2, y: picture.height / 2 });
  return [x / source.width, y / source.height];
}

async function drawPdf(
  options: PDFKit.PDFDocumentOptions,
  draw: (pdf: PDFKit.PDFDocument) => void,
): Promise<GrayPicture> {
  const pdf = new PDFDocument(options);
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => pdf.on('end', resolve));
  draw(pdf);
  pdf.end();
  await done;
  const [page] = await drawPages(Buffer.concat(parts), 150);
  if (page === undefined) throw new Error('no page');
  return grayOf(page);
}

describe('a picture of two pages', () => {
  let booklet: GrayPicture;
  beforeAll(async () => {
    const [one, two] = await drawPages(readFileSync('fixtures/letters/d-visitor-en.pdf'), 120);
    if (one === undefined || two === undefined) throw new Error('two pages are needed');
    booklet = grayOf(bindBooklet(one, two));
  });

  test.each(['d-visitor-en-pair.jpg', 'd-visitor-en-booklet.jpg'])('%s is cut, the left page first', async (file) => {
    const source = await photo(file);
    const pages = await preparePages(source);
    const places = pages.map((page) => middleOf(page, source)[0]);
    expect(places).toEqual([expect.closeTo(0.27, 1), expect.closeTo(0.73, 1)]);
    for (const { picture } of pages) expect(picture.height / picture.width).toBeCloseTo(1.29, 0);
  });

  test('is cut where it was scanned, the lines level and each page large enough to be read', async () => {
    const pages = await preparePages(booklet);
    expect(pages.map(({ picture }) => picture.height)).toEqual([1800, 1800]);
    expect(pages.map((page) => middleOf(page, booklet)[0])).toEqual([expect.closeTo(0.25, 1), expect.closeTo(0.75, 1)]);
  });

  test.each([1, 2, 3] as const)('that lies turned by %i quarters is cut in reading order', async (turns) => {
    const source = turnPicture(booklet, turns);
    const pages = await preparePages(source);
    expect(pages.map(({ turn }) => turn.turns)).toEqual([4 - turns, 4 - turns]);
    const [first, second] = pages.map((page) => middleOf(page, source));
    const along = turns === 2 ? 0 : 1;
    const before = (first?.[along] ?? 0) < (second?.[along] ?? 0);
    expect(before).toBe(turns === 1);
  });
});

describe('a picture of one page stays whole', () => {
  const files = readdirSync('fixtures/letters').filter((name) => /^[a-d]-.*[a-z]\.pdf$/.test(name));

  test.each(files.filter((name) => !name.includes('scan')))('%s, upright and lying', async (file) => {
    for (const page of await drawPages(readFileSync(`fixtures/letters/${file}`), 100)) {
      expect(await preparePages(grayOf(page))).toHaveLength(1);
      expect(await preparePages(turnPicture(grayOf(page), 1))).toHaveLength(1);
    }
  });

  test.each(['c-study-en-photo.jpg', 'c-study-fr-photo.jpg', 'b-visitor-en.jpg', 'super-visa-fr.jpg'])(
    '%s',
    async (file) => {
      const source = await photo(file);
      expect(await preparePages(source)).toHaveLength(1);
      expect(await preparePages(turnPicture(source, 3))).toHaveLength(1);
    },
  );

  const prose = 'I am not satisfied that you will leave this country at the end of your stay as a visitor. '.repeat(30);

  test('a broad page in two columns', async () => {
    const page = await drawPdf({ layout: 'landscape' }, (pdf) =>
      pdf.fontSize(10).text(prose, { columns: 2, columnGap: 30 }),
    );
    expect(await preparePages(page)).toHaveLength(1);
  });

  test('a broad table', async () => {
    const page = await drawPdf({ layout: 'landscape' }, (pdf) => {
      for (let row = 0; row < 20; row += 1) {
        pdf.fontSize(10).text(`Document number ${row} that was asked for`, 72, 80 + row * 22);
        pdf.text(row % 2 === 0 ? 'not received' : 'received in time', 450, 80 + row * 22);
      }
    });
    expect(await preparePages(page)).toHaveLength(1);
  });
});
