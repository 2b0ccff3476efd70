import type { Deadline } from '../../model/advice.ts';
import type { Localized } from '../../model/locale.ts';
import type { AdvicePack } from '../../pack/advice-pack.ts';
import { lawRefOf } from '../../pack/law-ref.ts';
import { addDays, daysBetween } from '../calendar/day.ts';
import { fillText, type OpenText, sayDay, sayDuration } from '../calendar/fill-text.ts';
import { isBusinessDay, previousBusinessDay } from '../calendar/holidays.ts';
import type { Checked } from './check-condition.ts';
import { checkCondition } from './check-condition.ts';
import type { Reading } from './read-deadline.ts';

/** A last day on which courts and offices are closed: the day before it is the safe one. */
function stepsForClosedDay({ on, rule }: Reading, { routes, holidays }: AdvicePack): readonly OpenText[] {
  if (isBusinessDay(holidays, on)) return [];
  const filling = { before: sayDay(previousBusinessDay(holidays, on), routes) };
  const closed = { text: routes.working.notBusiness, with: filling };
  return rule.mayMove === undefined ? [closed] : [closed, { text: rule.mayMove, with: filling }];
}

/** What the letter prints against what the rule gives. */
function stepsForPrinted(first: Reading, readings: readonly Reading[], { routes }: AdvicePack): readonly OpenText[] {
  const printed = readings.find(({ own }) => !own);
  if (printed === undefined || readings.every(({ own }) => !own)) return [];
  const { printedSame, printedEarlier, printedLater } = routes.working;
  const filling = { on: sayDay(printed.on, routes) };
  if (printed.on === first.on) return [{ text: first.own ? printedSame : printedEarlier, with: filling }];
  return [{ text: printedLater, with: filling }];
}

/** Said when the limit hangs on where the person is, and that was taken from the kind of letter. */
function stepsForPlace({ rule }: Reading, { facts, ...checked }: Checked): readonly OpenText[] {
  const { placeSays, place: _, ...withoutPlace } = facts;
  if (placeSays === undefined) return [];
  const before = checkCondition(rule.when, { facts: withoutPlace, ...checked });
  return before === checkCondition(rule.when, { facts, ...checked }) ? [] : [{ text: placeSays, with: {} }];
}

/** What must be so for the shown day, and for the other possible one. */
function stepsForReadings(
  first: Reading,
  other: Reading,
  when: Localized,
  { routes }: AdvicePack,
): readonly OpenText[] {
  const { thisReading, otherReading } = routes.working;
  return [
    ...(first.when === undefined ? [] : [{ text: thisReading, with: { when: first.when } }]),
    { text: otherReading, with: { when, on: sayDay(other.on, routes) } },
  ];
}

/** The deadline in words: the earliest reading counts, the next one is named as the other possible day. */
export function makeDeadline(readings: readonly Reading[], checked: Checked, pack: AdvicePack): Deadline | undefined {
  const [first] = readings;
  if (first === undefined) return undefined;
  const { routes, laws } = pack;
  const other = readings.find(({ on }) => on !== first.on);
  const when = other?.when ?? (other?.own === true ? routes.working.ifByRule : undefined);
  const passed = first.on < checked.facts.today;
  const readingSteps = other === undefined || when === undefined ? [] : stepsForReadings(first, other, when, pack);
  const steps: readonly OpenText[] = [
    ...first.steps,
    ...stepsForPlace(first, checked),
    ...stepsForClosedDay(first, pack),
    ...stepsForPrinted(first, readings, pack),
    ...readingSteps,
    ...(passed ? [{ text: routes.working.passed, with: {} }] : []),
  ];
  const deadline = {
    on: first.on,
    ...(isBusinessDay(pack.holidays, first.on) ? {} : { actBy: previousBusinessDay(pack.holidays, first.on) }),
    countedFrom: first.start,
    duration: first.duration,
    within: sayDuration(first.duration, routes),
    working: steps.map(fillText),
    law: lawRefOf(laws, first.rule.law),
    daysLeft: daysBetween(checked.facts.today, first.on),
    passed,
  };
  return other === undefined || when === undefined ? deadline : { ...deadline, ifNot: { on: other.on, when } };
}

/** The end of a bar in words: `on` is the first day on which the route can work again. */
export function makeEarliest(reading: Reading, checked: Checked, pack: AdvicePack): Deadline {
  const { routes, laws } = pack;
  const on = addDays(reading.on, 1);
  const filling = { last: sayDay(reading.on, routes), on: sayDay(on, routes) };
  return {
    on,
    countedFrom: reading.start,
    duration: reading.duration,
    within: sayDuration(reading.duration, routes),
    working: [...reading.steps, { text: routes.working.first, with: filling }].map(fillText),
    law: lawRefOf(laws, reading.rule.law),
    daysLeft: daysBetween(checked.facts.today, on),
    passed: on <= checked.facts.today,
  };
}
