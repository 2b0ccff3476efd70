import { expect, test } from 'vitest';
import { settleMarks } from '../../src/read/settle-marks.ts';
import type { PlacedWord } from '../../src/seam/ocr-engine.ts';

const word = (text: string, size = 20): PlacedWord => ({
  text,
  box: { left: 0, top: 0, right: size, bottom: size },
  confidence: 0.9,
});
const settled = (...rows: readonly PlacedWord[][]): readonly (readonly string[])[] =>
  settleMarks(rows).map((row) => row.map(({ text }) => text));

test.each(['+', '*', '°', '«', '¢', '©'])('a bullet that was read as %s is a bullet', (read) => {
  expect(settled([word(read, 8), word('Your'), word('funds')])).toEqual([['•', 'Your', 'funds']]);
});

test('a dash before a word and a sign inside a row stay', () => {
  expect(settled([word('-'), word('Your')], [word('2'), word('+'), word('2')])).toEqual([
    ['-', 'Your'],
    ['2', '+', '2'],
  ]);
});

test('specks of dirt are dropped, whole rows of them too', () => {
  expect(settled([word('“', 2)], [word('Refused'), word('.', 3)], [word('Refused')])).toEqual([
    [],
    ['Refused'],
    ['Refused'],
  ]);
});

test('a large mark alone stays', () => {
  expect(settled([word('—', 20)], [word('Refused')])).toEqual([['—'], ['Refused']]);
});
