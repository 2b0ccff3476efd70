import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type ThrowAwayPostgres } from '../../support/throw-away-postgres.ts';
import { type Balance, checkLedger, countTwice } from './check-ledger.ts';
import { emptyLedger, type Ledger, sendLoad } from './send-load.ts';
import { countOrphans, type Running, type Service, startProcess, startService } from './start-process.ts';

export type Plan = {
  readonly store: 'embedded' | 'server';
  /** Worker processes beside the service, which then reads nothing itself. They need a server. */
  readonly workers?: number;
  /** Where letters' files and an embedded store are kept; a fresh folder without. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Does the harm, while letters are sent. */
  readonly harm: (stage: Stage) => Promise<void>;
};

export type Stage = {
  readonly ledger: Ledger;
  readonly workers: Running[];
  readonly server: ThrowAwayPostgres | undefined;
  service(): Service;
  startWorker(): Running;
  /** Kills the service, counts what it leaves behind, and starts it again. */
  killService(): Promise<void>;
  /** Asks the service to end and starts it again. */
  restartService(): Promise<void>;
  killWorker(at: number): Promise<void>;
  /** Notes something for the closing line. */
  note(text: string): void;
};

export type ChaosResult = Balance & {
  readonly twice: number;
  readonly orphans: number;
  /** How often something was harmed. */
  readonly harms: number;
  /** The longest that a start took until letters were taken again, in milliseconds. */
  readonly slowestStart: number;
  /** The most processor seconds that a start took. */
  readonly dearestStart: number;
  /** Answers to uploads by status; 0 where none came. */
  readonly answers: ReadonlyMap<number, number>;
  readonly notes: readonly string[];
};

const settleSeconds = 240;
/** Of the tests: a tenth of what is usual, so that a reader that died is noticed soon. */
const leaseSeconds = '3';
const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), 'chaos-'));

/** All processes of one run, and what they said and left behind. */
function createStage(plan: Plan, server: ThrowAwayPostgres | undefined, folder: string) {
  const place = server === undefined ? {} : { DATABASE_URL: server.url };
  const settings = { DATA_DIR: folder, LOG_LEVEL: 'info', LEASE_SECONDS: leaseSeconds, ...place, ...plan.settings };
  const own = { ...settings, WORKERS: plan.workers === undefined ? '2' : '0' };
  const logs: string[] = [];
  const starts: Service[] = [];
  const notes: string[] = [];
  const counts = { orphans: 0, harms: 0 };
  const workers: Running[] = [];
  let service: Service | undefined;
  const current = (): Service => {
    if (service === undefined) throw new Error('the service is not started');
    return service;
  };
  async function start(): Promise<void> {
    service = await startService(own);
    starts.push(service);
  }
  const stage: Stage = {
    ledger: emptyLedger(),
    workers,
    server,
    service: current,
    startWorker: () => startProcess('worker.js', { ...settings, WORKERS: '2' }),
    killService: async () => {
      counts.harms += 1;
      counts.orphans += await countOrphans(await current().kill());
      logs.push(current().printed());
      await start();
    },
    restartService: async () => {
      counts.harms += 1;
      await current().stop();
      logs.push(current().printed());
      await start();
    },
    killWorker: async (at) => {
      const worker = workers[at];
      if (worker === undefined) return;
      counts.harms += 1;
      counts.orphans += await countOrphans(await worker.kill());
      logs.push(worker.printed());
      workers[at] = stage.startWorker();
    },
    note: (text) => void notes.push(text),
  };
  const end = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await service?.stop();
    logs.push(...[...workers, ...(service === undefined ? [] : [service])].map((one) => one.printed()));
  };
  return { stage, start, end, logs, starts, counts, notes };
}

/** Runs a service under load, harms it, and looks afterwards at everything that it said it has taken. */
export async function runUnderLoad(plan: Plan): Promise<ChaosResult> {
  const server = plan.store === 'server' ? await startPostgres() : undefined;
  const folder = plan.folder ?? freshFolder();
  const { stage, start, end, logs, starts, counts, notes } = createStage(plan, server, folder);
  try {
    await start();
    for (let at = 0; at < (plan.workers ?? 0); at += 1) stage.workers.push(stage.startWorker());
    const load = sendLoad(() => stage.service().address, stage.ledger);
    try {
      await plan.harm(stage);
    } finally {
      await load.stop();
    }
    const balance = await checkLedger(stage.service().address, stage.ledger, settleSeconds);
    await end();
    const twice = countTwice(logs);
    const slowestStart = Math.max(0, ...starts.map(({ readyMilliseconds }) => readyMilliseconds));
    const dearestStart = Math.max(0, ...starts.map(({ readySeconds }) => readySeconds));
    return { ...balance, ...counts, twice, slowestStart, dearestStart, answers: stage.ledger.answers, notes };
  } finally {
    await end();
    await server?.stop();
    if (plan.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const randomBetween = (least: number, most: number): number => least + Math.random() * (most - least);
const takenOf = ({ letters, batches }: Ledger): number => letters.size + batches.size;

/**
 * A moment to do harm: at once, while nothing may have been taken yet, or some way into the work, whatever the machine's
 * speed. At most ten seconds from now.
 */
export async function randomMoment(ledger: Ledger): Promise<void> {
  const more = Math.random() < 0.2 ? 0 : Math.ceil(randomBetween(0, 6));
  const wanted = takenOf(ledger) + more;
  const until = performance.now() + 10_000;
  while (takenOf(ledger) < wanted && performance.now() < until) await pause(10);
  await pause(randomBetween(0, 200));
}

/** The rule that every run must keep, as one line. */
export function tellResult(result: ChaosResult): string {
  const { harms, taken, ends, lost, hollow, unfinished, twice, orphans, slowestStart, dearestStart, answers, notes } =
    result;
  const states = [...ends].map(([end, count]) => `${end} ${count}`).join(', ');
  const told = [...answers].map(([status, count]) => `${status === 0 ? 'none' : status} ${count}`).join(', ');
  return [
    `${harms} times; ledger ${taken} = store ${taken - lost}: ${states || 'nothing'}`,
    `lost ${lost}, without file or report ${hollow}, not ended ${unfinished}, ended twice ${twice}; orphans ${orphans}`,
    `ready within ${Math.round(slowestStart)} ms (${dearestStart.toFixed(1)} s of processor); answers to uploads: ${told}`,
    ...notes,
  ].join('; ');
}

/** Answers that a harmed service may give: what it has taken, that it is busy, that its disk is full, or none. */
const honest: ReadonlySet<number> = new Set([0, 200, 202, 429, 503, 507]);

/** What of the rule was broken. How long a start takes says as much of the machine as of the program: it is told, not judged. */
export function faultsOf({ lost, hollow, unfinished, twice, orphans, answers }: ChaosResult): number {
  const odd = [...answers].filter(([status]) => !honest.has(status)).length;
  return lost + hollow + unfinished + twice + orphans + odd;
}
