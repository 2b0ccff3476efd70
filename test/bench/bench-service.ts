import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { processorSeconds } from '../../src/adapter/child/processor-time.ts';
import { hasPostgres, startPostgres, withPostgres } from '../support/throw-away-postgres.ts';
import { startProcess, startService } from '../tool/chaos/start-process.ts';
import { benchQueue } from './bench-queue.ts';
import { benchLists } from './bench-store.ts';
import { serverSeconds } from './each-store.ts';
import { goal } from './goal.ts';
import { percentile } from './percentile.ts';

const filesAtOnce = 250;
const mostForWorkers = 2000;
const workerCounts = [1, 2, 4] as const;
const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), 'bench-service-'));

let number = 0;
function letterBlob(): Blob {
  number += 1;
  return new Blob([
    `Dear Sample Person ${number},\nThank you for your interest. I am refusing your application for a study permit.\n` +
      'I am not satisfied that you will leave at the end of your stay, based on the purpose of your visit.\n' +
      'Your assets and financial situation are insufficient to support the stated purpose of travel.\n',
  ]);
}

const idSchema = z.object({ id: z.string() });
const batchSchema = z.object({ counts: z.object({ total: z.number(), done: z.number(), failed: z.number() }) });

/** Sends `letters` text letters as one batch, and gives its id once the last is taken. */
async function sendBatch(address: string, letters: number): Promise<string> {
  let id = '';
  for (let sent = 0; sent < letters; sent += filesAtOnce) {
    const form = new FormData();
    for (let file = sent; file < Math.min(letters, sent + filesAtOnce); file += 1)
      form.append('letters', letterBlob(), `letter-${file}.txt`);
    const place = id === '' ? 'batches' : `batches/${id}/letters`;
    const answer = await fetch(`${address}/v1/${place}`, { method: 'POST', body: form });
    if (answer.status !== 202) throw new Error(`batch: ${answer.status} ${await answer.text()}`);
    ({ id } = idSchema.parse(await answer.json()));
  }
  return id;
}

async function countDone(address: string, id: string): Promise<number> {
  const { counts } = batchSchema.parse(await (await fetch(`${address}/v1/batches/${id}`)).json());
  return counts.done + counts.failed;
}

/** Seconds from sending a letter by itself until its report is there. */
async function timeSingle(address: string): Promise<number> {
  const form = new FormData();
  form.append('letter', letterBlob(), 'single.txt');
  const begun = performance.now();
  const answer = await fetch(`${address}/v1/letters`, { method: 'POST', body: form, headers: { Prefer: 'wait=30' } });
  await answer.arrayBuffer();
  return (performance.now() - begun) / 1000;
}

function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** Megabytes of all files under a folder. */
function sizeOf(folder: string, wanted: (file: string) => boolean): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).filter(wanted);
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1_048_576;
}

/** Single uploads, one after the other, until stopped. */
function sendSingles(address: string): { stop(): Promise<readonly number[]> } {
  let open = true;
  const singles: number[] = [];
  const sending = (async (): Promise<void> => {
    while (open) {
      singles.push(await timeSingle(address));
      await pause(500);
    }
  })();
  return {
    stop: async () => {
      open = false;
      await sending;
      return singles;
    },
  };
}

/** A batch through the whole service with the embedded store, and single uploads beside it. */
async function* benchBatch(letters: number): AsyncGenerator<string> {
  const folder = freshFolder();
  const service = await startService({ DATA_DIR: folder, LOG_LEVEL: 'silent', WORKERS: '2' });
  const pid = service.child.pid ?? 0;
  try {
    yield `ready after ${service.readyMilliseconds.toFixed(0)} ms (${service.readySeconds.toFixed(1)} s CPU), ${memoryOf(pid).toFixed(0)} MB`;
    const before = processorSeconds(pid) ?? 0;
    const begun = performance.now();
    const singles = sendSingles(service.address);
    const id = await sendBatch(service.address, letters);
    yield `${letters} letters taken in ${((performance.now() - begun) / 1000).toFixed(1)} s`;
    const memory: number[] = [];
    while ((await countDone(service.address, id)) < letters) {
      memory.push(memoryOf(pid));
      await pause(500);
    }
    const seconds = (performance.now() - begun) / 1000;
    const processor = ((processorSeconds(pid) ?? 0) - before) * 1000;
    const times = await singles.stop();
    yield `${(letters / seconds).toFixed(1)} letters/s from the first sent to the last read; ${(processor / letters).toFixed(1)} ms CPU a letter in all`;
    yield `${times.length} single uploads meanwhile: p50 ${percentile(times, 50).toFixed(2)} s, ${goal('p95', percentile(times, 95), 1, 's')}`;
    const half = memory.slice(Math.floor(memory.length / 2));
    yield `memory ${Math.max(0, ...memory).toFixed(0)} MB at most; ${((half.at(-1) ?? 0) - (half[0] ?? 0)).toFixed(0)} MB more at the end than half-way`;
    const inStore = (file: string): boolean => file.includes('database-pg');
    const kilobytes = (megabytes: number): string => ((megabytes * 1024) / letters).toFixed(1);
    yield `on disk: ${kilobytes(sizeOf(folder, (file) => !inStore(file)))} kB a letter in files, ${kilobytes(sizeOf(folder, inStore))} kB in the store with its log`;
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Letters a second with so many worker processes on a PostgreSQL server, one letter at a time each. */
async function* benchWorkerProcesses(letters: number): AsyncGenerator<string> {
  for (const count of workerCounts) {
    const server = await startPostgres();
    const folder = freshFolder();
    const settings = { DATA_DIR: folder, DATABASE_URL: server.url, LOG_LEVEL: 'silent' };
    const service = await startService({ ...settings, WORKERS: '0' });
    const id = await sendBatch(service.address, letters);
    const workers = Array.from({ length: count }, () => startProcess('worker.js', { ...settings, WORKERS: '1' }));
    const usedByWorkers = (): number =>
      workers.reduce((sum, { child }) => sum + (processorSeconds(child.pid ?? 0) ?? 0), 0);
    try {
      // From the first letter read, so that the start of the workers isn't counted.
      while ((await countDone(service.address, id)) === 0) await pause(20);
      const first = await countDone(service.address, id);
      const [begun, before, beforeServer] = [performance.now(), usedByWorkers(), serverSeconds(server.pid)];
      while ((await countDone(service.address, id)) < letters) await pause(200);
      const seconds = (performance.now() - begun) / 1000;
      const perLetter = (used: number): string => ((used * 1000) / (letters - first)).toFixed(2);
      yield `${count} workers: ${((letters - first) / seconds).toFixed(1)} letters/s; ${perLetter(usedByWorkers() - before)} ms CPU a letter in workers, ${perLetter(serverSeconds(server.pid) - beforeServer)} in PostgreSQL`;
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
      await service.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** What the service takes to read a batch, to line letters up, and to list `rows` letters. */
export async function* benchService(letters: number, rows: number): AsyncGenerator<string> {
  yield* benchBatch(letters);
  yield* benchQueue(Math.min(letters, 2000));
  yield* benchLists(rows);
  if (hasPostgres()) yield* benchWorkerProcesses(Math.min(letters, mostForWorkers));
  else yield withPostgres;
}
