import type { Day } from '../model/letter.ts';
import type { Report } from '../report/report-schema.ts';
import type { Found } from '../seam/store.ts';

/** A page below this needs a person's look. */
const hardToRead = 0.75;

type Deadline = NonNullable<Report['routes'][number]['deadline']>;

const dayMilliseconds = 86_400_000;

/** The days of a deadline that have not passed: when the cautious reading has, the other one may still hold. */
function daysAhead({ on, daysLeft, passed, ifNot }: Deadline): readonly Day[] {
  const between = ifNot === undefined ? 0 : (Date.parse(ifNot.on) - Date.parse(on)) / dayMilliseconds;
  const otherAhead = ifNot !== undefined && daysLeft + between >= 0;
  return [...(passed ? [] : [on]), ...(otherAhead ? [ifNot.on] : [])];
}

/** What lists and sums keep of a report. */
export function summarizeReport(report: Report): Found {
  const { letter, grounds, unrecognised, routes, document } = report;
  const ahead = routes
    .filter(({ state }) => state !== 'closed')
    .flatMap(({ id, deadline }) => (deadline === undefined ? [] : daysAhead(deadline).map((on) => ({ on, route: id }))))
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const [deadline] = ahead;
  const unsure = grounds.some(({ strength }) => strength === 'possible');
  const blurred = document.pages.some(({ confidence }) => confidence < hardToRead);
  return {
    kind: letter.kind,
    outcome: letter.outcome,
    application: letter.application,
    language: letter.language,
    ...(letter.issued === undefined ? {} : { issued: letter.issued.value }),
    grounds: grounds.map(({ ground, strength }) => ({ id: ground, strength })),
    unrecognised: unrecognised.length,
    ...(deadline === undefined ? {} : { deadline: deadline.on, deadlineFor: deadline.route }),
    check: unsure || blurred || unrecognised.length > 0,
  };
}
