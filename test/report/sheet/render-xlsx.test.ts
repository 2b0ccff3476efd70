import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { renderXlsx } from '../../../src/report/sheet/render-xlsx.ts';
import { reportSheets } from '../../../src/report/sheet/report-sheets.ts';
import { sampleReport } from '../../support/sample-report.ts';

const formulas = ['=HYPERLINK("http://evil","x")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\uff1d1+1'];

function bookOf(letters = [{ name: 'c-study-en.pdf', report: sampleReport() }]) {
  return renderXlsx(reportSheets(letters, 'en'));
}

async function rowsOf(book: Uint8Array, sheet: string) {
  const sheets = await readXlsxFile(Buffer.from(book));
  const found = sheets.find((each) => each.sheet === sheet);
  return found?.data ?? [];
}

test('another reader finds four sheets with their headings', async () => {
  const sheets = await readXlsxFile(Buffer.from(bookOf()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Cases', 'Grounds', 'Deadlines', 'Checklist']);
  expect(sheets[1]?.data[0]).toEqual([
    'File',
    'Application number',
    'No.',
    'Reason',
    'How sure',
    'The officer’s words',
    'Page',
    'Law',
    'What must be shown',
    'Reason id',
  ]);
});

test('days are real dates and counts are numbers', async () => {
  const [, row] = await rowsOf(bookOf(), 'Cases');
  expect(row?.[5]).toEqual(new Date('2024-01-22T00:00:00Z'));
  expect(row?.[9]).toBe(3);
  expect(row?.[11]).toEqual(new Date('2024-02-06T00:00:00Z'));
  const [, deadline] = await rowsOf(bookOf(), 'Deadlines');
  expect([deadline?.[4], deadline?.[6], deadline?.[7]]).toEqual([
    new Date('2024-02-06T00:00:00Z'),
    5,
    new Date('2024-01-22T00:00:00Z'),
  ]);
});

test.each(formulas)('%j in a letter stays text', async (quote) => {
  const book = bookOf([{ name: quote, report: sampleReport({ quote, name: quote }) }]);
  const [, row] = await rowsOf(book, 'Grounds');
  expect([row?.[0], row?.[5]].map((cell) => String(cell).trim())).toEqual([quote.trim(), quote.trim()]);
  for (const [name, bytes] of Object.entries(unzipSync(book))) {
    if (name.startsWith('xl/worksheets/')) expect(strFromU8(bytes)).not.toMatch(/<f[ >]|<hyperlink/);
  }
});

test('the header is frozen and every column can be filtered', () => {
  const sheet = strFromU8(unzipSync(bookOf())['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A1:J4"/>');
});

test('signs that XML or Excel can’t hold do no harm', async () => {
  const quote = 'a\u0000b\u001b & <b> "c" _x0041_ \ud800 \ufffe end';
  const [, row] = await rowsOf(bookOf([{ name: 'x', report: sampleReport({ quote }) }]), 'Grounds');
  expect(String(row?.[5])).toMatch(/^ab & <b> "c" _x(005F_x)?0041_ {2,3}end$/);
});

test('many letters, and those that could not be read, stand in one book', async () => {
  const letters = [
    { name: 'a.pdf', report: sampleReport() },
    { name: 'b.pdf', problem: 'This PDF is locked with a password.' },
    { name: 'c.pdf', report: sampleReport({ grounds: ['ca.travel-history'] }) },
  ];
  const book = renderXlsx(reportSheets(letters, 'fr'));
  const cases = await rowsOf(book, 'Dossiers');
  expect(cases.map((row) => row[0])).toEqual(['Fichier', 'a.pdf', 'b.pdf', 'c.pdf']);
  expect(cases[2]?.at(-1)).toBe('This PDF is locked with a password.');
  expect(await rowsOf(book, 'Motifs')).toHaveLength(5);
});

test('the same reports give the same bytes', () => {
  expect(Buffer.from(bookOf()).equals(Buffer.from(bookOf()))).toBe(true);
});

test('a row is as high as its wrapped words need', () => {
  const book = bookOf([
    { name: 'x.pdf', report: sampleReport({ quote: 'A long sentence of the officer. '.repeat(12) }) },
  ]);
  const sheet = strFromU8(unzipSync(book)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  const heights = [...sheet.matchAll(/<row r="\d+" ht="(\d+)" customHeight="1">/g)].map(([, height]) => Number(height));
  expect(Math.max(...heights)).toBeGreaterThan(60);
  expect(Math.max(...heights)).toBeLessThanOrEqual(405);
});
