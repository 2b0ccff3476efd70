import type { ChaosResult } from './stage.ts';

/** The rule that every run must keep, as one line. */
export function tellResult(result: ChaosResult): string {
  const { harms, taken, ends, lost, hollow, unfinished, deleted, undead, twice, orphans, rude } = result;
  const { slowestStart, dearestStart, slowestEnd, answers, notes } = result;
  const states = [...ends].map(([end, count]) => `${end} ${count}`).join(', ');
  const told = [...answers].map(([status, count]) => `${status === 0 ? 'none' : status} ${count}`).join(', ');
  const stored = taken - lost;
  return [
    ...(harms > 0 ? [`${harms} times`] : []),
    ...notes,
    ...(deleted > 0 ? [`deleted by their owner ${deleted}, still there ${undead}`] : []),
    `ready within ${Math.round(slowestStart)} ms (${dearestStart.toFixed(1)} s of processor)`,
    ...(slowestEnd > 0 ? [`ended within ${Math.round(slowestEnd)} ms`] : []),
    `answers to uploads: ${told}; refused without Retry-After ${rude}; orphans ${orphans}`,
    `ledger ${taken} = database ${stored} = files ${stored - hollow}: ${states || 'nothing'}; lost ${lost}, twice ${twice}, not ended ${unfinished}`,
  ].join('; ');
}

/** Answers that a harmed service may give: what it has taken, that it is busy, that its disk is full, or none. */
const honest: ReadonlySet<number> = new Set([0, 200, 202, 429, 503, 507]);

/** What of the rule was broken. How long a start takes says as much of the machine as of the program: it is told, not judged. */
export function faultsOf(result: ChaosResult): number {
  const { lost, hollow, unfinished, undead, twice, orphans, rude, missed, answers } = result;
  const odd = [...answers].filter(([status]) => !honest.has(status)).length;
  return lost + hollow + unfinished + undead + twice + orphans + rude + missed + odd;
}
