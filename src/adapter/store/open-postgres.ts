import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Database, type Statement, sqlStateOf, storeFailure } from './database.ts';

const mostConnections = 10;
/** Two transactions that got in each other's way: one of them is tried again. */
const tries = 3;

const settingsOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'refusals',
  connectionTimeoutMillis: 5000,
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
});

/** A name by which the server keeps the plan of a statement, so that it is planned once a connection. */
function named({ text, values }: Statement): pg.QueryConfig {
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40);
  return { name, text, values: [...values] };
}

/** Steps of the database's shape run long and once: they are neither named nor timed. */
const isStep = (text: string): boolean => text.startsWith('do $');

async function tryAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await work();
    } catch (error) {
      if (turn === tries || sqlStateOf(error)?.startsWith('40') !== true) throw storeFailure(error);
    }
  }
}

/** A PostgreSQL server, 14 or newer. Connects when it is first asked; what goes wrong then is thrown there. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ ...settingsOf(url), max: mostConnections });
  // A connection that breaks while nobody uses it is replaced by the next one: nothing to be done.
  pool.on('error', () => undefined);

  async function run<Row>(statements: readonly Statement[]): Promise<readonly Row[]> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      let rows: readonly Row[] = [];
      for (const statement of statements) rows = (await client.query<Row & pg.QueryResultRow>(named(statement))).rows;
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback').catch((failed: Error) => {
        broken = failed;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function makeStep(text: string): Promise<void> {
    const client = new pg.Client({ ...settingsOf(url), statement_timeout: 0 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(text);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  return {
    query: <Row>(text: string, values: readonly unknown[] = []) =>
      tryAgain(async (): Promise<readonly Row[]> => {
        if (isStep(text)) {
          await makeStep(text);
          return [];
        }
        return (await pool.query<Row & pg.QueryResultRow>(named({ text, values }))).rows;
      }),
    transaction: (statements) => tryAgain(() => run(statements)),
    close: () => pool.end(),
  };
}

export type Listening = { close(): Promise<void> };

const reconnectMilliseconds = 1000;

/**
 * Hears what is notified on a channel, from any process. `again` is called after a connection was lost and found again:
 * what was said in between is not known.
 */
export function listen(url: string, channel: string, hear: (payload: string) => void, again: () => void): Listening {
  let client: pg.Client | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...settingsOf(url), statement_timeout: 0 });
    client = next;
    const lost = new Promise<void>((resolve) => {
      next.on('error', () => resolve());
      next.on('end', () => resolve());
    });
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${pg.escapeIdentifier(channel)}`);
      again();
      await lost;
    } finally {
      await next.end().catch(() => undefined);
    }
  }

  const stay = async (): Promise<void> => {
    while (!closed) {
      await connect().catch(() => undefined);
      if (!closed) await pause(reconnectMilliseconds);
    }
  };
  const staying = stay();
  return {
    close: async () => {
      closed = true;
      await client?.end().catch(() => undefined);
      await staying;
    },
  };
}
