import { addScores, type CaseScore, ratesOf } from './score-case.ts';

const percent = (rate: number): string => rate.toFixed(1).padStart(5);

/** One line of a table: how many, precision, recall, F1, and traps that were hit. */
export function scoreRow(name: string, scores: readonly CaseScore[]): string {
  const tally = addScores(scores);
  const { precision, recall, f1 } = ratesOf(tally);
  return `${name.padEnd(28)} n ${String(tally.cases).padStart(4)}  P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}  traps hit ${tally.traps}`;
}
