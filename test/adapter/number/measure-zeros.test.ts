import { describe, expect, test } from 'vitest';
import { drawPages } from '../../../fixtures/make/draw-pages.ts';
import { measureZeros } from '../../../src/adapter/number/measure-zeros.ts';
import type { GrayPicture } from '../../../src/seam/ocr-engine.ts';
import { makePdf } from '../../support/make-pdf.ts';

/** A word printed at 12 points, drawn at 165 dots an inch, with the place where it stands. */
async function print(text: string, font: string) {
  const pdf = await makePdf(
    (document) => document.font(font).fontSize(12).text(text, 20, 20, { characterSpacing: 0.5 }),
    {
      size: [140, 60],
      margin: 5,
    },
  );
  const [drawn] = await drawPages(pdf, 165);
  if (drawn === undefined) throw new Error('no page');
  const picture: GrayPicture = { width: drawn.width, height: drawn.height, pixels: drawn.grey };
  const inked = [...drawn.grey.entries()].filter(([, level]) => level < 170).map(([at]) => at);
  const across = inked.map((at) => at % drawn.width);
  const down = inked.map((at) => Math.floor(at / drawn.width));
  const box = {
    left: least(across),
    top: least(down),
    right: -least(negated(across)) + 1,
    bottom: -least(negated(down)) + 1,
  };
  return { picture, box };
}
const least = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.min(one, other));
const negated = (numbers: readonly number[]): readonly number[] => numbers.map((number) => -number);

describe.each(['Helvetica', 'Times-Roman', 'Courier'])('in %s', (font) => {
  test.each([['TNOO958'], ['TN00958'], ['TN0O958']])('%s on paper that shows TN00958 is TN00958', async (read) => {
    const { picture, box } = await print('TN00958', font);
    expect(measureZeros({ text: read, box, confidence: 0.5 }, picture).text).toBe('TN00958');
  });

  test('a printed O stays or becomes an O', async () => {
    const { picture, box } = await print('HO12345', font);
    expect(measureZeros({ text: 'H012345', box, confidence: 0.5 }, picture).text).toBe('HO12345');
  });
});

test('a word with more letters than the page shows stays as it was read', async () => {
  const { picture, box } = await print('TN00958', 'Helvetica');
  expect(measureZeros({ text: 'TNNO0958', box, confidence: 0.5 }, picture).text).toBe('TNNO0958');
});
