import { setTimeout as pause } from 'node:timers/promises';
import { planHostile } from '../../../fixtures/make/hostile/plan-hostile.ts';
import { type Ledger, nextLetter, nextText, onceMore, sendFiles } from './send-load.ts';
import { type ChaosResult, runUnderLoad, type Stage } from './stage.ts';
import { percentile, type Timed, timeLetter, timeSteadily } from './time-letters.ts';

const fixtures = 'fixtures/make';
/** Burns processor time until the limit ends its reader. */
const bomb = 'form-in-form-10.pdf';
const hostile = [bomb, 'cut-half.pdf', 'page-tree-deep.pdf', 'random-behind-header.pdf', 'page-tree-cycle.pdf'];

async function makeHostile(names: readonly string[]): Promise<readonly Uint8Array[]> {
  const plan = planHostile(fixtures);
  const made: Uint8Array[] = [];
  for (const name of names) {
    const bytes = await plan[name]?.();
    if (bytes === undefined) throw new RangeError(`no hostile file ${name}`);
    made.push(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  }
  return made;
}

const rounded = (milliseconds: number): string => `${Math.round(milliseconds)} ms`;

/** Does something again and again until stopped; `work` says how many milliseconds to wait before the next time. */
function keepDoing(times: number, work: () => Promise<number>): { stop(): Promise<void> } {
  let open = true;
  const loop = async (): Promise<void> => {
    while (open) await pause(await work());
  };
  const loops = Array.from({ length: times }, loop);
  return {
    stop: async () => {
      open = false;
      await Promise.all(loops);
    },
  };
}

const probeEvery = 100;

/** Asks the process whether it is alive, ten times a second. */
function watchHealth(address: string) {
  const times: number[] = [];
  let failures = 0;
  const probe = keepDoing(1, async () => {
    const begun = performance.now();
    const well = await fetch(`${address}/healthz`).then(
      async (response) => (await response.arrayBuffer()) && response.status === 200,
      () => false,
    );
    if (well) times.push(performance.now() - begun);
    else failures += 1;
    return probeEvery;
  });
  return {
    stop: async () => {
      await probe.stop();
      return { asked: times.length + failures, failures, slowest: percentile(times, 99) };
    },
  };
}

/** Letters a second that four senders get read who each wait for their last. */
async function measureCapacity(stage: Stage, seconds: number): Promise<number> {
  const { address } = stage.service();
  let read = 0;
  // The first of each kind waits for what is only then begun.
  await Promise.all(Array.from({ length: 6 }, () => timeLetter(address, stage.ledger, nextLetter())));
  const senders = keepDoing(4, async () => {
    if ((await timeLetter(address, stage.ledger, nextLetter())) !== undefined) read += 1;
    return 0;
  });
  await pause(seconds * 1000);
  const perSecond = read / seconds;
  await senders.stop();
  return perSecond;
}

/** L1: letters at 70 % of what can be read, for so many seconds. */
export const loadSteadily = (seconds: number): Promise<ChaosResult> =>
  runUnderLoad({
    store: 'embedded',
    load: 'none',
    harm: async (stage) => {
      const { address } = stage.service();
      const capacity = await measureCapacity(stage, Math.max(3, seconds / 5));
      const rate = Math.max(1, 0.7 * capacity);
      const { timed, refused } = await timeSteadily(rate, seconds, () =>
        timeLetter(address, stage.ledger, nextLetter()),
      );
      const taken = percentile(
        timed.map((one) => one.taken),
        99,
      );
      const ended = percentile(
        timed.map((one) => one.ended),
        95,
      );
      stage.note(`${rate.toFixed(1)} letters a second for ${seconds} s, of ${capacity.toFixed(1)} that can be read`);
      stage.judge(`taken within ${rounded(taken)} (p99, goal 300)`, taken <= 300);
      stage.judge(`read within ${rounded(ended)} (p95, goal 5000)`, ended <= 5000);
      stage.judge(`refused or without answer ${refused} of ${timed.length + refused}`, refused === 0);
    },
  });

/** L2: sixteen senders who wait for nothing, every tenth file hostile. */
export const overload = (seconds: number): Promise<ChaosResult> =>
  runUnderLoad({
    store: 'embedded',
    load: 'none',
    harm: async (stage) => {
      const { address } = stage.service();
      const bad = await makeHostile(hostile);
      const capacity = await measureCapacity(stage, Math.max(3, seconds / 5));
      const health = watchHealth(address);
      let offered = 0;
      const senders = keepDoing(16, async () => {
        offered += 1;
        const spoilt = offered % 10 === 0 ? bad[(offered / 10) % bad.length] : undefined;
        await sendFiles(address, stage.ledger, [spoilt === undefined ? nextLetter() : onceMore(spoilt)]);
        return 0;
      });
      await pause(seconds * 1000);
      await senders.stop();
      const { asked, failures, slowest } = await health.stop();
      const times = offered / seconds / capacity;
      stage.note(`${offered} offered in ${seconds} s, ${times.toFixed(1)} times what can be read`);
      stage.judge(`/healthz failed ${failures} of ${asked} times, p99 ${rounded(slowest)}`, failures === 0);
    },
  });

/** Deletes what this owner sent and nobody needs any more. */
async function deleteAll(address: string, ledger: Ledger): Promise<void> {
  for (const id of ledger.letters) {
    const { status } = await fetch(`${address}/v1/letters/${id}`, { method: 'DELETE', headers: ledger.headers });
    if (status === 204) ledger.deleted.add(id);
  }
}

/** A difference that is no more than the noise of a machine on which others work too. */
const noiseMilliseconds = 50;

/** L4: one owner sends files that burn their readers' processor time, another one text letter a second. */
export const floodBeside = (seconds: number): Promise<ChaosResult> =>
  runUnderLoad({
    store: 'embedded',
    load: 'none',
    owners: ['flood', 'quiet'],
    harm: async (stage) => {
      const { address } = stage.service();
      const [flood, quiet] = stage.ledgers;
      if (flood === undefined || quiet === undefined) throw new Error('two owners are needed');
      const [bytes = Buffer.alloc(0)] = await makeHostile([bomb]);
      const send = (): Promise<Timed | undefined> => timeLetter(address, quiet, nextText());
      // What is done for the first time is slower, whoever else is there.
      await timeSteadily(2, 2, send);
      const alone = await timeSteadily(1, seconds, send);
      const senders = keepDoing(4, async () =>
        (await sendFiles(address, flood, [onceMore(bytes)])) === undefined ? 1000 : 0,
      );
      await pause(3000);
      const beside = await timeSteadily(1, seconds, send);
      await senders.stop();
      const told = [alone, beside].map(({ timed }) => timed.map(({ ended }) => ended));
      const [before, after] = told.map((times) => percentile(times, 95));
      const [usual, usualBeside] = told.map((times) => percentile(times, 50));
      stage.note(`half of the other's within ${rounded(usual ?? 0)} alone and ${rounded(usualBeside ?? 0)} beside`);
      const most = Math.max(2 * (before ?? 0), (before ?? 0) + noiseMilliseconds);
      stage.note(`${flood.letters.size} files that burn processor time taken of the one owner`);
      stage.judge(
        `the other's letters read within ${rounded(before ?? 0)} alone and ${rounded(after ?? 0)} beside them (p95, goal ${rounded(most)})`,
        (after ?? Number.NaN) <= most,
      );
      stage.judge(`refused to the other ${alone.refused + beside.refused}`, alone.refused + beside.refused === 0);
      await deleteAll(address, flood);
    },
  });
