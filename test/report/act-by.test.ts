import { expect, test } from 'vitest';
import { renderIcs } from '../../src/report/calendar/render-ics.ts';
import { renderHtml } from '../../src/report/render/render-html.ts';
import { renderText } from '../../src/report/render/render-text.ts';
import type { Report } from '../../src/report/report-schema.ts';
import { renderCsv } from '../../src/report/sheet/render-csv.ts';
import { reportSheets } from '../../src/report/sheet/report-sheets.ts';
import { writeBrief } from '../../src/report/write/write-brief.ts';
import { writeReport } from '../../src/report/write/write-report.ts';
import { sampleReport } from '../support/sample-report.ts';

// A last day that is a Saturday: whoever goes by it alone finds the office closed.
function reportOf(daysLeft: number): Report {
  const report = sampleReport();
  const closed = { on: '2024-02-10', actBy: '2024-02-09', daysLeft, passed: daysLeft < 0 };
  return {
    ...report,
    routes: report.routes.map((route) =>
      route.deadline === undefined ? route : { ...route, deadline: { ...route.deadline, ...closed } },
    ),
  };
}

const said = {
  en: 'Offices are closed that day. Act by 9 February 2024.',
  fr: 'Les bureaux sont fermés ce jour-là. Agissez au plus tard le 9 février 2024.',
} as const;

const spaced = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

test.each(['en', 'fr'] as const)('every paper says the day to act by where offices are closed (%s)', (language) => {
  const report = reportOf(9);
  // In short, in the table of dates and at the route itself.
  const html = spaced(renderHtml(writeReport(report, language)).replaceAll(/<[^>]+>/g, ''));
  expect(html.split(said[language])).toHaveLength(4);
  expect(spaced(renderText(writeBrief(report, language)))).toContain(said[language].slice(-20));
});

test.each(['en', 'fr'] as const)('the calendar and the tables say it too (%s)', (language) => {
  const report = reportOf(9);
  expect(renderIcs([report], language).replaceAll('\r\n ', '')).toContain(said[language]);
  const heading = {
    en: 'Act by (offices closed on the last day)',
    fr: 'Agir d’ici le (bureaux fermés le dernier jour)',
  };
  const csv = renderCsv([{ name: 'a.pdf', report }], language);
  expect(csv).toContain(heading[language]);
  expect(csv).toContain(',2024-02-09,');
  const sheets = reportSheets([{ name: 'a.pdf', report }], language);
  for (const sheet of [sheets[0], sheets[2]]) {
    const at = sheet?.columns.findIndex(({ title }) => title === heading[language]) ?? -1;
    expect(JSON.stringify(sheet?.rows[0]?.[at])).toContain('2024-02-09');
  }
});

test('a day that has passed is told of by nothing', () => {
  const report = reportOf(-3);
  expect(renderText(writeReport(report, 'en'))).not.toContain('Offices are closed');
  expect(renderCsv([{ name: 'a.pdf', report }], 'en')).not.toContain('2024-02-09');
});
