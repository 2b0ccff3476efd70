import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomMoment } from './random-moment.ts';
import { type ChaosResult, runUnderLoad, type Stage } from './stage.ts';
import { childrenOf } from './start-process.ts';

async function repeat(times: number, harm: (at: number) => Promise<void>, stage: Stage): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    await randomMoment(stage.ledger);
    await harm(at);
  }
}

/** Kills the whole service again and again. */
export const killService = (times: number, store: 'embedded' | 'server'): Promise<ChaosResult> =>
  runUnderLoad({ store, harm: (stage) => repeat(times, () => stage.killService(), stage) });

/** Kills one of four workers again and again while the service takes letters. */
export const killWorkers = (times: number): Promise<ChaosResult> =>
  runUnderLoad({
    store: 'server',
    workers: 4,
    harm: (stage) => repeat(times, (at) => stage.killWorker(at % stage.workers.length), stage),
  });

/** Kills the processes that open letters, one after the other. */
export const killReaders = (times: number): Promise<ChaosResult> =>
  runUnderLoad({
    store: 'embedded',
    // All letters that are sent can be read: one that could not be lost its reader at every try.
    tellEnds: (ends) =>
      `${ends.get('failed file-unreadable') ?? 0} letters failed because each of their tries was killed`,
    harm: async (stage) => {
      let killed = 0;
      const until = performance.now() + times * 2000 + 10_000;
      while (killed < times && performance.now() < until) {
        const [reader] = childrenOf(stage.service().child.pid ?? 0).toSorted(() => Math.random() - 0.5);
        if (reader !== undefined) {
          process.kill(reader, 'SIGKILL');
          killed += 1;
        }
        await pause(Math.random() * 1500);
      }
      stage.note(`${killed} readers killed`);
    },
  });

/** Asks the service to end in the middle of its work and starts it again. */
export const restartService = (times: number, store: 'embedded' | 'server'): Promise<ChaosResult> =>
  runUnderLoad({ store, harm: (stage) => repeat(times, () => stage.restartService(), stage) });

/** Takes the database away for so many seconds, as a stopped machine would: it neither answers nor hangs up. */
export const stopDatabase = (seconds: number): Promise<ChaosResult> =>
  runUnderLoad({
    store: 'server',
    workers: 2,
    harm: async (stage) => {
      const pid = stage.server?.pid ?? 0;
      await pause(2000);
      const all = [pid, ...childrenOf(pid)];
      for (const one of all) process.kill(one, 'SIGSTOP');
      await pause(seconds * 1000);
      const ready = (await fetch(`${stage.service().address}/readyz`)).status;
      for (const one of all) process.kill(one, 'SIGCONT');
      const begun = performance.now();
      const before = stage.ledger.answers.get(202) ?? 0;
      while ((stage.ledger.answers.get(202) ?? 0) === before && performance.now() < begun + 30_000) await pause(20);
      stage.note(`database away for ${seconds} s, ready then: ${ready}`);
      stage.note(`taken again ${((performance.now() - begun) / 1000).toFixed(1)} s after it came back`);
      await pause(2000);
    },
  });

/** Writes a file that takes all the room that is left, and gives what removes it. */
function fillDisk(folder: string): () => void {
  const file = path.join(folder, 'ballast');
  const handle = openSync(file, 'w');
  const pieces = [Buffer.alloc(1 << 20), Buffer.alloc(4096)];
  for (const piece of pieces) {
    try {
      while (writeSync(handle, piece) === piece.length);
    } catch {
      // Full: the next piece is smaller.
    }
  }
  closeSync(handle);
  return () => rmSync(file);
}

const roomMegabytes = 420;

/** Fills the disk on which the service keeps everything, and makes room again. Needs to be root, to have such a disk. */
export async function fillUp(seconds: number, store: 'embedded' | 'server'): Promise<ChaosResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'chaos-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${roomMegabytes}m`, 'tmpfs', folder]);
  try {
    return await runUnderLoad({
      store,
      folder,
      harm: async (stage) => {
        await pause(2000);
        const makeRoom = fillDisk(folder);
        const left = statfsSync(folder).bavail;
        await pause(seconds * 1000);
        const ready = await fetch(`${stage.service().address}/readyz`).then(
          ({ status }) => String(status),
          () => 'ended',
        );
        makeRoom();
        stage.note(`disk full for ${seconds} s (${left} blocks left), ready then: ${ready}`);
        // A store that could not write ends its process; whoever watches over it starts it again.
        if (stage.service().child.exitCode !== null) await stage.killService();
        const before = stage.ledger.answers.get(202) ?? 0;
        const begun = performance.now();
        while ((stage.ledger.answers.get(202) ?? 0) === before && performance.now() < begun + 30_000) await pause(20);
        stage.note(`taken again ${((performance.now() - begun) / 1000).toFixed(1)} s after there was room`);
        await pause(2000);
      },
    });
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
}
