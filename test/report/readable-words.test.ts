import { describe, expect, test } from 'vitest';
import { comparisonWords, doubtWords } from '../../src/report/comparison-words.ts';
import { paperWords } from '../../src/report/paper-words.ts';
import { reportWords } from '../../src/report/report-words.ts';
import { sheetWords } from '../../src/report/sheet-words.ts';
import { gradeOf } from '../support/reading-grade.ts';

type Localized = { readonly en: string; readonly fr: string };

const all: readonly (readonly [string, Localized])[] = Object.entries({
  reportWords,
  paperWords,
  comparisonWords,
  doubtWords,
  sheetWords,
}).flatMap(([list, words]) =>
  Object.entries<Localized>(words).map(([name, text]) => [`${list}.${name}`, text] as const),
);
const sentences = all.filter(([, { en }]) => en.split(' ').length >= 8);

describe('the measure itself', () => {
  test.each([
    ['The cat sat on the mat. It was a good mat.', -3, 1],
    ['You can apply again. Send new proof with it.', 0, 5],
    [
      'Notwithstanding the aforementioned considerations, administrative determinations necessitate comprehensive evidentiary substantiation.',
      15,
      60,
    ],
  ])('%s', (text, least, most) => {
    expect(gradeOf(text)).toBeGreaterThanOrEqual(least);
    expect(gradeOf(text)).toBeLessThanOrEqual(most);
  });
});

describe('what papers say in English is at grade 8 or below', () => {
  test('there are sentences to measure', () => {
    expect(sentences.length).toBeGreaterThan(15);
  });

  test.each(sentences)('%s', (_name, { en }) => {
    expect(gradeOf(en)).toBeLessThanOrEqual(8);
  });
});

test.each(all)('%s is said in both languages', (_name, { en, fr }) => {
  expect(en.trim()).not.toBe('');
  expect(fr.trim()).not.toBe('');
  if (en.split(' ').length > 3) expect(fr).not.toBe(en);
});

test('French says « vous », uses curly apostrophes, and puts a space before a colon', () => {
  const wrong = all.filter(([, { fr }]) => /'|\S:|\btu\b|\bton\b/.test(fr)).map(([name]) => name);
  expect(wrong).toEqual([]);
});
