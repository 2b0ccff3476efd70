import type {
  LetterChange,
  LetterKey,
  LetterPage,
  LetterQuestion,
  LetterRecord,
  LetterStore,
} from '../../../seam/store.ts';
import type { Database } from '../database.ts';
import { addLetters } from './accept-letters.ts';
import { findingsSql } from './findings-sql.ts';
import { type LetterRow, letterColumns, recordOf, restOf } from './letter-rows.ts';

const select = `select ${letterColumns} from letter l left join job j on j.letter = l.id`;

async function find(database: Database, owner: string, key: LetterKey): Promise<LetterRecord | undefined> {
  const [where, value] =
    'id' in key
      ? ['l.id = $2', key.id]
      : 'sha256' in key
        ? [`l.sha256 = $2 and l.state <> 'failed' order by l.seq limit 1`, key.sha256]
        : ['l.idempotency_key = $2', key.idempotencyKey];
  const [row] = await database.query<LetterRow>(`${select} where l.owner = $1 and ${where}`, [owner, value]);
  return row === undefined ? undefined : recordOf(row);
}

async function accept(
  database: Database,
  letters: readonly LetterRecord[],
  sameContent: 'earlier' | 'both',
): Promise<readonly LetterRecord[]> {
  const added = await addLetters(database, letters, sameContent);
  return Promise.all(
    letters.map(async (letter) => {
      if (added.has(letter.id)) return letter;
      const { id, owner, idempotencyKey, sha256 } = letter;
      const byKey = idempotencyKey === undefined ? undefined : await find(database, owner, { idempotencyKey });
      const byContent = sameContent === 'earlier' ? await find(database, owner, { sha256 }) : undefined;
      return byKey ?? byContent ?? (await find(database, owner, { id })) ?? letter;
    }),
  );
}

const states = {
  waiting: `l.state = 'waiting' and j.token is null`,
  reading: 'j.token is not null',
  done: `l.state = 'done'`,
  failed: `l.state = 'failed'`,
} as const;

async function list(database: Database, owner: string, question: LetterQuestion): Promise<LetterPage> {
  const { batch, state, ground, after, limit } = question;
  const values: unknown[] = [owner];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const wanted = [
    'l.owner = $1',
    ...(batch === undefined ? [] : [batch === 'none' ? 'l.batch is null' : `l.batch = ${place(batch)}`]),
    ...(state === undefined ? [] : [states[state]]),
    ...(ground === undefined
      ? []
      : [`exists (select from finding f where f.letter = l.id and f.ground = ${place(ground)})`]),
    // A cursor is the last letter's place in line, which stays when that letter is deleted.
    ...(after === undefined ? [] : [`l.seq > ${place(/^\d{1,18}$/.test(after) ? after : '0')}::bigint`]),
  ].join(' and ');
  const rows = await database.query<LetterRow & { readonly seq: string }>(
    `select l.seq::text as seq, ${letterColumns} from letter l left join job j on j.letter = l.id
     where ${wanted} order by l.seq limit ${place(limit + 1)}::integer`,
    values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const letters = page.map(recordOf);
  return rows.length > page.length && last !== undefined ? { letters, next: last.seq } : { letters };
}

/** `$1` owner, `$2` id, `$3` what was found, `$4` all else. */
const changeSql = `
  with changed as (
    update letter set found = coalesce($3::jsonb, found), rest = rest || $4::jsonb
    where owner = $1 and id = $2 returning *, $3::jsonb as now
  ), ${findingsSql}
  select ${letterColumns} from changed l left join job j on j.letter = l.id`;

async function change(
  database: Database,
  owner: string,
  id: string,
  { pagesDone, pagesTotal, ...change }: LetterChange,
): Promise<LetterRecord | undefined> {
  if (pagesDone !== undefined || pagesTotal !== undefined) {
    await database.query(
      `update job set pages_done = coalesce($3, pages_done), pages_total = coalesce($4, pages_total)
       where owner = $1 and letter = $2`,
      [owner, id, pagesDone ?? null, pagesTotal ?? null],
    );
    if (Object.keys(change).length === 0) return find(database, owner, { id });
  }
  const found = change.found === undefined ? null : JSON.stringify(change.found);
  const [row] = await database.query<LetterRow>(changeSql, [owner, id, found, JSON.stringify(restOf(change))]);
  return row === undefined ? undefined : recordOf(row);
}

/** Letters in a PostgreSQL database, each question of one owner. */
export function createSqlLetters(database: Database): LetterStore {
  return {
    accept: (letters, sameContent) => accept(database, letters, sameContent),
    find: (owner, key) => find(database, owner, key),
    known: async (owner, sha256s) => {
      const rows = await database.query<{ sha256: string; id: string }>(
        `select distinct on (sha256) sha256, id from letter
         where owner = $1 and sha256 = any($2::text[]) and state <> 'failed' order by sha256, seq`,
        [owner, sha256s],
      );
      return new Map(rows.map(({ sha256, id }) => [sha256, id]));
    },
    list: (owner, question) => list(database, owner, question),
    owners: async () => {
      // From one owner to the next by the index, however many letters each has.
      const rows = await database.query<{ owner: string }>(`with recursive one as (
          (select owner from letter order by owner limit 1)
          union all
          select (select owner from letter where owner > one.owner order by owner limit 1) from one
          where one.owner is not null
        ) select owner from one where owner is not null`);
      return rows.map(({ owner }) => owner);
    },
    change: (owner, id, wanted) => change(database, owner, id, wanted),
    remove: async (owner, id) =>
      (await database.query('delete from letter where owner = $1 and id = $2 returning id', [owner, id])).length > 0,
  };
}
