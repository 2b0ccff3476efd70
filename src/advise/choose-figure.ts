import type { Figure } from '../model/advice.ts';
import type { Day } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Note } from '../model/note.ts';
import type { FigureFile, FigureValue } from '../pack/figure-schema.ts';
import { eachLanguage } from './calendar/fill-text.ts';

const join = (texts: readonly Localized[]): Localized =>
  eachLanguage((language) => texts.map((text) => text[language]).join(' '));

/** The value in force on a day: the latest that has begun. */
function valueOn(values: readonly FigureValue[], day: Day): FigureValue | undefined {
  return values.filter(({ from }) => from <= day).toSorted((one, other) => other.from.localeCompare(one.from))[0];
}

/** A figure as in force on a day. Past its check-by day, or read at a secondary source only, it says so. */
export function figureOn(file: FigureFile, id: string, day: Day): Figure | undefined {
  const entry = file.figures.find((figure) => figure.id === id);
  const value = entry === undefined ? undefined : valueOn(entry.values, day);
  if (entry === undefined || value === undefined) return undefined;
  const check = day > value.checkBy || (value.expectNew !== undefined && day >= value.expectNew);
  const says = [
    ...(value.note === undefined ? [] : [value.note]),
    ...(value.confidence === 'secondary' ? [file.secondary] : []),
    ...(check ? [file.pastCheck] : []),
  ];
  const rows = value.rows.map(({ label, amount }) => (label === undefined ? { amount } : { label, amount }));
  const figure = { id, what: entry.what, rows, currency: entry.currency, since: value.from, source: value.source };
  const checked = { ...figure, checkBy: value.checkBy, check };
  return says.length === 0 ? checked : { ...checked, note: join(says) };
}

/** A figure as of today, beside what it was on the day of the letter if that was another. */
export function figureNowAndThen(
  file: FigureFile,
  id: string,
  { today, issued }: { readonly today: Day; readonly issued?: Day },
): Figure | undefined {
  const now = figureOn(file, id, today);
  const then = issued === undefined ? undefined : figureOn(file, id, issued);
  if (now === undefined || then === undefined || then.since === now.since) return now;
  return { ...now, onLetterDay: { since: then.since, rows: then.rows } };
}

/** One note for each shown figure that is past its check-by day. */
export function noteOldFigures(figures: readonly Figure[], file: FigureFile): readonly Note[] {
  const old = new Map(figures.filter(({ check }) => check).map((figure) => [figure.id, figure]));
  return [...old.values()].map(({ what }) => ({
    code: 'figure-past-check',
    detail: eachLanguage((language) => `${what[language]}: ${file.pastCheck[language]}`),
  }));
}
