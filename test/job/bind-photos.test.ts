import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createReaderPool } from '../../src/adapter/create-reader-pool.ts';
import { usualLimits } from '../../src/adapter/reading-settings.ts';
import { bindPhotos } from '../../src/job/bind-photos.ts';

const blank = { width: 60, height: 90, channels: 3, background: '#e0e0e0' } as const;
const jpeg = (orientation = 1) => sharp({ create: blank }).withMetadata({ orientation }).jpeg().toBuffer();
const png = () => sharp({ create: blank }).png().toBuffer();

describe('photos of one letter', () => {
  test('become the pages of one file, in order and each the way it was held', async () => {
    const files = [
      { name: 'one.jpg', bytes: await jpeg() },
      { name: 'two.jpg', bytes: await jpeg(6) },
      { name: 'three.png', bytes: await png() },
    ];
    const { name, bytes } = bindPhotos(files);
    expect(name).toBe('one (3).pdf');
    const reader = createReaderPool({
      size: 1,
      limits: usualLimits,
      engines: { ocr: 'auto' },
      childScript: path.resolve('dist/bin/reader.js'),
      stopWords: {},
      ocrModels: {},
      modelFolder: path.resolve('patterns/languages/ocr'),
    });
    const drawn = await Promise.all(
      [1, 2, 3].map(async (page) =>
        sharp(await reader.draw({ name, bytes }, page, 72, new AbortController().signal)).metadata(),
      ),
    );
    await reader.close();
    expect(drawn.map(({ width, height }) => (width > height ? 'wide' : 'high'))).toEqual(['high', 'wide', 'high']);
  });

  test('give the same bytes each time, so that the same letter is known again', async () => {
    const files = [
      { name: 'a.jpg', bytes: await jpeg() },
      { name: 'b.jpg', bytes: await jpeg() },
    ];
    expect(Buffer.from(bindPhotos(files).bytes).equals(bindPhotos(files).bytes)).toBe(true);
  });

  test('that can’t be pages are named by their number', async () => {
    const clear = await sharp({ create: { ...blank, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    const photo = { name: 'a.jpg', bytes: await jpeg() };
    expect(() => bindPhotos([photo, { name: 'b.png', bytes: clear }])).toThrow(/File 2/);
    expect(() => bindPhotos([photo, { name: 'c.pdf', bytes: Buffer.from('%PDF-1.7') }])).toThrow(/File 2/);
    expect(() => bindPhotos([photo, { name: 'd.jpg', bytes: photo.bytes.subarray(0, 40) }])).toThrow(/File 2/);
  });
});
