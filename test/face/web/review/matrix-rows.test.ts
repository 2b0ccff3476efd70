import { expect, test } from 'vitest';
import { matrixRows } from '../../../../src/face/web/review/matrix-rows.ts';
import type { Report } from '../../../../src/report/report-schema.ts';
import { demoReport } from '../../../support/demo-report.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

type Zone = Report['dismissed'][number]['zone'];
type Clue = Report['dismissed'][number]['clue'];

/** The demo report with the sightings of its grounds in other zones, one list a ground. */
function withSightings(...grounds: readonly (readonly (readonly [Zone, Clue, string])[])[]): Report {
  const report = demoReport(sampleDocument());
  return {
    ...report,
    dismissed: [],
    grounds: report.grounds.slice(0, grounds.length).map((ground, at) => ({
      ...ground,
      sightings: (grounds[at] ?? []).map(([zone, clue, quote]) => ({
        zone,
        clue,
        pattern: '',
        evidence: { quote, places: [{ page: 2, box: { left: 0, top: 0, right: 1, bottom: 1 } }] },
      })),
    })),
  };
}

test('each ground says where it stands', () => {
  const rows = matrixRows(
    withSightings(
      [
        ['reasons', 'wording', 'in the letter'],
        ['officer-notes', 'phrase', 'in the notes'],
      ],
      [['officer-notes', 'phrase', 'only there']],
      [['reasons', 'tick', 'a box']],
      [['reasons', 'phrase', 'only in the letter']],
    ),
  );
  expect(rows.map(({ where, letter, notes }) => [where, letter?.quote, notes?.quote])).toEqual([
    ['both', 'in the letter', 'in the notes'],
    ['notes', undefined, 'only there'],
    ['box', 'a box', undefined],
    ['letter', 'only in the letter', undefined],
  ]);
  expect(rows[0]?.notes?.page).toBe(2);
});

test('words are quoted rather than a box beside them', () => {
  const [row] = matrixRows(
    withSightings([
      ['reasons', 'tick', 'the box'],
      ['reasons', 'phrase', 'the words'],
      ['officer-notes', 'phrase', 'notes'],
    ]),
  );
  expect(row?.letter?.quote).toBe('the words');
});

test.each([
  ['a letter without notes', withSightings([['reasons', 'wording', 'a']])],
  ['notes by themselves', withSightings([['officer-notes', 'phrase', 'a']])],
  ['nothing', withSightings()],
])('%s has no matrix', (_what, report) => {
  expect(matrixRows(report)).toEqual([]);
});
