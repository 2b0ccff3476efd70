import type { Report } from '../../../report/report-schema.ts';
import { daysBetween, type Speech } from '../speech/translate.ts';

type Route = Report['routes'][number];
type Deadline = NonNullable<Route['deadline']>;

export type Dated = {
  readonly route: Route;
  readonly deadline: Deadline;
  /** Days until the cautious reading of the deadline; negative when it has passed. */
  readonly left: number;
  /** Days until the other reading, where there is one. */
  readonly otherLeft?: number;
};

/** Days until the first reading that has not passed; negative when all have. */
export const daysAheadOf = ({ left, otherLeft = -1 }: Dated): number => (left < 0 ? otherLeft : left);

/** Routes with a deadline, the nearest first; those that passed by every reading last. */
export function datedRoutes(report: Report, today: string): readonly Dated[] {
  const dated = report.routes.flatMap((route): readonly Dated[] => {
    const { deadline } = route;
    if (deadline === undefined) return [];
    const left = daysBetween(today, deadline.on);
    const { ifNot } = deadline;
    return [{ route, deadline, left, ...(ifNot === undefined ? {} : { otherLeft: daysBetween(today, ifNot.on) }) }];
  });
  const live = dated.filter((one) => daysAheadOf(one) >= 0 && one.route.state !== 'closed');
  const passed = dated.filter((one) => daysAheadOf(one) < 0);
  return [...live.toSorted((a, b) => daysAheadOf(a) - daysAheadOf(b)), ...passed.toSorted((a, b) => b.left - a.left)];
}

/** Days left in words. A cautious reading that has passed while the other has not is no more than a perhaps. */
export function daysText(speech: Speech, left: number, otherLeft = -1): string {
  if (left < 0) return speech.t(otherLeft < 0 ? 'passed' : 'passedPerhaps');
  return left === 0 ? speech.t('today') : speech.t('daysLeft', { n: left });
}
