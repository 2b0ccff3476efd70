import { expect, test } from 'vitest';
import { readLoneStrokes } from '../../src/read/lone-strokes.ts';
import type { PlacedWord } from '../../src/seam/ocr-engine.ts';

const commonWords = ['i', 'am', 'have', 'and', 'of', 'it'];

function readRow(text: string, confidence = 0.4, words: readonly string[] = commonWords): readonly PlacedWord[] {
  const row = text.split(' ').map((word, at) => ({
    text: word,
    box: { left: 100 * at, top: 0, right: 100 * at + 60, bottom: 10 },
    confidence,
  }));
  return readLoneStrokes([row], words)[0] ?? [];
}
const textOf = (words: readonly PlacedWord[]): string => words.map(({ text }) => text).join(' ');

test.each([
  ['| have reviewed it', 'I have reviewed it'],
  ['l have reviewed it', 'I have reviewed it'],
  ['1am not satisfied', 'I am not satisfied'],
  ['lam not satisfied', 'I am not satisfied'],
])('an upright stroke before small letters is the word I: %s', (read, meant) => {
  expect(textOf(readRow(read))).toBe(meant);
});

test.each(['1 of 2', 'page 1of 2', 'Name | Value', 'last and least'])('what is no such word stays: %s', (text) => {
  expect(textOf(readRow(text))).toBe(text);
});

test('a word that was read surely stays', () => {
  expect(textOf(readRow('land it stands on', 0.95, [...commonWords, 'and']))).toBe('land it stands on');
});

test('nothing changes in a language without the word', () => {
  expect(textOf(readRow('l ai lu', 0.4, ['le', 'la']))).toBe('l ai lu');
});

test('two words that were glued get a place each', () => {
  const [first, second] = readRow('1am not');
  expect([first?.box, second?.box]).toEqual([
    { left: 0, top: 0, right: 15, bottom: 10 },
    { left: 15, top: 0, right: 60, bottom: 10 },
  ]);
});
