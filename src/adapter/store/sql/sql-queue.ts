import type { Clock } from '../../../seam/clock.ts';
import type { JobEnd, LetterProblem, Queue } from '../../../seam/queue.ts';
import type { Database } from '../database.ts';
import { claimSql, endSql, reapSql } from './claim-sql.ts';
import { createTurns, type Turns } from './create-turns.ts';
import { type LetterRow, letterColumns, recordOf } from './letter-rows.ts';

const leaseSeconds = 30;
const reapMilliseconds = 5000;
/** After so many deaths of the process that read it, a letter is to blame. */
const mostDeaths = 5;
const deadly: LetterProblem = {
  code: 'internal',
  detail: 'Reading this letter ended the program several times. Send it again as a photograph, or report the problem.',
};

const retrySql = `
  with again as (
    update letter set state = 'waiting', attempts = 0, pages_done = 0, pages_total = 0,
      rest = rest - 'problem' - 'finished'
    where owner = $1 and id = $2 and state = 'failed' returning *
  )
  insert into job (letter, owner, batch, class, seq)
  select id, owner, batch, case when batch is null then 0 else 1 end, seq from again returning letter`;

type LeaseRow = LetterRow & { readonly token: string; readonly alone: boolean };

/** The values `$2` to `$5` of `endSql`. */
function endValues(end: JobEnd, finished: string): readonly unknown[] {
  if (end.state === 'failed') return ['failed', null, JSON.stringify({ problem: end.problem, finished }), null];
  return ['done', JSON.stringify(end.found), JSON.stringify({ finished }), end.pages];
}

/** Gives up the leases that ran out; all of them when nobody else can have any. */
export async function reapLeases(database: Database, clock: Clock, all: boolean): Promise<void> {
  const why = JSON.stringify({ problem: deadly, finished: clock.now().toISOString() });
  await database.query(reapSql, [all, mostDeaths, why]);
}

/** Gives letters to readers, and takes back now and then those whose readers died. */
function createClaim(database: Database, clock: Clock, turns: Turns): Queue['claim'] {
  let reaped = Number.NEGATIVE_INFINITY;
  return async (limit, room = 'shared') => {
    if (clock.elapsed() - reaped > reapMilliseconds) {
      reaped = clock.elapsed();
      await reapLeases(database, clock, false);
    }
    const rows = await database.query<LeaseRow>(
      `${claimSql} select j.token::text as token, j.crashes >= 2 as alone, ${letterColumns}
       from j join letter l on l.id = j.letter order by j.at`,
      [limit, room, leaseSeconds, turns.order()],
    );
    for (const { token, owner } of rows) turns.begin(token, owner);
    return rows.map((row) => ({ token: row.token, letter: recordOf(row), ...(row.alone ? { alone: true } : {}) }));
  };
}

/** What can be done by whoever holds a letter. */
function createHold(
  database: Database,
  finished: () => string,
  turns: Turns,
): Pick<Queue, 'extend' | 'complete' | 'release'> {
  return {
    extend: async (tokens) => {
      const rows = await database.query<{ token: string }>(
        `update job set lease_until = now() + $2 * interval '1 second' where token = any($1::uuid[])
         returning token::text as token`,
        [tokens, leaseSeconds],
      );
      return rows.map(({ token }) => token);
    },
    complete: async (token, end) => {
      turns.end(token);
      const rows = await database.query(
        `with ended as (delete from job where token = $1::uuid returning letter, attempts), ${endSql}`,
        [token, ...endValues(end, finished())],
      );
      return rows.length > 0;
    },
    release: async (token, waitSeconds) => {
      turns.end(token);
      await database.query(
        `update job set token = null, lease_until = null, pages_done = 0, run_at = now() + $2 * interval '1 second'
         where token = $1::uuid`,
        [token, waitSeconds],
      );
    },
  };
}

/** The line of waiting letters in a PostgreSQL database, for any number of processes. Leases are timed by its clock. */
export function createSqlQueue(database: Database, clock: Clock): Queue {
  const turns = createTurns(clock);
  const finished = (): string => clock.now().toISOString();
  return {
    claim: createClaim(database, clock, turns),
    ...createHold(database, finished, turns),
    settle: async (owner, id, end) => {
      const rows = await database.query(
        `with ended as (
           select id as letter, attempts from letter where owner = $6 and id = $1 and state = 'failed' for update
         ), ${endSql}`,
        [id, ...endValues(end, finished()), owner],
      );
      return rows.length > 0;
    },
    cancel: async (owner, batch, problem) => {
      const rows = await database.query(
        `with ended as (
           delete from job where owner = $6 and batch = $1 and token is null returning letter, attempts
         ), ${endSql}`,
        [batch, ...endValues({ state: 'failed', problem }, finished()), owner],
      );
      return rows.length;
    },
    count: async () => {
      const [row] = await database.query<{ waiting: number; reading: number }>(
        `select (count(*) filter (where token is null))::integer as waiting,
           (count(*) filter (where token is not null))::integer as reading from job`,
      );
      return { waiting: row?.waiting ?? 0, reading: row?.reading ?? 0 };
    },
    retry: async (owner, id) => (await database.query(retrySql, [owner, id])).length > 0,
  };
}
