import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { usualLimits } from '../../src/adapter/reading-settings.ts';
import type { Document, Word } from '../../src/model/document.ts';
import { wordsOf } from '../../src/model/document.ts';
import { makePdf } from '../support/make-pdf.ts';
import { openTestPool } from '../support/test-pool.ts';

const pool = openTestPool();
afterAll(() => pool.close());

const never = new AbortController().signal;
const read = (bytes: Uint8Array, password?: string): Promise<Document> =>
  pool.read({ name: 'letter', bytes, ...(password === undefined ? {} : { password }) }, never);
const fixture = (name: string): Buffer => readFileSync(`fixtures/${name}`);
const linesOf = (document: Document): string[] =>
  document.pages.flatMap((page) => page.lines.map((line) => line.words.map((word) => word.text).join(' ')));
const wordOf = (document: Document, text: string): Word => {
  const word = wordsOf(document).find((each) => each.text === text);
  if (word === undefined) throw new Error(`no word ${text}`);
  return word;
};

/** The darkest pixel of a part of a picture, 0 to 255. */
async function darkestOf(
  png: Uint8Array,
  part: { left: number; top: number; width: number; height: number },
): Promise<number> {
  return Math.min(...(await sharp(png).extract(part).grayscale().raw().toBuffer()));
}

describe('a file that is no letter', () => {
  test.each([
    ['empty', Buffer.alloc(0), 'file-unreadable'],
    ['a PDF without pages', fixture('broken/no-pages.pdf'), 'file-unreadable'],
    ['a cut PDF', fixture('broken/cut-off.pdf'), 'file-unreadable'],
    ['a locked PDF', fixture('broken/locked.pdf'), 'file-encrypted'],
    ['a program', fixture('broken/program.pdf'), 'file-type-unsupported'],
    ['a broken JPEG', fixture('broken/corrupt.jpg'), 'file-unreadable'],
    ['larger than the limit', Buffer.alloc(usualLimits.maxFileBytes + 1, 'a'), 'file-too-large'],
    ['text larger than the limit', Buffer.alloc(usualLimits.maxTextBytes + 1, 'a'), 'file-too-large'],
    ['text of blanks', Buffer.from(' \n \n'), 'file-unreadable'],
  ])('is refused: %s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'Failure', code });
  });

  test('a locked PDF opens with its password, not with another', async () => {
    expect(linesOf(await read(fixture('broken/locked.pdf'), 'maple')).length).toBeGreaterThan(10);
    await expect(read(fixture('broken/locked.pdf'), 'oak')).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  test('a PDF with more pages than a letter is refused', async () => {
    const bytes = await makePdf((document) => {
      for (let page = 0; page < usualLimits.maxPages; page += 1) document.addPage();
    });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'too-many-pages', facts: { pages: 101, most: 100 } });
  });
});

describe('plain text', () => {
  test('is read without starting a process', async () => {
    const alone = openTestPool({ childScript: '/nowhere/reader.js' });
    const letters = Array.from({ length: 100 }, (_, index) =>
      alone.read({ name: `${index}`, bytes: Buffer.from(`Letter ${index}`) }, never),
    );
    expect((await Promise.all(letters)).map(linesOf)).toContainEqual(['Letter 99']);
    await alone.close();
  });
});

describe('the text layer of a PDF', () => {
  test('gives each word its box in points from the top left', async () => {
    const document = await read(
      await makePdf((pdf) => pdf.font('Courier').fontSize(10).text('Dear Applicant', 100, 200)),
    );
    const { box, confidence } = wordOf(document, 'Applicant');
    expect({ left: Math.round(box.left), right: Math.round(box.right), confidence }).toEqual({
      left: 130,
      right: 184,
      confidence: 1,
    });
    expect(box.top).toBeGreaterThan(196);
    expect(box.bottom).toBeLessThan(214);
    expect(document.pages[0]).toMatchObject({
      number: 1,
      width: 612,
      height: 792,
      origin: 'text-layer',
      confidence: 1,
    });
  });

  test.each([
    ['turned by the file', (pdf: PDFKit.PDFDocument) => Object.assign(pdf.page.dictionary.data, { Rotate: 90 })],
    ['drawn sideways', (pdf: PDFKit.PDFDocument) => pdf.rotate(90, { origin: [306, 396] })],
    ['drawn upside down', (pdf: PDFKit.PDFDocument) => pdf.rotate(180, { origin: [306, 396] })],
  ])('reads in order when the page is %s', async (_, turn) => {
    const bytes = await makePdf((pdf) => {
      turn(pdf);
      pdf.fontSize(12).text('First line of it\nSecond line\nThird line', 150, 300);
    });
    const document = await read(bytes);
    expect(linesOf(document)).toEqual(['First line of it', 'Second line', 'Third line']);
    const tops = document.pages[0]?.lines.map((line) => line.box.top) ?? [];
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test('joins a word that a hyphen parts', async () => {
    const bytes = await makePdf((pdf) =>
      pdf.text('I refuse your appli-', 72, 72, { lineBreak: false }).text('cation today', 72, 88),
    );
    expect(linesOf(await read(bytes))).toEqual(['I refuse your application', 'today']);
  });

  test('leaves out words that the page does not show, and says so', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.text('What people see on the page', 72, 72);
      pdf.fillColor('white').text('secret words nobody sees here', 72, 120);
    });
    const document = await read(bytes);
    expect(linesOf(document)).toEqual(['What people see on the page']);
    expect(document.notes.map((note) => note.code)).toEqual(['hidden-text']);
  });

  test('keeps white words on a dark band', async () => {
    const bytes = await makePdf((pdf) => {
      pdf.rect(60, 60, 300, 40).fill('#003366');
      pdf.fillColor('white').text('White words on a band', 72, 72);
    });
    expect(linesOf(await read(bytes))).toEqual(['White words on a band']);
  });

  test('that is garbage is set aside for the picture of the page', async () => {
    const document = await read(fixture('broken/shuffled-text.pdf'));
    expect(document.notes.map((note) => note.code)).toContain('text-layer-bad');
    expect(linesOf(document).join(' ')).toContain('not satisfied that you will leave');
    expect(document.pages[0]?.origin).toBe('ocr');
  });

  test('that lies hidden behind a scan and says other words is named', async () => {
    const scan = fixture('letters/c-study-en-scan.png');
    const bytes = await makePdf((pdf) => {
      pdf.image(scan, 0, 0, { width: 612, height: 792 });
      pdf.addContent('3 Tr');
      pdf.text(
        'We are pleased to tell you that your application was approved and that you may come to stay. '.repeat(4),
        72,
        72,
      );
    });
    const document = await read(bytes);
    expect(document.notes.map((note) => note.code)).toEqual(['text-layer-bad', 'text-mismatch']);
    expect(linesOf(document).join(' ')).not.toContain('approved');
  });

  test('of a page that is missing costs only that page', async () => {
    const document = await read(fixture('broken/one-bad-page.pdf'));
    expect(document.notes.map((note) => note.code)).toEqual(['page-unreadable']);
    expect(document.pages.map((page) => page.number)).toEqual([1, 3]);
  });
});

describe('tick boxes', () => {
  const states = (document: Document) =>
    document.pages[0]?.marks
      .map((mark) => (mark.state === 'ticked' ? 'x' : mark.state === 'empty' ? '-' : '?'))
      .join('');

  test('drawn in a PDF are seen', async () => {
    expect(states(await read(fixture('letters/a-visitor-tick-form-en.pdf')))).toBe('x----x-x------------');
  });

  test('that are form fields are read', async () => {
    expect(states(await read(fixture('letters/a-visitor-form-fields-en.pdf')))).toBe('x-x-x-------x-');
  });

  test('of a letter without any are none', async () => {
    expect(states(await read(fixture('letters/c-study-en.pdf')))).toBe('');
  });
});

describe('the picture of a page', () => {
  test('shows each word where its box says', async () => {
    const bytes = await makePdf((pdf) => pdf.fontSize(14).text('Refused', 300, 500));
    const { box } = wordOf(await read(bytes), 'Refused');
    const png = await pool.draw({ name: 'letter', bytes }, 1, 144, never);
    const [left, top] = [Math.round(box.left * 2), Math.round(box.top * 2)];
    const [width, height] = [Math.round((box.right - box.left) * 2), Math.round((box.bottom - box.top) * 2)];
    expect(await darkestOf(png, { left, top, width, height })).toBeLessThan(60);
    expect(await darkestOf(png, { left, top: top + height + 4, width, height })).toBe(255);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1224, height: 1584 });
  });

  test('of plain text is a typed page', async () => {
    const png = await pool.draw({ name: 'letter', bytes: Buffer.from('Dear Sir') }, 1, 72, never);
    expect(await darkestOf(png, { left: 54, top: 54, width: 48, height: 12 })).toBeLessThan(100);
    expect(await darkestOf(png, { left: 54, top: 68, width: 48, height: 12 })).toBe(255);
  });

  test('that is not there is refused', async () => {
    const bytes = fixture('letters/c-study-en.pdf');
    await expect(pool.draw({ name: 'letter', bytes }, 9, 72, never)).rejects.toMatchObject({ code: 'request-invalid' });
  });
});

describe('a picture of a letter', () => {
  test.each([
    ['a photo taken upright', async () => fixture('letters/b-visitor-en.jpg'), 'ocr'],
    [
      'a scan that lies on its side',
      () => sharp(fixture('letters/c-study-en-scan.png')).rotate(90).webp().toBuffer(),
      'ocr',
    ],
    ['a scan upside down', () => sharp(fixture('letters/c-study-en-scan.png')).rotate(180).tiff().toBuffer(), 'ocr'],
    [
      'a photo that its camera says is turned',
      () => sharp(fixture('letters/c-study-en-scan.png')).rotate(90).jpeg().withMetadata({ orientation: 8 }).toBuffer(),
      'ocr',
    ],
  ])('is recognised upright: %s', async (_, make, origin) => {
    const document = await read(await make());
    const page = document.pages[0];
    expect(linesOf(document).join(' ')).toMatch(/will leave Canada at the end of your stay/);
    expect(page?.origin).toBe(origin);
    expect(page?.height).toBeGreaterThan(page?.width ?? 0);
    expect(page?.confidence).toBeGreaterThan(0.85);
  });

  test('of a French letter is read with its accents', async () => {
    const text = linesOf(await read(fixture('letters/c-study-fr-scan.pdf'))).join(' ');
    expect(text).toContain('à la fin de votre séjour');
  });
});
