import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processorSeconds } from '../../src/adapter/child/processor-time.ts';
import { systemClock } from '../../src/adapter/system-clock.ts';
import { type OpenStore, openStore } from '../../src/app/open-store.ts';
import { hasPostgres, startPostgres } from '../support/throw-away-postgres.ts';
import { childrenOf } from '../tool/chaos/start-process.ts';

/** Processor seconds of a server with all its processes. */
export const serverSeconds = (pid: number): number =>
  [pid, ...childrenOf(pid)].reduce((sum, one) => sum + (processorSeconds(one) ?? 0), 0);

/** Of this process with the embedded store's thread, and of a server. */
function usedBy(server: number | undefined): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + (server === undefined ? 0 : serverSeconds(server));
}

type Measure = (store: OpenStore, used: () => number, isServer: boolean) => AsyncGenerator<string>;

/** Measures on an empty embedded store, and on a PostgreSQL server where there is one. */
export async function* onEachStore(measure: Measure): AsyncGenerator<string> {
  const server = hasPostgres() ? await startPostgres() : undefined;
  const kinds = [
    { name: 'embedded', place: {}, pid: undefined },
    ...(server === undefined ? [] : [{ name: 'PostgreSQL', place: { databaseUrl: server.url }, pid: server.pid }]),
  ];
  for (const { name, place, pid } of kinds) {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'bench-store-'));
    const store = openStore({ dataFolder, programs: path.resolve('dist/bin'), ...place }, systemClock);
    await store.opened;
    for await (const line of measure(store, () => usedBy(pid), pid !== undefined)) yield `${name}: ${line}`;
    await store.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  await server?.stop();
}
