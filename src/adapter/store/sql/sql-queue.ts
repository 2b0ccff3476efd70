import type { Clock } from '../../../seam/clock.ts';
import { type JobEnd, type LetterProblem, type Queue, usualLeaseSeconds } from '../../../seam/queue.ts';
import type { Database } from '../database.ts';
import { claimSql, reapSql } from './claim-sql.ts';
import { createTurns, type Turns } from './create-turns.ts';
import { completeSql, endAllSql, endColumns } from './end-sql.ts';
import { gather } from './gather.ts';
import { type LetterRow, letterColumns, recordOf } from './letter-rows.ts';

/** In parts of a lease: how often the leases are looked through, and the first pause after a death. */
const reapsInLease = 6;
const pausesInLease = 15;
/** Ends of letters that are kept in one statement, and how long one waits for others. */
const together = { most: 32, milliseconds: 100 };
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

/** Gives up the leases that ran out; all of them when nobody else can have any. */
export async function reapLeases(
  database: Database,
  clock: Clock,
  all: boolean,
  leaseSeconds = usualLeaseSeconds,
): Promise<void> {
  const why = JSON.stringify({ problem: deadly, finished: clock.now().toISOString() });
  await database.query(reapSql, [all, mostDeaths, why, leaseSeconds / pausesInLease]);
}

/** What a process works with, and what it has in hand, by token: whether somebody waits for it. */
type Hands = {
  readonly database: Database;
  readonly clock: Clock;
  readonly leaseSeconds: number;
  readonly turns: Turns;
  readonly held: Map<string, { readonly single: boolean }>;
};

function letGo({ turns, held }: Hands, token: string): boolean {
  const single = held.get(token)?.single !== false;
  turns.end(token);
  held.delete(token);
  return single;
}

/** Gives letters to readers, and takes back now and then those whose readers died. */
function createClaim({ database, clock, leaseSeconds, turns, held }: Hands): Queue['claim'] {
  let reaped = Number.NEGATIVE_INFINITY;
  return async (limit, room = 'shared', atOnce = limit) => {
    if (clock.elapsed() - reaped > (leaseSeconds * 1000) / reapsInLease) {
      reaped = clock.elapsed();
      await reapLeases(database, clock, false, leaseSeconds);
    }
    const rows = await database.query<LeaseRow>(
      `${claimSql} select j.token::text as token, j.crashes >= 2 as alone, ${letterColumns}
       from j join letter l on l.id = j.letter order by j.at`,
      [limit, room, leaseSeconds, turns.order(), atOnce],
    );
    for (const { token, owner, batch } of rows) {
      turns.begin(token, owner);
      held.set(token, { single: batch === null });
    }
    return rows.map((row) => ({ token: row.token, letter: recordOf(row), ...(row.alone ? { alone: true } : {}) }));
  };
}

/**
 * Ends letters several at a time: those of batches wait a moment for one another, unless no more can come. Whoever sent
 * a single letter is looking at the screen, so that one waits for nobody.
 */
function createComplete(hands: Hands, finished: () => string): Queue['complete'] {
  const complete = gather<{ readonly token: string; readonly end: JobEnd; readonly single: boolean }, boolean>(
    async (endings) => {
      const tokens = endings.map(({ token }) => token);
      const ends = endings.map(({ token, end }) => ({ token, ...endColumns(end, finished()) }));
      const rows = await hands.database.query<{ token: string }>(completeSql, [tokens, JSON.stringify(ends)]);
      const good = new Set(rows.map(({ token }) => token));
      return tokens.map((token) => good.has(token));
    },
    { ...together, isEnough: ({ single }) => single || hands.held.size === 0 },
  );
  return (token, end) => complete({ token, end, single: letGo(hands, token) });
}

/** What else can be done by whoever holds a letter. */
function createHold(hands: Hands): Pick<Queue, 'extend' | 'release' | 'giveBack'> {
  const { database, leaseSeconds } = hands;
  return {
    extend: async (tokens) => {
      const rows = await database.query<{ token: string }>(
        `update job set lease_until = now() + $2 * interval '1 second' where token = any($1::uuid[])
         returning token::text as token`,
        [tokens, leaseSeconds],
      );
      return rows.map(({ token }) => token);
    },
    release: async (token, waitSeconds) => {
      letGo(hands, token);
      await database.query(
        `update job set token = null, lease_until = null, pages_done = 0, run_at = now() + $2 * interval '1 second'
         where token = $1::uuid`,
        [token, waitSeconds],
      );
    },
    giveBack: async (tokens) => {
      for (const token of tokens) letGo(hands, token);
      await database.query(
        `update job set token = null, lease_until = null, attempts = greatest(0, attempts - 1)
         where token = any($1::uuid[])`,
        [tokens],
      );
    },
  };
}

/** The line of waiting letters in a PostgreSQL database, for any number of processes. Leases are timed by its clock. */
export function createSqlQueue(database: Database, clock: Clock, leaseSeconds = usualLeaseSeconds): Queue {
  const hands: Hands = { database, clock, leaseSeconds, turns: createTurns(clock), held: new Map() };
  const finished = (): string => clock.now().toISOString();
  const oneEnd = (end: JobEnd): string => JSON.stringify(endColumns(end, finished()));
  return {
    claim: createClaim(hands),
    complete: createComplete(hands, finished),
    ...createHold(hands),
    settle: async (owner, id, end) => {
      const failed = `select id as letter, attempts from letter
        where owner = $2 and id = $3 and state = 'failed' for update`;
      return (await database.query(endAllSql(failed), [oneEnd(end), owner, id])).length > 0;
    },
    cancel: async (owner, batch, problem) => {
      const waiting = `delete from job where owner = $2 and batch = $3 and token is null returning letter, attempts`;
      return (await database.query(endAllSql(waiting), [oneEnd({ state: 'failed', problem }), owner, batch])).length;
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
