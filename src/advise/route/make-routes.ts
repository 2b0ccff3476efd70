import type { Fee, Figure, Question, Route } from '../../model/advice.ts';
import type { AdvicePack } from '../../pack/advice-pack.ts';
import { lawRefOf } from '../../pack/law-ref.ts';
import type { RouteEntry, RouteFile } from '../../pack/route-schema.ts';
import type { CaseFacts } from '../case-facts.ts';
import { figureOn } from '../choose-figure.ts';
import { type Checked, checkCondition, type RouteState } from './check-condition.ts';
import type { Outcome } from './evaluate-routes.ts';
import { makeDeadline, makeEarliest } from './make-deadline.ts';

/** The fee of a route as in force today. */
export function findFee(entry: RouteEntry, checked: Checked, pack: AdvicePack): Figure | undefined {
  const rule = entry.fees.find(({ when }) => checkCondition(when, checked) === true);
  return rule === undefined ? undefined : figureOn(pack.figures, rule.figure, checked.facts.today);
}

function feeOf({ rows, what, currency, since, source, checkBy, check, note }: Figure): Fee | undefined {
  const amount = rows[0]?.amount;
  if (amount === undefined) return undefined;
  return { what, amount, currency, since, source, checkBy, check, ...(note === undefined ? {} : { note }) };
}

/** The routes' place in the report: as the kind of letter has them, with a representative first where that is so. */
function orderFor({ kind, stop }: CaseFacts, file: RouteFile): readonly string[] {
  const order = file.orders.find(({ kinds }) => kinds === undefined || kinds.includes(kind))?.routes ?? [];
  return stop ? [file.stopRoute, ...order] : order;
}

const rank: Readonly<Record<RouteState, number>> = { open: 0, unknown: 1, closed: 2, absent: 3 };

/** By the kind's order; those it does not name come after, and what is closed comes last. */
function sortOutcomes(outcomes: readonly Outcome[], facts: CaseFacts, file: RouteFile): readonly Outcome[] {
  const order = orderFor(facts, file);
  const place = ({ entry, state }: Outcome): number => {
    const at = order.indexOf(entry.id);
    return (state === 'closed' ? 1000 : 0) + (at === -1 ? 100 + rank[state] : at);
  };
  return outcomes.toSorted((one, other) => place(one) - place(other));
}

function makeRoute(
  outcome: Outcome,
  checked: Checked,
  pack: AdvicePack,
  needs: readonly string[],
): Omit<Route, 'state'> {
  const { entry, readings, earliest, why } = outcome;
  const fee = findFee(entry, checked, pack);
  const paid = fee === undefined ? undefined : feeOf(fee);
  const deadline = makeDeadline(readings, checked, pack);
  const bar = earliest === undefined ? undefined : makeEarliest(earliest, checked, pack);
  return {
    id: entry.id,
    title: entry.title,
    why: why ?? entry.title,
    law: entry.law.map((id) => lawRefOf(pack.laws, id)),
    needs,
    cost: entry.cost,
    newEvidence: entry.newEvidence,
    whoMayAct: entry.whoMayAct,
    doesNotStop: entry.doesNotStop,
    ...(paid === undefined ? {} : { fee: paid }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(bar === undefined ? {} : { earliest: bar }),
    ...(entry.link === undefined ? {} : { link: entry.link }),
  };
}

/** The routes that have a place in this case, in the order in which to read them. */
export function makeRoutes(
  outcomes: readonly Outcome[],
  facts: CaseFacts,
  pack: AdvicePack,
  questions: readonly Question[],
): readonly Route[] {
  const states = new Map(outcomes.map(({ entry, state }) => [entry.id, state]));
  return sortOutcomes(outcomes, facts, pack.routes).flatMap((outcome) => {
    const { state, entry } = outcome;
    if (state === 'absent') return [];
    const needs = questions.filter(({ changes }) => changes.includes(entry.id)).map(({ id }) => id);
    return [{ ...makeRoute(outcome, { facts, route: entry.id, states }, pack, needs), state }];
  });
}
