import type { Day } from '../../model/letter.ts';
import type { AdvicePack } from '../../pack/advice-pack.ts';
import type { RouteEntry } from '../../pack/route-schema.ts';
import type { CaseFacts } from '../case-facts.ts';
import { type Checked, checkCondition, type RouteState } from './check-condition.ts';
import { type Decision, decideState } from './decide-state.ts';
import { type Calendar, type Reading, readDeadlines, rulesInPlay } from './read-deadline.ts';

/** A route as decided, before anything of it is put into words. */
export type Outcome = Decision & {
  readonly entry: RouteEntry;
  readonly readings: readonly Reading[];
  /** The end of the bar in front of it: the latest reading, which is the cautious one for a bar. */
  readonly earliest?: Reading;
};

/** What is left of a route whose last day is past, by every reading or by the cautious one only. */
function afterTime(entry: RouteEntry, decision: Decision, readings: readonly Reading[], today: Day): Decision {
  const [first] = readings;
  if (first === undefined || first.on >= today) return decision;
  const onlyPartly = readings.some(({ on }) => on >= today);
  if (!onlyPartly) return entry.late ?? decision;
  return entry.latePartly === undefined
    ? { ...decision, state: 'unknown' }
    : { state: 'unknown', why: entry.latePartly };
}

function evaluateRoute(entry: RouteEntry, checked: Checked, calendar: Calendar): Outcome {
  const decision = decideState(entry, checked);
  if (decision.state === 'absent') return { ...decision, entry, readings: [] };
  // A bar is only named where it surely stands.
  const bars = entry.earliest.filter(({ when }) => checkCondition(when, checked) === true);
  const earliest = readDeadlines(bars, checked, calendar).at(-1);
  const bar = earliest === undefined ? {} : { earliest };
  if (decision.state === 'closed') return { ...decision, ...bar, entry, readings: [] };
  const readings = readDeadlines(entry.deadlines, checked, calendar);
  const dateless = readings.length === 0 && rulesInPlay(entry.deadlines, checked).length > 0;
  const settled = dateless && decision.state === 'open' && entry.noDate !== undefined ? entry.noDate : decision;
  return { ...afterTime(entry, settled, readings, checked.facts.today), ...bar, entry, readings };
}

/** Every route of the pack, in the pack's order. A route may ask for the state of those before it. */
export function evaluateRoutes(facts: CaseFacts, pack: AdvicePack): readonly Outcome[] {
  const calendar = { file: pack.routes, holidays: pack.holidays };
  const states = new Map<string, RouteState>();
  return pack.routes.routes.map((entry) => {
    const outcome = evaluateRoute(entry, { facts, route: entry.id, states }, calendar);
    states.set(entry.id, outcome.state);
    return outcome;
  });
}
