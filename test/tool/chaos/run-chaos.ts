import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres } from '../../support/throw-away-postgres.ts';
import { type Balance, checkLedger, countTwice } from './check-ledger.ts';
import { emptyLedger, type Ledger, sendLoad } from './send-load.ts';
import { countOrphans, type Running, type Service, startProcess, startService } from './start-process.ts';

export type ChaosResult = Balance & {
  readonly kills: number;
  readonly twice: number;
  readonly orphans: number;
  /** The longest that a start took until letters were taken again, in milliseconds. */
  readonly slowestStart: number;
};

const settleSeconds = 240;
const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), 'chaos-'));
const randomBetween = (least: number, most: number): number => least + Math.random() * (most - least);

const takenOf = ({ letters, batches }: Ledger): number => letters.size + batches.size;

/**
 * A moment to kill: at once, while nothing may have been taken yet, or some way into the work, whatever the machine's
 * speed. At most half a minute from now.
 */
async function randomMoment(ledger: Ledger): Promise<void> {
  const more = Math.random() < 0.2 ? 0 : Math.ceil(randomBetween(0, 12));
  const wanted = takenOf(ledger) + more;
  const until = performance.now() + 30_000;
  while (takenOf(ledger) < wanted && performance.now() < until) await pause(10);
  await pause(randomBetween(0, 200));
}

/** Kills the whole service again and again under load, with the embedded store. */
export async function killService(kills: number): Promise<ChaosResult> {
  const settings = { DATA_DIR: freshFolder(), LOG_LEVEL: 'info', WORKERS: '2' };
  const ledger = emptyLedger();
  const logs: string[] = [];
  const starts: number[] = [];
  let orphans = 0;
  let service = await startService(settings);
  const load = sendLoad(() => service.address, ledger);
  for (let kill = 0; kill < kills; kill += 1) {
    await randomMoment(ledger);
    const children = await service.kill();
    logs.push(service.printed());
    orphans += await countOrphans(children);
    service = await startService(settings);
    starts.push(service.readyMilliseconds);
  }
  await load.stop();
  const balance = await checkLedger(service.address, ledger, settleSeconds);
  await service.stop();
  logs.push(service.printed());
  return { ...balance, kills, twice: countTwice(logs), orphans, slowestStart: Math.max(0, ...starts) };
}

/** Kills workers again and again while the service takes letters, with a PostgreSQL server. */
export async function killWorkers(kills: number): Promise<ChaosResult> {
  const server = await startPostgres();
  const settings = { DATA_DIR: freshFolder(), DATABASE_URL: server.url, LOG_LEVEL: 'info' };
  const logs: string[] = [];
  let orphans = 0;
  let service: Service | undefined;
  const startWorker = (): Running => startProcess('worker.js', { ...settings, WORKERS: '2' });
  const workers: Running[] = [];
  try {
    service = await startService({ ...settings, WORKERS: '0' });
    const { address } = service;
    const ledger = emptyLedger();
    const load = sendLoad(() => address, ledger);
    workers.push(startWorker(), startWorker());
    for (let kill = 0; kill < kills; kill += 1) {
      await randomMoment(ledger);
      const at = kill % workers.length;
      const worker = workers[at];
      if (worker === undefined) continue;
      orphans += await countOrphans(await worker.kill());
      logs.push(worker.printed());
      workers[at] = startWorker();
    }
    await load.stop();
    const balance = await checkLedger(address, ledger, settleSeconds);
    await Promise.all(workers.map((worker) => worker.stop()));
    logs.push(...workers.map((worker) => worker.printed()));
    return { ...balance, kills, twice: countTwice(logs), orphans, slowestStart: service.readyMilliseconds };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await service?.stop();
    await server.stop();
  }
}

/** The rule that every run must keep, as one line. */
export function tellResult({
  kills,
  taken,
  ends,
  lost,
  hollow,
  unfinished,
  twice,
  orphans,
  slowestStart,
}: ChaosResult): string {
  const states = [...ends].map(([end, count]) => `${end} ${count}`).join(', ');
  return (
    `${kills} kills; ledger ${taken} = store ${taken - lost}: ${states || 'nothing'}; lost ${lost}, without file or report ` +
    `${hollow}, not ended ${unfinished}, ended twice ${twice}; orphans ${orphans}; ready within ${Math.round(slowestStart)} ms`
  );
}

/** What of the rule was broken. How long a start takes says as much of the machine as of the program: it is told, not judged. */
export const faultsOf = ({ lost, hollow, unfinished, twice, orphans }: ChaosResult): number =>
  lost + hollow + unfinished + twice + orphans;
