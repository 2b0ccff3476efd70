import type { DegradationKind } from '../../fixtures/make/degrade.ts';
import { f1, percent } from './ocr-table.ts';
import { addTallies, emptyTally, type Tally } from './ocr-tally.ts';

/** What was counted on one class of spoilt pages: by us, by the installed engine on pages that we prepared, and on the files as they are. */
export type ClassTally = {
  readonly kind: DegradationKind;
  readonly tally: Tally;
  readonly prepared: Tally | undefined;
  readonly raw: Tally | undefined;
};

/** The worst photo may be read worse than the others, within bounds. */
const worstPhoto: DegradationKind = 'photobad';
const coarse: readonly DegradationKind[] = ['d100', 'faxstd', 'faxfine'];
const goals = { error: 2.5, worstError: 10, wordings: 97, numbers: 96, loss: 1, cost: 1.5 } as const;

/** Whether our own way reaches the goals. */
export function writeGoals(own: readonly ClassTally[]): readonly string[] {
  const others = own.filter(({ kind }) => kind !== worstPhoto);
  const worst = own.filter(({ kind }) => kind === worstPhoto);
  const errorOf = ({ edits, characters }: Tally): number => percent(edits, characters);
  const fine = own.filter(({ kind }) => !coarse.includes(kind) && kind !== worstPhoto);
  const loss = 100 - f1(fine.reduce((sum, { tally }) => addTallies(sum, tally), emptyTally));
  return [
    tell(`error under ${goals.error} %`, others, errorOf, (figure) => figure < goals.error),
    tell(`error of the worst photo under ${goals.worstError} %`, worst, errorOf, (figure) => figure < goals.worstError),
    tell(
      `wordings at least ${goals.wordings} %`,
      others,
      ({ found, wordings }) => percent(found, wordings),
      (figure) => figure >= goals.wordings,
    ),
    tell(
      `numbers at least ${goals.numbers} %`,
      others,
      ({ right, digits }) => percent(right, digits),
      (figure) => figure >= goals.numbers,
    ),
    `goal: F1 at 150 dpi and better within ${goals.loss} point of the text layer: ${loss.toFixed(1)} lost, ${loss <= goals.loss ? 'reached' : 'MISSED'}`,
    ...tellCost('the pages that we prepared', own, ({ prepared }) => prepared),
    ...tellCost(
      'the files as they are, where it reads them well',
      own.filter(({ raw }) => raw !== undefined && errorOf(raw) < goals.error),
      ({ raw }) => raw,
    ),
  ];
}

function tell(
  goal: string,
  classes: readonly ClassTally[],
  figureOf: (tally: Tally) => number,
  reached: (figure: number) => boolean,
): string {
  const missed = classes
    .map(({ kind, tally }) => ({ kind, figure: figureOf(tally) }))
    .filter(({ figure }) => !reached(figure))
    .map(({ kind, figure }) => `${kind} ${figure.toFixed(1)}`);
  return `goal: ${goal}: ${missed.length === 0 ? `reached in ${classes.length} classes` : `MISSED in ${missed.join(', ')}`}`;
}

/** The engine from npm, with all that is done before and after it, against the installed one. */
function tellCost(
  what: string,
  classes: readonly ClassTally[],
  of: (each: ClassTally) => Tally | undefined,
): readonly string[] {
  const seconds = (tallies: readonly (Tally | undefined)[]): number =>
    tallies.reduce((sum, tally) => sum + (tally?.seconds ?? 0), 0);
  const theirs = seconds(classes.map(of));
  if (theirs === 0) return [];
  const times = seconds(classes.map(({ tally }) => tally)) / theirs;
  return [
    `goal: at most ${goals.cost} times the processor time of the installed engine on ${what} (${classes.length} classes): ${times.toFixed(2)} times, ${times <= goals.cost ? 'reached' : 'MISSED'}`,
  ];
}
