import { describe, expect, test } from 'vitest';
import { renderText } from '../../../src/report/render/render-text.ts';
import type { Report } from '../../../src/report/report-schema.ts';
import { reportSchema } from '../../../src/report/report-schema.ts';
import { listExhibits } from '../../../src/report/write/list-exhibits.ts';
import { writeBrief } from '../../../src/report/write/write-brief.ts';
import { writeChecklist } from '../../../src/report/write/write-checklist.ts';
import { writeReport } from '../../../src/report/write/write-report.ts';
import { writeSubmission } from '../../../src/report/write/write-submission.ts';
import { sampleReport } from '../../support/sample-report.ts';

const textOf = (paper: ReturnType<typeof writeReport>) => renderText(paper).replace(/\s+/g, ' ');
const papers = { report: writeReport, submission: writeSubmission, checklist: writeChecklist, brief: writeBrief };

/** A report of a letter with nothing in it that could be read. */
function emptyReport(): Report {
  const { kind, title, language, country, application } = sampleReport().letter;
  return {
    ...sampleReport({ grounds: [] }),
    letter: { kind, title, language, country, application, outcome: 'unknown', readAs: 'fragment' },
    dismissed: [],
    unrecognised: [],
    remedies: [],
    checklist: [],
    routes: [],
    questions: [],
    notes: [],
  };
}

test('the sample is a report', () => {
  expect(reportSchema.safeParse(sampleReport({ stop: true })).success).toBe(true);
});

describe.each(Object.entries(papers))('%s', (_name, write) => {
  test.each(['en', 'fr'] as const)('can be written of a report with nothing in it (%s)', (language) => {
    const text = textOf(write(emptyReport(), language));
    expect(text).not.toMatch(/undefined|null|\[object/);
    expect(text.length).toBeGreaterThan(100);
  });

  test('is written in one language only', () => {
    const french = textOf(write(sampleReport(), 'fr'));
    expect(french).not.toMatch(/\b(the officer|What you|How to|Law:|Page of)\b/);
  });
});

test('the submission gives each reason the officer’s words, the law, room for an answer and its exhibits', () => {
  const text = textOf(writeSubmission(sampleReport(), 'en'));
  for (const { sightings, title } of sampleReport().grounds) {
    expect(text).toContain(title.en.toUpperCase());
    for (const { evidence } of sightings) expect(text).toContain(`“${evidence.quote}”`);
  }
  expect(text.match(/Our answer/g)).toHaveLength(3);
  expect(text).toContain('Regulations, paragraph 216(1)(b)');
  expect(text).toContain('LIST OF EXHIBITS');
  expect(text).toContain('“Your sponsor’s business letters were not persuasive.”');
});

test('no paper says anything of the person that the letter does not print', () => {
  const known = ['S300000109', '11-2233-4409', '22 January 2024', 'Case Processing Centre – Edmonton'];
  const head = textOf(writeSubmission(sampleReport(), 'en')).split('NOT ENOUGH MONEY')[0] ?? '';
  for (const fact of known) expect(head).toContain(fact);
  const without = textOf(writeSubmission(emptyReport(), 'en'));
  for (const fact of known) expect(without).not.toContain(fact);
  expect(without).toContain('Your name and address');
});

test('a reason that needs a representative first gets no room for an answer and no exhibits', () => {
  const report = sampleReport({ stop: true });
  const text = textOf(writeSubmission(report, 'en'));
  expect(text.match(/Our answer/g)).toHaveLength(2);
  expect(text).toContain('Do not answer this point on your own.');
  expect(listExhibits(report).flatMap(({ reasons }) => reasons)).not.toContain(1);
});

test('exhibits are numbered through, each document once, with all its reasons', () => {
  const list = listExhibits(sampleReport()).map(({ number, document, reasons }) => ({ number, document, reasons }));
  expect(list).toEqual([
    { number: 1, document: 'bank-statements', reasons: [1, 2, 3] },
    { number: 2, document: 'study-plan', reasons: [1, 2, 3] },
  ]);
});

test('the checklist says why it is held back instead of listing documents', () => {
  const report = sampleReport();
  const held = { en: 'Nothing is listed before a lawyer has seen this.', fr: 'Rien n’est listé.' };
  const text = textOf(
    writeChecklist(
      { ...report, checklist: [], remedies: report.remedies.map((remedy) => ({ ...remedy, documents: [], held })) },
      'en',
    ),
  );
  expect(text).toContain('! Why there is no list yet Nothing is listed before a lawyer has seen this.');
  expect(text).not.toContain('[ ]');
});

test('what several documents say about translation stands once', () => {
  const report = sampleReport();
  const translation = { en: 'Send a full translation.', fr: 'Envoyez une traduction complète.' };
  const text = textOf(
    writeChecklist({ ...report, checklist: report.checklist.map((item) => ({ ...item, translation })) }, 'en'),
  );
  expect(text.match(/Send a full translation\./g)).toHaveLength(1);
});

test('the brief shows both readings of a time limit, what was set aside, and argues nothing', () => {
  const text = textOf(writeBrief(sampleReport(), 'en'));
  expect(text).toContain('22 March 2024, if the decision was made outside Canada');
  expect(text).toContain('Providing false or misleading information');
  expect(text).toContain('Decided: not shown in the letter');
  expect(text).not.toMatch(/unreasonable|will succeed|strong case/i);
});

test('the report puts the soonest live date first and those that passed last', () => {
  const report = sampleReport();
  const [, court] = report.routes;
  if (court?.deadline === undefined) throw new Error('the sample has no deadline');
  const passed = {
    ...court,
    id: 'ca.restoration',
    title: { en: 'Restore status', fr: 'Rétablir le statut' },
    deadline: { ...court.deadline, on: '2024-01-30', daysLeft: -2, passed: true },
  };
  const later = {
    ...court,
    id: 'ca.leave',
    title: { en: 'Leave', fr: 'Partir' },
    deadline: { ...court.deadline, on: '2024-04-01', daysLeft: 60 },
  };
  const text = textOf(writeReport({ ...report, routes: [passed, later, court] }, 'en'));
  const table = text.slice(text.indexOf('DATES THAT MATTER'), text.indexOf('WHY THEY REFUSED'));
  expect(table.match(/- \d+ \w+ 2024/g)).toEqual(['- 6 February 2024', '- 1 April 2024', '- 30 January 2024']);
  expect(table).toContain('passed 2 days ago');
});
