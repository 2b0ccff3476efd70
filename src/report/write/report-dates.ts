import type { Report } from '../report-schema.ts';
import type { Voice } from './voice.ts';

export type ReportRoute = Report['routes'][number];
export type ReportDeadline = NonNullable<ReportRoute['deadline']>;
export type DatedRoute = { readonly route: ReportRoute; readonly deadline: ReportDeadline };

/** The last days of routes that are not closed, the soonest live one first, those that passed at the end. */
export function datesOf(report: Report): readonly DatedRoute[] {
  return report.routes
    .flatMap((route) =>
      route.deadline === undefined || route.state === 'closed' ? [] : [{ route, deadline: route.deadline }],
    )
    .sort(
      (one, other) =>
        Number(one.deadline.passed) - Number(other.deadline.passed) || one.deadline.on.localeCompare(other.deadline.on),
    );
}

/** What to do where offices are closed on the last day; nothing where they are open, or when it has passed. */
export function actByText(deadline: ReportDeadline, voice: Voice): string | undefined {
  const { actBy, passed } = deadline;
  return actBy === undefined || passed ? undefined : `${voice.word('actBy')} ${voice.day(actBy)}.`;
}

/** The soonest last day that has not passed. */
export function nextDateOf(report: Report): DatedRoute | undefined {
  return datesOf(report).find(({ deadline }) => !deadline.passed);
}

/** The calendar day that the report was counted on: the reports of one day differ in nothing else. */
export function countedOn(report: Report): string {
  const [dated] = datesOf(report);
  if (dated === undefined) return report.made.slice(0, 10);
  const day = new Date(`${dated.deadline.on}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - dated.deadline.daysLeft);
  return day.toISOString().slice(0, 10);
}
