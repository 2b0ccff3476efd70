import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../../src/adapter/system-clock.ts';
import { openStore } from '../../src/app/open-store.ts';
import type { Tools } from '../../src/job/tools.ts';
import { hasPostgres, startPostgres } from './throw-away-postgres.ts';

export type StoreInUse = {
  readonly tools: Pick<Tools, 'letters' | 'batches' | 'queue' | 'keys' | 'duties' | 'events' | 'clock'>;
  readonly dataFolder: string;
  close(): Promise<void>;
};

async function open(databaseUrl: string | undefined, stop: () => Promise<void>): Promise<StoreInUse> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'store-'));
  const place = databaseUrl === undefined ? {} : { databaseUrl };
  const store = openStore({ dataFolder, programs: path.resolve('dist/bin'), ...place }, systemClock);
  await store.opened;
  const { letters, batches, queue, keys, duties, events } = store;
  return {
    tools: { letters, batches, queue, keys, duties, events, clock: systemClock },
    dataFolder,
    close: async () => {
      await store.close();
      await stop();
    },
  };
}

async function openOnServer(): Promise<StoreInUse> {
  const server = await startPostgres();
  return open(server.url, () => server.stop());
}

/** The stores that the product has, each empty and of its own when opened. A server only where one can be started. */
export const everyStore: readonly (readonly [string, () => Promise<StoreInUse>])[] = [
  ['the embedded store', () => open(undefined, async () => {})],
  ...(hasPostgres() ? [['PostgreSQL', openOnServer] as const] : []),
];
