import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { renderIcs } from '../../../src/report/calendar/render-ics.ts';
import type { Report } from '../../../src/report/report-schema.ts';
import { sampleReport } from '../../support/sample-report.ts';

/** The sample with its last day moved. */
function reportDue(on: string, daysLeft: number): Report {
  const report = sampleReport();
  return {
    ...report,
    routes: report.routes.map((route) =>
      route.deadline === undefined
        ? route
        : { ...route, deadline: { ...route.deadline, on, daysLeft, passed: daysLeft < 0 } },
    ),
  };
}

function entriesOf(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  return calendar.getAllSubcomponents('vevent').map((component) => ({ event: new ICAL.Event(component), component }));
}

test('another parser finds an all-day entry with reminders at 30, 14, 7 and 2 days', () => {
  const [entry] = entriesOf(renderIcs([reportDue('2024-03-22', 50)], 'en'));
  expect(entry?.event.startDate.isDate).toBe(true);
  expect(entry?.event.startDate.toString()).toBe('2024-03-22');
  expect(entry?.event.endDate.toString()).toBe('2024-03-23');
  const alarms = entry?.component
    .getAllSubcomponents('valarm')
    .map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
  expect(alarms).toEqual(['-P30D', '-P14D', '-P7D', '-P2D']);
});

test('reminders that are past are left out', () => {
  const [entry] = entriesOf(renderIcs([reportDue('2024-02-06', 5)], 'en'));
  expect(entry?.component.getAllSubcomponents('valarm')).toHaveLength(1);
});

test.each(['en', 'fr'] as const)('the title does not tell others what it is about (%s)', (language) => {
  const ics = renderIcs([reportDue('2024-03-22', 50)], language);
  const [entry] = entriesOf(ics);
  expect(entry?.event.summary).not.toMatch(/refus|court|cour|permit|permis|visa|immigr|S3000/i);
  expect(ics).not.toMatch(/refus(ed|al|é)/i);
  expect(entry?.component.getFirstPropertyValue('class')).toBe('PRIVATE');
});

test('the entry keeps its UID when the date moves and differs by letter and route', () => {
  const uid = (report: Report) => entriesOf(renderIcs([report], 'en'))[0]?.event.uid;
  const first = uid(reportDue('2024-03-22', 50));
  expect(uid(reportDue('2024-02-06', 5))).toBe(first);
  const other = reportDue('2024-03-22', 50);
  expect(uid({ ...other, document: { ...other.document, sha256: 'ef'.repeat(32) } })).not.toBe(first);
});

test('what has passed or is closed is no entry', () => {
  expect(entriesOf(renderIcs([reportDue('2024-01-20', -12)], 'en'))).toHaveLength(0);
});

test('the day is the same wherever the machine stands', () => {
  const before = process.env['TZ'];
  try {
    for (const zone of ['Pacific/Auckland', 'America/Vancouver']) {
      process.env['TZ'] = zone;
      expect(renderIcs([reportDue('2024-03-22', 50)], 'en')).toContain('DTSTART;VALUE=DATE:20240322');
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

test('the same report gives the same calendar', () => {
  expect(renderIcs([reportDue('2024-03-22', 50)], 'fr')).toBe(renderIcs([reportDue('2024-03-22', 50)], 'fr'));
});
