import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres, type ThrowAwayPostgres } from '../../support/throw-away-postgres.ts';
import { addBalances, type Balance, checkLedger, countTwice } from './check-ledger.ts';
import { makeKey } from './make-key.ts';
import { emptyLedger, type Ledger, sendLoad } from './send-load.ts';
import { countOrphans, type Running, type Service, startProcess, startService } from './start-process.ts';

export type Plan = {
  readonly store: 'embedded' | 'server';
  /** Worker processes beside the service, which then reads nothing itself. They need a server. */
  readonly workers?: number;
  /** Where letters' files and an embedded store are kept; a fresh folder without. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Owners who each have a ledger and a key of their own. Without, the service asks nobody for a key. */
  readonly owners?: readonly string[];
  /** How the service is started: behind a command, and not ready with these words. */
  readonly start?: { readonly prefix: readonly string[]; readonly unready: string };
  /** What is sent meanwhile: as `sendLoad` does, or nothing but what the harm sends itself. */
  readonly load?: 'none';
  /** What is to be said of how the letters ended. */
  readonly tellEnds?: (ends: ReadonlyMap<string, number>) => string;
  /** Does the harm, while letters are sent. */
  readonly harm: (stage: Stage) => Promise<void>;
};

export type Stage = {
  /** Of the first owner. */
  readonly ledger: Ledger;
  /** One for each owner. */
  readonly ledgers: readonly Ledger[];
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
  /** Notes a measure; a goal that was missed makes the run fail. */
  judge(text: string, met: boolean): void;
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
  /** The longest that a service took to end when asked to, in milliseconds. */
  readonly slowestEnd: number;
  /** Answers to uploads by status; 0 where none came. */
  readonly answers: ReadonlyMap<number, number>;
  /** Refusals with 429 or 503 that don't say when to come again. */
  readonly rude: number;
  /** Goals that were missed. */
  readonly missed: number;
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
  const own = {
    ...settings,
    WORKERS: plan.workers === undefined ? '2' : '0',
    ...(plan.owners === undefined ? {} : { AUTH: 'keys' }),
  };
  const logs: string[] = [];
  const starts: Service[] = [];
  const notes: string[] = [];
  const ledgers = [emptyLedger()];
  const counts = { orphans: 0, harms: 0, missed: 0 };
  const slowest = { end: 0 };
  const workers: Running[] = [];
  let service: Service | undefined;
  const current = (): Service => {
    if (service === undefined) throw new Error('the service is not started');
    return service;
  };
  async function start(): Promise<void> {
    service = await startService(own, plan.start);
    starts.push(service);
  }
  async function openLedgers(): Promise<void> {
    const keyed: Ledger[] = [];
    for (const owner of plan.owners ?? []) keyed.push(emptyLedger(await makeKey(own, owner)));
    if (keyed.length > 0) ledgers.splice(0, ledgers.length, ...keyed);
  }
  const stage: Stage = {
    get ledger() {
      const [first] = ledgers;
      if (first === undefined) throw new Error('there is always one');
      return first;
    },
    ledgers,
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
      const begun = performance.now();
      await current().stop();
      slowest.end = Math.max(slowest.end, performance.now() - begun);
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
    judge: (text, met) => {
      notes.push(met ? text : `${text}: MISSED`);
      if (!met) counts.missed += 1;
    },
  };
  const end = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await service?.stop();
    logs.push(...[...workers, ...(service === undefined ? [] : [service])].map((one) => one.printed()));
  };
  return { stage, start, openLedgers, end, logs, starts, counts, notes, slowest };
}

function addAnswers(ledgers: readonly Ledger[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [status, count] of ledgers.flatMap(({ answers }) => [...answers]))
    sums.set(status, (sums.get(status) ?? 0) + count);
  return sums;
}

/** Runs a service under load, harms it, and looks afterwards at everything that it said it has taken. */
export async function runUnderLoad(plan: Plan): Promise<ChaosResult> {
  const server = plan.store === 'server' ? await startPostgres() : undefined;
  const folder = plan.folder ?? freshFolder();
  const { stage, start, openLedgers, end, logs, starts, counts, notes, slowest } = createStage(plan, server, folder);
  try {
    await start();
    await openLedgers();
    for (let at = 0; at < (plan.workers ?? 0); at += 1) stage.workers.push(stage.startWorker());
    const load = plan.load === 'none' ? undefined : sendLoad(() => stage.service().address, stage.ledger);
    try {
      await plan.harm(stage);
    } finally {
      await load?.stop();
    }
    const { address } = stage.service();
    const balances: Balance[] = [];
    for (const ledger of stage.ledgers) balances.push(await checkLedger(address, ledger, settleSeconds));
    await end();
    const balance = balances.reduce(addBalances);
    if (plan.tellEnds !== undefined) stage.note(plan.tellEnds(balance.ends));
    return {
      ...balance,
      ...counts,
      twice: countTwice(logs),
      slowestStart: Math.max(0, ...starts.map(({ readyMilliseconds }) => readyMilliseconds)),
      dearestStart: Math.max(0, ...starts.map(({ readySeconds }) => readySeconds)),
      slowestEnd: slowest.end,
      answers: addAnswers(stage.ledgers),
      rude: stage.ledgers.reduce((sum, { rude }) => sum + rude, 0),
      notes,
    };
  } finally {
    await end();
    await server?.stop();
    if (plan.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
