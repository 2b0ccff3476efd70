import type { Day, PrintedDeadline } from '../../model/letter.ts';
import type { Localized } from '../../model/locale.ts';
import type { HolidayFile } from '../../pack/holiday-schema.ts';
import type { DeadlineRule, RouteFile } from '../../pack/route-schema.ts';
import { countLastDay } from '../calendar/count-last-day.ts';
import { addDays, daysBetween } from '../calendar/day.ts';
import { type OpenText, sayDay, sayDuration } from '../calendar/fill-text.ts';
import { type Checked, checkCondition } from './check-condition.ts';
import { findStarts, type Start } from './find-starts.ts';

/** One way to read a time limit: its last day, how it was counted, and what must be so for it to be this one. */
export type Reading = {
  readonly on: Day;
  readonly start: Day;
  readonly duration: string;
  readonly rule: DeadlineRule;
  readonly steps: readonly OpenText[];
  /** False when the letter prints it and the rule does not say so. */
  readonly own: boolean;
  readonly when?: Localized;
};

export type Calendar = { readonly file: RouteFile; readonly holidays: HolidayFile };

const asPrinted = (days: number): string => `P${days}D`;

function countFrom(
  from: Start,
  within: string,
  rule: DeadlineRule,
  { file, holidays }: Calendar,
  own: boolean,
): Reading {
  const { on, counted } = countLastDay({ start: from.day, within, count: rule.count, roll: rule.roll }, holidays);
  const first = rule.count === 'inclusive' ? from.day : addDays(from.day, 1);
  const counting = rule.count === 'inclusive' ? file.working.inclusive : file.working.exclusive;
  const filling = {
    within: () => sayDuration(within, file),
    on: () => sayDay(counted, file),
    first: () => sayDay(first, file),
  };
  const steps = [
    ...from.steps,
    { text: counting, with: filling },
    ...(own && rule.working !== undefined ? [{ text: rule.working, with: filling }] : []),
    ...(own ? [] : [{ text: file.working.printedDays, with: filling }]),
    { text: file.working.last, with: filling },
    ...(on === counted ? [] : [{ text: file.working.rolled, with: { on: () => sayDay(on, file) } }]),
  ];
  const when = own ? (from.when ?? rule.otherwise) : file.working.ifPrinted;
  const reading = { on, start: from.day, duration: within, rule, steps, own };
  return when === undefined ? reading : { ...reading, when };
}

/** Limits that the letter prints for this route. A printed day that lies before the letter was misread and is left out. */
function printedFor(rule: DeadlineRule, { facts }: Checked): readonly PrintedDeadline[] {
  if (rule.printed === undefined) return [];
  return facts.printed.filter(
    ({ about, on }) => about === rule.printed && (on === undefined || on >= (facts.issued ?? on)),
  );
}

function readPrinted(
  printed: PrintedDeadline,
  from: Start | undefined,
  rule: DeadlineRule,
  calendar: Calendar,
): readonly Reading[] {
  const { file } = calendar;
  const { on } = printed;
  if (on !== undefined) {
    const day = from?.day ?? on;
    const steps = [{ text: file.working.printedDay, with: { on: () => sayDay(on, file) } }];
    const duration = asPrinted(Math.max(0, daysBetween(day, on)));
    return [{ on, start: day, duration, rule, steps, own: false, when: file.working.ifPrinted }];
  }
  if (printed.days === undefined || from === undefined) return [];
  return [countFrom(from, asPrinted(printed.days), rule, calendar, false)];
}

function readRule(rule: DeadlineRule, checked: Checked, calendar: Calendar): readonly Reading[] {
  const starts = findStarts(rule, checked.facts, calendar.file);
  const { within } = rule;
  const own = within === undefined ? [] : starts.map((from) => countFrom(from, within, rule, calendar, true));
  const printed = printedFor(rule, checked).flatMap((one) => readPrinted(one, starts[0], rule, calendar));
  return [...own, ...printed];
}

/** The rules that hold or may hold: up to the first that surely does. */
export function rulesInPlay(rules: readonly DeadlineRule[], checked: Checked): readonly DeadlineRule[] {
  const truths = rules.map((rule) => checkCondition(rule.when, checked));
  const sure = truths.indexOf(true);
  return rules.filter((_, at) => (sure === -1 || at <= sure) && truths[at] !== false);
}

/** Every reading of a route's limits, the earliest last day first; of two for one day, the rule's before the letter's. */
export function readDeadlines(
  rules: readonly DeadlineRule[],
  checked: Checked,
  calendar: Calendar,
): readonly Reading[] {
  const readings = rulesInPlay(rules, checked).flatMap((rule) => readRule(rule, checked, calendar));
  return readings.toSorted((one, other) => one.on.localeCompare(other.on) || Number(other.own) - Number(one.own));
}
