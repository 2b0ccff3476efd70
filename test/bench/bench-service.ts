import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { processorSeconds } from '../../src/adapter/child/processor-time.ts';
import { hasPostgres, startPostgres, withPostgres } from '../support/throw-away-postgres.ts';
import { startProcess, startService } from '../tool/chaos/start-process.ts';
import { benchQueue } from './bench-queue.ts';
import { benchLists } from './bench-store.ts';
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

/** A batch through the whole service with the embedded store, and single uploads beside it. */
async function* benchBatch(letters: number): AsyncGenerator<string> {
  const service = await startService({ DATA_DIR: freshFolder(), LOG_LEVEL: 'silent', WORKERS: '2' });
  const pid = service.child.pid ?? 0;
  try {
    yield `ready after ${service.readyMilliseconds.toFixed(0)} ms, ${memoryOf(pid).toFixed(0)} MB`;
    const before = processorSeconds(pid) ?? 0;
    const begun = performance.now();
    const id = await sendBatch(service.address, letters);
    yield `${letters} letters taken in ${((performance.now() - begun) / 1000).toFixed(1)} s`;
    const singles: number[] = [];
    const memory: number[] = [];
    while ((await countDone(service.address, id)) < letters) {
      singles.push(await timeSingle(service.address));
      memory.push(memoryOf(pid));
      await pause(500);
    }
    const seconds = (performance.now() - begun) / 1000;
    const processor = ((processorSeconds(pid) ?? 0) - before) * 1000;
    yield `${(letters / seconds).toFixed(1)} letters/s from the first sent to the last read; ${(processor / letters).toFixed(1)} ms CPU a letter in all`;
    yield `single uploads meanwhile: ${singles.length}, p50 ${percentile(singles, 50).toFixed(2)} s, p95 ${percentile(singles, 95).toFixed(2)} s`;
    const half = memory.slice(Math.floor(memory.length / 2));
    yield `memory ${Math.max(0, ...memory).toFixed(0)} MB at most; ${((half.at(-1) ?? 0) - (half[0] ?? 0)).toFixed(0)} MB more at the end than half-way`;
  } finally {
    await service.stop();
  }
}

/** Letters a second with so many worker processes on a PostgreSQL server, one letter at a time each. */
async function* benchWorkerProcesses(letters: number): AsyncGenerator<string> {
  for (const count of workerCounts) {
    const server = await startPostgres();
    const settings = { DATA_DIR: freshFolder(), DATABASE_URL: server.url, LOG_LEVEL: 'silent' };
    const service = await startService({ ...settings, WORKERS: '0' });
    const id = await sendBatch(service.address, letters);
    const workers = Array.from({ length: count }, () => startProcess('worker.js', { ...settings, WORKERS: '1' }));
    try {
      // From the first letter read, so that the start of the workers isn't counted.
      while ((await countDone(service.address, id)) === 0) await pause(20);
      const first = await countDone(service.address, id);
      const begun = performance.now();
      while ((await countDone(service.address, id)) < letters) await pause(50);
      const seconds = (performance.now() - begun) / 1000;
      yield `${count} workers: ${((letters - first) / seconds).toFixed(1)} letters/s`;
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
      await service.stop();
      await server.stop();
    }
  }
}

/** What the service takes to read a batch, to line letters up, and to list `rows` letters. */
export async function* benchService(letters: number, rows: number): AsyncGenerator<string> {
  yield* benchBatch(letters);
  yield* benchQueue(Math.min(letters, 1000));
  yield* benchLists(rows);
  if (hasPostgres()) yield* benchWorkerProcesses(Math.min(letters, mostForWorkers));
  else yield withPostgres;
}
