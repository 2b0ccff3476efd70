import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createMemoryEvents } from '../adapter/create-memory-events.ts';
import type { Database } from '../adapter/store/database.ts';
import { clusterName } from '../adapter/store/embedded/make-cluster.ts';
import { openEmbedded } from '../adapter/store/embedded/open-embedded.ts';
import { importJournals } from '../adapter/store/journal/import-journals.ts';
import { migrate } from '../adapter/store/migrate.ts';
import { openPostgres } from '../adapter/store/open-postgres.ts';
import { createSqlStore, type SqlStore } from '../adapter/store/sql/create-sql-store.ts';
import { openSharedEvents } from '../adapter/store/sql/shared-events.ts';
import { reapLeases } from '../adapter/store/sql/sql-queue.ts';
import { Failure } from '../model/failure.ts';
import type { Clock } from '../seam/clock.ts';
import type { Events } from '../seam/events.ts';

export type DatabaseSettings = {
  /** This process's alone without `databaseUrl`. */
  readonly dataFolder: string;
  /** A PostgreSQL server; without it the embedded store in the data folder. */
  readonly databaseUrl?: string;
  /** The folder of the built entry points. */
  readonly programs: string;
  /** Half a minute without. */
  readonly leaseSeconds?: number;
};

export type OpenStore = SqlStore & {
  readonly events: Events;
  /** Until this resolves every question waits. Rejects when the store can't be opened. */
  readonly opened: Promise<void>;
  /** Resolves, with the reason, when the store broke for good: only a new process can help. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
};

/** A database whose questions wait until it is ready. */
const gated = (database: Database, ready: Promise<void>): Database => ({
  query: async (text, values) => {
    await ready;
    return database.query(text, values);
  },
  transaction: async (statements) => {
    await ready;
    return database.transaction(statements);
  },
  close: () => database.close(),
});

const waitForServer = 30_000;
const betweenTries = 500;

/** Servers are started side by side: this one may be up before its database. */
async function patiently(work: () => Promise<void>): Promise<void> {
  const until = performance.now() + waitForServer;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const passing = error instanceof Failure && error.code === 'busy';
      if (!passing || performance.now() > until) throw error;
      await pause(betweenTries);
    }
  }
}

function openServerStore(url: string, { dataFolder: folder, leaseSeconds }: DatabaseSettings, clock: Clock): OpenStore {
  if (existsSync(path.join(folder, clusterName))) {
    throw new Failure(
      'busy',
      `DATA_DIR ${folder} holds an embedded store with letters of its own, which a server given by DATABASE_URL does ` +
        'not have. Take it along: write it to a file by `refusals export` without DATABASE_URL, choose another DATA_DIR, and take ' +
        'the file in by `refusals import` with it.',
    );
  }
  const database = openPostgres(url);
  const opened = patiently(() => migrate(database)).then(async () => {
    await importJournals(folder, createSqlStore(database, clock));
  });
  const ready = gated(database, opened);
  const events = openSharedEvents(database, url);
  return {
    ...createSqlStore(ready, clock, leaseSeconds),
    events,
    opened,
    lost: new Promise(() => undefined),
    close: async () => {
      await events.close();
      await database.close();
    },
  };
}

function openEmbeddedStore({ dataFolder, programs, leaseSeconds }: DatabaseSettings, clock: Clock): OpenStore {
  const embedded = openEmbedded({
    dataFolder,
    script: path.join(programs, 'database.js'),
    template: path.join(programs, '..', clusterName),
  });
  const { database, lost } = embedded;
  const opened = embedded.opened.then(async () => {
    await migrate(database);
    // Nobody else has the folder: whoever held a letter is gone.
    await reapLeases(database, clock, true, leaseSeconds);
    await importJournals(dataFolder, createSqlStore(database, clock));
  });
  return {
    ...createSqlStore(gated(database, opened), clock, leaseSeconds),
    events: createMemoryEvents(),
    opened,
    lost,
    close: () => database.close(),
  };
}

/** Begins to open the store, on a server or embedded. Throws busy for a data folder that belongs to the other kind. */
export function openStore(settings: DatabaseSettings, clock: Clock): OpenStore {
  const { databaseUrl } = settings;
  const store =
    databaseUrl === undefined ? openEmbeddedStore(settings, clock) : openServerStore(databaseUrl, settings, clock);
  // Whoever opened it looks at `opened`; questions that wait for it are told on their own.
  store.opened.catch(() => undefined);
  return store;
}
