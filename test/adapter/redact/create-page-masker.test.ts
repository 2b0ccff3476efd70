import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPageMasker } from '../../../src/adapter/redact/create-page-masker.ts';
import { writePicturePdf } from '../../../src/adapter/redact/write-picture-pdf.ts';
import { hasTool, runTool } from '../../support/system-tool.ts';

const page = { width: 612, height: 792 };
const white = sharp({ create: { width: 1275, height: 1650, channels: 3, background: '#fff' } })
  .withMetadata({ exif: { IFD0: { Artist: 'Adaeze Nwankwo', Copyright: 'secret' } } })
  .png()
  .toBuffer();

const word = (text: string, left: number, top: number) => ({
  text,
  box: { left, top, right: left + text.length * 6, bottom: top + 12 },
  confidence: 1,
});
const kept = [
  word('Dear', 72, 100),
  word('You', 72, 130),
  word('said', 96, 130),
  word('« été »', 124, 130),
  word('Việt', 72, 160),
];
const area = { left: 102, top: 100, right: 200, bottom: 112 };

async function maskedPdf(): Promise<Uint8Array> {
  return createPageMasker().mask([{ ...page, picture: await white, areas: [area], words: kept }]);
}

test('the PDF holds no metadata, no dates, no program’s name and nothing of the picture’s own notes', async () => {
  const pdf = Buffer.from(await maskedPdf()).toString('latin1');
  for (const sign of [
    '/Info',
    '/Metadata',
    '/Producer',
    '/Creator',
    '/CreationDate',
    '/ID',
    'Adaeze',
    'secret',
    'Exif',
  ])
    expect(pdf).not.toContain(sign);
});

test('the same pages give the same bytes', async () => {
  expect(Buffer.from(await maskedPdf()).equals(Buffer.from(await maskedPdf()))).toBe(true);
});

test('more letters than a font can hold are spread over several', () => {
  const many = Array.from({ length: 600 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
  const pdf = Buffer.from(
    writePicturePdf([{ ...page, jpeg: new Uint8Array(), pixels: { width: 1, height: 1 }, words: [word(many, 0, 0)] }]),
  );
  expect(pdf.toString('latin1').match(/\/Subtype \/Type3/g)).toHaveLength(3);
});

describe.skipIf(!hasTool('pdftotext'))('as poppler reads it (needs poppler-utils)', () => {
  test('the words that stay can be found, with their accents', async () => {
    const text = runTool('pdftotext', ['-', '-'], await maskedPdf());
    expect(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ).toEqual(['Dear', 'You said « été »', 'Việt']);
  });

  test('the area is black, and around it the page is white', async () => {
    const drawn = runPixels(await maskedPdf());
    const { data, info } = await sharp(drawn).greyscale().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) =>
      data[Math.round((y * info.height) / 792) * info.width + Math.round((x * info.width) / 612)] ?? -1;
    expect(at(150, 106)).toBeLessThan(10);
    expect(at(80, 106)).toBeGreaterThan(245);
    expect(at(150, 140)).toBeGreaterThan(245);
  });
});

function runPixels(pdf: Uint8Array): Buffer {
  return Buffer.from(runTool('pdftoppm', ['-r', '72', '-png', '-singlefile', '-'], pdf, 'latin1'), 'latin1');
}
