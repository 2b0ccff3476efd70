import { expect, test } from 'vitest';
import { datedRoutes, daysText } from '../../../../src/face/web/result/dated-routes.ts';
import { speechOf } from '../../../../src/face/web/speech/speech-of.ts';
import { summarizeReport } from '../../../../src/job/summarize-report.ts';
import type { Report } from '../../../../src/report/report-schema.ts';
import { demoReport } from '../../../support/demo-report.ts';
import { sampleDocument } from '../../../support/sample-document.ts';

const today = '2026-11-25';
const dayAfter = (days: number): string =>
  new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A report with one dated route for each pair of days left, by the cautious and by the other reading. */
function withDays(...days: readonly (readonly [left: number, other?: number])[]): Report {
  const report = demoReport(sampleDocument());
  const [dated] = report.routes.filter(({ deadline }) => deadline !== undefined);
  if (dated?.deadline === undefined) throw new RangeError('no dated route');
  const { ifNot: _, ...deadline } = dated.deadline;
  return {
    ...report,
    routes: days.map(([left, other], at) => ({
      ...dated,
      id: `route-${at}`,
      deadline: {
        ...deadline,
        on: dayAfter(left),
        daysLeft: left,
        passed: left < 0,
        ...(other === undefined ? {} : { ifNot: { on: dayAfter(other), when: { en: 'if so', fr: 'si oui' } } }),
      },
    })),
  };
}

test('what has passed by one reading only is not over, and stands by the day that is left', () => {
  const dated = datedRoutes(withDays([-30], [40], [-5, 20], [10, 50], [-2, -1]), today);
  expect(dated.map(({ route }) => route.id)).toEqual(['route-3', 'route-2', 'route-1', 'route-4', 'route-0']);
  const { t } = speechOf('en');
  expect(dated.map(({ left, otherLeft }) => daysText(speechOf('en'), left, otherLeft))).toEqual([
    '10 days left',
    t('passedPerhaps'),
    '40 days left',
    'Passed',
    'Passed',
  ]);
});

test.each([
  ['the soonest of all', [[40], [10, 50]], dayAfter(10)],
  ['the other reading when the cautious one has passed', [[-5, 20], [40]], dayAfter(20)],
  ['none when all have passed', [[-5], [-3, -1]], undefined],
] as const)('a list keeps %s', (_what, days, on) => {
  expect(summarizeReport(withDays(...days)).deadline).toBe(on);
});
