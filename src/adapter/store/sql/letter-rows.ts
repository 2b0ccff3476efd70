import type { LetterRecord } from '../../../seam/store.ts';

/** What of a letter has a column of its own, to be found, counted or filtered by. */
const columns = [
  'id',
  'owner',
  'batch',
  'name',
  'sha256',
  'idempotencyKey',
  'state',
  'attempts',
  'pagesDone',
  'pagesTotal',
  'found',
] as const;

type Column = (typeof columns)[number];

/** A letter as `letterColumns` selects it. */
export type LetterRow = Omit<Pick<LetterRecord, Column>, 'batch' | 'idempotencyKey' | 'found'> & {
  readonly batch: string | null;
  readonly idempotencyKey: string | null;
  readonly found: NonNullable<LetterRecord['found']> | null;
  readonly rest: Omit<LetterRecord, Column>;
};

/** Selects a letter `l` with its job `j`, if it has one: that a letter is being read is known by its job alone. */
export const letterColumns = `l.id, l.owner, l.batch, l.name, l.sha256, l.idempotency_key as "idempotencyKey",
  case when j.token is not null then 'reading' else l.state end as state,
  coalesce(j.attempts, l.attempts) as attempts,
  coalesce(j.pages_done, l.pages_done) as "pagesDone",
  coalesce(j.pages_total, l.pages_total) as "pagesTotal",
  l.found, l.rest`;

/** The record of a row: what was never set is absent. */
export function recordOf(row: LetterRow): LetterRecord {
  const { id, owner, batch, name, sha256, idempotencyKey, state, attempts, pagesDone, pagesTotal, found, rest } = row;
  return {
    ...rest,
    ...{ id, owner, name, sha256, state, attempts, pagesDone, pagesTotal },
    ...(batch === null ? {} : { batch }),
    ...(idempotencyKey === null ? {} : { idempotencyKey }),
    ...(found === null ? {} : { found }),
  };
}

const hasColumn: ReadonlySet<string> = new Set(columns);

/** What of a letter, or of a change to one, has no column of its own. */
export const restOf = (letter: Partial<LetterRecord>): object =>
  Object.fromEntries(Object.entries(letter).filter(([name]) => !hasColumn.has(name)));
