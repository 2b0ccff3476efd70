import type { BatchCounts, BatchRecord, BatchStore, BatchSummary } from '../../../seam/store.ts';
import type { Database } from '../database.ts';

type CountRow = {
  readonly record: BatchRecord;
  readonly total: number;
  readonly open: number;
  readonly reading: number;
  readonly done: number;
  readonly failed: number;
  readonly check: number;
};

/** Batches of `$1` with their counts: those of the letters by their index, those being read by their jobs. */
const countBatches = (where: string): string => `
  with wanted as (select seq, id, owner, record from batch where owner = $1 ${where})
  select record, coalesce(total, 0) as total, coalesce(open, 0) as open, coalesce(reading, 0) as reading,
    coalesce(done, 0) as done, coalesce(failed, 0) as failed, coalesce("check", 0) as "check"
  from wanted
  left join lateral (
    select count(*)::integer as total,
      (count(*) filter (where state = 'waiting'))::integer as open,
      (count(*) filter (where state = 'done'))::integer as done,
      (count(*) filter (where state = 'failed'))::integer as failed,
      (count(*) filter (where attention))::integer as "check"
    from letter where letter.owner = wanted.owner and letter.batch = wanted.id
  ) counts on true
  left join (
    select batch, count(*)::integer as reading from job where token is not null group by batch
  ) held on held.batch = wanted.id
  order by seq desc`;

function withCounts({ record, total, open, reading, done, failed, check }: CountRow): {
  readonly batch: BatchRecord;
  readonly counts: BatchCounts;
} {
  return { batch: record, counts: { total, waiting: open - reading, reading, done, failed, check } };
}

type Tally = { readonly id: string; readonly count: number };

const tally = (database: Database, sql: string, values: readonly unknown[]): Promise<readonly Tally[]> =>
  database.query<Tally>(sql, values);

async function summarize(database: Database, owner: string, id: string): Promise<BatchSummary> {
  const values = [owner, id];
  const [grounds, kinds, months, deadlines] = await Promise.all([
    tally(
      database,
      `select ground as id, count(*)::integer as count from finding where owner = $1 and batch = $2
       group by ground order by count(*) desc, ground collate "C"`,
      values,
    ),
    tally(
      database,
      `select kind as id, count(*)::integer as count from letter where owner = $1 and batch = $2 and found is not null
       group by kind order by count(*) desc, kind collate "C"`,
      values,
    ),
    tally(
      database,
      `select month as id, count(*)::integer as count from letter
       where owner = $1 and batch = $2 and found is not null and month is not null group by month order by month`,
      values,
    ),
    database.query<BatchSummary['deadlines'][number]>(
      `select deadline as "on", id as letter, name from letter
       where owner = $1 and batch = $2 and deadline is not null order by deadline, seq`,
      values,
    ),
  ]);
  return { grounds, kinds, months: months.map(({ id: month, count }) => ({ month, count })), deadlines };
}

/** Batches in a PostgreSQL database, each question of one owner. */
export function createSqlBatches(database: Database): BatchStore {
  return {
    open: async (batch) => {
      await database.query('insert into batch (id, owner, record) values ($1, $2, $3::jsonb)', [
        batch.id,
        batch.owner,
        JSON.stringify(batch),
      ]);
    },
    find: async (owner, id) => {
      const [row] = await database.query<CountRow>(countBatches('and id = $2'), [owner, id]);
      return row === undefined ? undefined : withCounts(row);
    },
    list: async (owner) => (await database.query<CountRow>(countBatches(''), [owner])).map(withCounts),
    summarize: (owner, id) => summarize(database, owner, id),
    refuse: async (owner, id, refused) => {
      await database.query(
        `update batch set record = jsonb_set(record, '{refused}', record -> 'refused' || $3::jsonb)
         where owner = $1 and id = $2`,
        [owner, id, JSON.stringify(refused)],
      );
    },
    remove: async (owner, id) => {
      const rows = await database.query<{ id: string }>(
        `with gone as (delete from batch where owner = $1 and id = $2 returning id)
         delete from letter using gone where letter.owner = $1 and letter.batch = gone.id returning letter.id`,
        [owner, id],
      );
      return rows.map((row) => row.id);
    },
  };
}
