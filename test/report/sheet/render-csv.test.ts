import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, renderCsv } from '../../../src/report/sheet/render-csv.ts';
import { sampleReport } from '../../support/sample-report.ts';

/** A reader of RFC 4180, written from the text of the RFC. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (match[0] === '' && match.index === text.length) break;
    if (rows.length === 0) rows.push([]);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n' && match.index + match[0].length < text.length) rows.push([]);
  }
  return rows;
}

test('there is one row a ground, with a byte order mark and line ends by the RFC', () => {
  const csv = renderCsv([{ name: 'c-study-en.pdf', report: sampleReport() }], 'en');
  expect(csv.startsWith('\ufeffFile,Kind of letter,')).toBe(true);
  expect(csv.endsWith('\r\n')).toBe(true);
  const rows = parseCsv(csv.slice(1));
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([23]));
  expect(rows[3]?.slice(8, 13)).toEqual([
    'ca.family-ties-home',
    'Weak family ties at home',
    'likely',
    'You do not have significant family ties outside Canada.',
    '1',
  ]);
  expect(rows[1]?.slice(15, 17)).toEqual(['2024-02-06', 'Ask the Federal Court to review the decision']);
});

test('what a reviewer said stands in columns of its own, an added ground in a row of its own', () => {
  const signed = { by: 'Ana', at: '2026-11-25T12:00:00.000Z' };
  const corrections = [
    { ground: 'ca.family-ties-home', verdict: 'dismissed', title: { en: 'Ties', fr: 'Liens' }, note: 'No.', ...signed },
    { ground: 'ca.new', verdict: 'added', title: { en: 'New', fr: 'Nouveau' }, quote: '=words', page: 2, ...signed },
  ] as const;
  const csv = renderCsv([{ name: 'a.pdf', report: sampleReport(), corrections }], 'en');
  const rows = parseCsv(csv.slice(1)).slice(1);
  expect(rows.map((row) => row.slice(19))).toEqual([
    ['', '', '', ''],
    ['', '', '', ''],
    ['set aside', 'Ana', '2026-11-25', 'No.'],
    ['added by the reviewer', 'Ana', '2026-11-25', ''],
  ]);
  expect(rows[3]?.slice(8, 13)).toEqual(['ca.new', 'New', '', "'=words", '2']);
});

test('a letter without grounds, and one that could not be read, have one row each', () => {
  const csv = renderCsv(
    [
      { name: 'a.pdf', report: sampleReport({ grounds: [] }) },
      { name: 'b.pdf', problem: 'Locked.' },
    ],
    'fr',
  );
  const rows = parseCsv(csv.slice(1));
  expect(rows.slice(1).map((row) => [row[0], row[8], row[18]])).toEqual([
    ['a.pdf', '', ''],
    ['b.pdf', '', 'Locked.'],
  ]);
});

test.each([
  ['=HYPERLINK("http://evil","x")', `"'=HYPERLINK(""http://evil"",""x"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['  =1', `"'  =1"`],
  ['\uff1d1', `"'\uff1d1"`],
  ['\u0000=1', `"'\u0000=1"`],
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['a "b"', '"a ""b"""'],
])('%j is written as %s', (value, expected) => {
  expect(csvCell(value)).toBe(expected);
});

test('a number that we made stays a number', () => {
  expect(csvCell(-3)).toBe('-3');
});

test('no text begins a formula, and every text can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [[value = ''] = []] = parseCsv(`${csvCell(text)}\r\n`);
      expect(value === text || value === `'${text}`).toBe(true);
      expect(value).not.toMatch(/^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
    }),
  );
});
