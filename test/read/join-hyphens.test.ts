import { describe, expect, test } from 'vitest';
import { joinHyphens } from '../../src/read/join-hyphens.ts';
import type { DraftRow } from '../../src/read/number-pages.ts';

function rowsOf(...lines: readonly string[]): DraftRow[] {
  return lines.map((line, index) => ({
    words: line.split(' ').map((text, column) => ({
      text,
      box: { left: column * 50, top: index * 14, right: column * 50 + 40, bottom: index * 14 + 12 },
      confidence: 1,
    })),
  }));
}

const joined = (...lines: readonly string[]): string[] =>
  joinHyphens(rowsOf(...lines)).map(({ words }) => words.map((word) => word.text).join(' '));

describe('a word parted at the end of a line', () => {
  test.each([
    ['is one word again', ['your appli-', 'cation is refused'], ['your application', 'is refused']],
    ['marked as PDFium does is one word again', ['your appli\ufffe', 'cation is'], ['your application', 'is']],
    [
      'keeps a hyphen that it has elsewhere',
      ['a long-', 'term plan and a long-term visa'],
      ['a long-term', 'plan and a long-term visa'],
    ],
    [
      'keeps a hyphen between two words that stand alone',
      ['work and per-', 'mit per mit'],
      ['work and per-mit', 'per mit'],
    ],
    ['is left alone before a capital', ['Saint-', 'Laurent office'], ['Saint-', 'Laurent office']],
    ['is left alone where the dash stands alone', ['refused -', 'because of it'], ['refused -', 'because of it']],
    ['is left alone after a number', ['2024-', 'and later'], ['2024-', 'and later']],
  ])('%s', (_, lines, expected) => {
    expect(joined(...lines)).toEqual(expected);
  });

  test('keeps the place of its first part', () => {
    const [first] = joinHyphens(rowsOf('your appli-', 'cation'));
    expect(first?.words[1]?.box).toEqual({ left: 50, top: 0, right: 90, bottom: 12 });
  });

  test('never shows the mark of the PDF reader', () => {
    expect(joined('appli\ufffe')).toEqual(['appli-']);
  });
});
