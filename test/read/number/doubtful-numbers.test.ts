import { describe, expect, test } from 'vitest';
import { doubtfulNumbers } from '../../../src/read/number/doubtful-numbers.ts';
import type { PlacedWord } from '../../../src/seam/ocr-engine.ts';

/** Words one after another, 10 wide a letter and 20 high, with the given white between them. */
function row(texts: readonly string[], { confidence = 0.95, gap = 8 } = {}): PlacedWord[] {
  let left = 0;
  return texts.map((text) => {
    const box = { left, top: 0, right: left + 10 * text.length, bottom: 20 };
    left = box.right + gap;
    return { text, box, confidence };
  });
}

const doubted = (...rows: readonly PlacedWord[][]): string[] => doubtfulNumbers(rows).map(({ text }) => text);

describe('worth a second look is', () => {
  test.each(['$300000115', '5300000107', '300000115', 'DWw20416', '8300A00012'])(
    'a sure word of odd form: %s',
    (text) => {
      expect(doubted(row(['no.:', text]))).toEqual([text]);
    },
  );

  test.each(['S300000115', '11-2233-4409', '2024-04-30', '2026', '(2024).'])('an unsure number: %s', (text) => {
    expect(doubted(row([text], { confidence: 0.7 }))).toHaveLength(1);
  });

  test('a number with a gap that is too narrow for a space', () => {
    expect(doubted(row(['V3000001', '12']))).toEqual(['V300000112']);
  });
});

describe('left alone is', () => {
  test.each(['S300000115', '11-2233-4409', '2024-04-30', '2026', '$10,000'])('a sure number: %s', (text) => {
    expect(doubted(row([text]))).toEqual([]);
  });

  test.each(['refused', 'R216(1)(b)', '12', 'https://example.org/SOR-2002-227/section-216.html'])(
    'what is no number to copy, however unsure: %s',
    (text) => {
      expect(doubted(row([text], { confidence: 0.1 }))).toEqual([]);
    },
  );

  test('two numbers with a space between them', () => {
    expect(doubted(row(['V3000001', '12'], { gap: 12 }))).toEqual([]);
  });
});
