import { describe, expect, test } from 'vitest';
import { durationText } from '../../../../src/face/web/speech/duration-text.ts';
import { speechOf } from '../../../../src/face/web/speech/speech-of.ts';
import { english } from '../../../../src/face/web/speech/text-en.ts';
import { englishResult } from '../../../../src/face/web/speech/text-en-result.ts';
import { englishReview } from '../../../../src/face/web/speech/text-en-review.ts';
import { englishWork } from '../../../../src/face/web/speech/text-en-work.ts';
import { french } from '../../../../src/face/web/speech/text-fr.ts';
import { frenchResult } from '../../../../src/face/web/speech/text-fr-result.ts';
import { frenchReview } from '../../../../src/face/web/speech/text-fr-review.ts';
import { frenchWork } from '../../../../src/face/web/speech/text-fr-work.ts';
import { daysBetween, pickLanguage } from '../../../../src/face/web/speech/translate.ts';

const inEnglish = { ...english, ...englishResult, ...englishWork, ...englishReview };
const inFrench = Object.entries({ ...french, ...frenchResult, ...frenchWork, ...frenchReview });
const pairs = Object.entries(inEnglish).map(
  ([name, text]) => [name, text, inFrench.find(([key]) => key === name)?.[1] ?? ''] as const,
);

test.each(pairs)('%s fills in the same values in both languages', (_name, en, fr) => {
  const valuesOf = (text: string) =>
    [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).toSorted((a, b) => a.localeCompare(b));
  expect(valuesOf(fr)).toEqual(valuesOf(en));
  expect(fr).not.toBe('');
});

describe('plurals', () => {
  test.each([
    ['en', 0, '0 days left'],
    ['en', 1, '1 day left'],
    ['en', 2, '2 days left'],
    ['fr', 0, '0 jour restant'],
    ['fr', 1, '1 jour restant'],
    ['fr', 2, '2 jours restants'],
  ] as const)('%s %d', (language, n, text) => {
    expect(speechOf(language).t('daysLeft', { n })).toBe(text);
  });
});

test('days are written as each language writes them', () => {
  expect(speechOf('en').day('2026-11-01')).toBe('November 1, 2026');
  expect(speechOf('fr').day('2026-11-01')).toBe('1er novembre 2026');
  expect(speechOf('fr').fullDay('2026-11-01')).toBe('dimanche 1er novembre 2026');
  expect(speechOf('fr').day('2026-11-11')).toBe('11 novembre 2026');
});

test('a time limit is written out', () => {
  expect(durationText('en', 'P15D')).toBe('15 days');
  expect(durationText('fr', 'P6M')).toMatch(/^6\s+mois$/);
  expect(durationText('en', 'soon')).toBe('soon');
});

test('days between are whole, across the change of clocks', () => {
  expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
  expect(daysBetween('2026-11-25', '2026-11-24')).toBe(-1);
});

test('the language of the address wins over the browser’s', () => {
  expect(pickLanguage('en', 'fr')).toBe('en');
  expect(pickLanguage(undefined, 'fr-CA')).toBe('fr');
  expect(pickLanguage(['fr'], undefined)).toBe('en');
});
