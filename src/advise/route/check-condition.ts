import type { Condition } from '../../pack/condition-schema.ts';
import type { CaseFacts } from '../case-facts.ts';

/** Yes, no, or not known. */
export type Truth = boolean | undefined;

export type RouteState = 'open' | 'closed' | 'unknown' | 'absent';

/** What a condition is checked against: the case, the route that asks, and the states of the routes before it. */
export type Checked = {
  readonly facts: CaseFacts;
  readonly route: string;
  readonly states: ReadonlyMap<string, RouteState>;
};

const intersects = (wanted: readonly string[], found: ReadonlySet<string>): boolean =>
  wanted.some((id) => found.has(id));

const same = <Value>(wanted: Value, found: Value | undefined): Truth =>
  found === undefined ? undefined : found === wanted;

const opposite = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** One of them is enough. */
function some(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

/** All of them must hold. */
function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function checkStates(wanted: Readonly<Record<string, RouteState>>, states: Checked['states']): Truth {
  return every(
    Object.entries(wanted).map(([id, state]) => {
      const found = states.get(id);
      return found === 'unknown' && state !== 'unknown' ? undefined : found === state;
    }),
  );
}

function checkLetter(condition: Condition, { facts, route, states }: Checked): readonly Truth[] {
  const {
    kinds,
    applications,
    grounds,
    classes,
    consequences,
    factorsAtLeast,
    groundsAtLeast,
    stop,
    suggested,
    routes,
  } = condition;
  return [
    kinds?.includes(facts.kind) ?? true,
    applications?.includes(facts.application) ?? true,
    grounds === undefined || intersects(grounds, facts.grounds),
    classes === undefined || intersects(classes, facts.classes),
    consequences === undefined || intersects(consequences, facts.consequences),
    factorsAtLeast === undefined || facts.factors >= factorsAtLeast,
    groundsAtLeast === undefined || facts.grounds.size >= groundsAtLeast,
    stop === undefined || facts.stop === stop,
    suggested === undefined || facts.suggested.has(route) === suggested,
    routes === undefined ? true : checkStates(routes, states),
  ];
}

function isStatusValid({ statusExpires, today }: CaseFacts): Truth {
  return statusExpires === undefined ? undefined : statusExpires >= today;
}

function checkPerson(condition: Condition, facts: CaseFacts): readonly Truth[] {
  const { place, decided, appliedBeforeExpiry, workedSince, removalOrder, statusValid } = condition;
  return [
    place === undefined ? true : same(place, facts.place),
    decided === undefined ? true : same(decided, facts.decided),
    appliedBeforeExpiry === undefined ? true : same(appliedBeforeExpiry, facts.appliedBeforeExpiry),
    workedSince === undefined ? true : same(workedSince, facts.workedSince),
    removalOrder === undefined ? true : same(removalOrder, facts.removalOrder),
    statusValid === undefined ? true : same(statusValid, isStatusValid(facts)),
  ];
}

/** Whether a condition holds; `undefined` when that hangs on something nobody told us. No condition always holds. */
export function checkCondition(condition: Condition | undefined, checked: Checked): Truth {
  if (condition === undefined) return true;
  const { any, not } = condition;
  // Most conditions fail on what the letter says: then the rest need not be looked at.
  const byLetter = every(checkLetter(condition, checked));
  if (byLetter === false) return false;
  return every([
    byLetter,
    ...checkPerson(condition, checked.facts),
    any === undefined ? true : some(any.map((one) => checkCondition(one, checked))),
    not === undefined ? true : opposite(checkCondition(not, checked)),
  ]);
}
