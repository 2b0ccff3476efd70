import { expect, test } from 'vitest';
import { type ComparisonDoubt, compareReports } from '../../src/report/compare-reports.ts';
import { renderText } from '../../src/report/render/render-text.ts';
import type { Report } from '../../src/report/report-schema.ts';
import { writeComparison } from '../../src/report/write/write-comparison.ts';
import { sampleReport } from '../support/sample-report.ts';

const older = sampleReport({
  name: '2024.pdf',
  issued: '2024-01-22',
  grounds: ['ca.assets-financial-situation', 'ca.purpose-of-visit'],
  quote: 'Your assets are insufficient.',
});
const newer = {
  ...sampleReport({
    name: '2025.pdf',
    issued: '2025-03-01',
    grounds: ['ca.assets-financial-situation', 'ca.travel-history'],
    quote: 'Your financial situation is insufficient.',
  }),
  document: { ...sampleReport().document, name: '2025.pdf', sha256: 'ee'.repeat(32) },
};

test('reasons are repeated, cured or new, with the words of both letters', () => {
  const { repeated, cured, new: fresh } = compareReports(older, newer);
  expect(repeated).toEqual([
    {
      ground: 'ca.assets-financial-situation',
      title: { en: 'Not enough money for the trip', fr: 'Moyens financiers insuffisants' },
      older: { strength: 'stated', quotes: [{ quote: 'Your assets are insufficient.', page: 1 }] },
      newer: { strength: 'stated', quotes: [{ quote: 'Your financial situation is insufficient.', page: 1 }] },
    },
  ]);
  expect(cured.map(({ ground }) => ground)).toEqual(['ca.purpose-of-visit']);
  expect(fresh.map(({ ground }) => ground)).toEqual(['ca.travel-history']);
});

test('a letter compared with itself repeats everything, and that is said', () => {
  const same = compareReports(older, older);
  expect(same.repeated).toHaveLength(2);
  expect([...same.cured, ...same.new]).toEqual([]);
  expect(same.doubts).toContain('same-letter');
});

test.each<[ComparisonDoubt, Report]>([
  [
    'people',
    {
      ...newer,
      letter: {
        ...newer.letter,
        clientId: { value: '99-8877-6655', evidence: newer.unrecognised[0]?.evidence ?? { quote: '', places: [] } },
      },
    },
  ],
  ['application', { ...newer, letter: { ...newer.letter, application: 'visitor' } }],
  [
    'order',
    { ...newer, letter: { ...newer.letter, issued: { value: '2023-01-01', evidence: { quote: '', places: [] } } } },
  ],
  ['not-refusals', { ...newer, letter: { ...newer.letter, outcome: 'granted' } }],
  ['unknown-reasons', newer],
])('it doubts: %s', (doubt, other) => {
  expect(compareReports(older, other).doubts).toContain(doubt);
});

test('client numbers are the same with and without their hyphens', () => {
  const bare = {
    ...newer,
    letter: { ...newer.letter, clientId: { value: '1122334409', evidence: { quote: '', places: [] } } },
  };
  expect(compareReports(older, bare).doubts).not.toContain('people');
});

test.each([
  ['en', 'RAISED AGAIN (1)', 'NOT RAISED AGAIN (1)', 'no promise'],
  ['fr', 'SOULEVÉ DE NOUVEAU (1)', 'NON SOULEVÉ DE NOUVEAU (1)', 'pas une garantie'],
] as const)('as a paper it shows the quotes and promises nothing (%s)', (language, ...expected) => {
  const text = renderText(writeComparison(compareReports(older, newer), language, newer.made)).replace(/\s+/g, ' ');
  for (const words of [...expected, 'Your assets are insufficient.', 'Your financial situation is insufficient.'])
    expect(text).toContain(words);
});
