import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { startPostgres } from '../../support/throw-away-postgres.ts';
import { startProcess, startService } from './start-process.ts';

const scan = readFileSync('fixtures/letters/c-study-en-scan.png');
const mostMilliseconds = 60_000;

/** Seconds from the death of a worker in the middle of a letter until another one has taken that letter. */
export async function timeRetake(leaseSeconds: number | undefined): Promise<number> {
  const server = await startPostgres();
  const lease = leaseSeconds === undefined ? {} : { LEASE_SECONDS: String(leaseSeconds) };
  const folder = mkdtempSync(path.join(tmpdir(), 'retake-'));
  const settings = { DATA_DIR: folder, DATABASE_URL: server.url, LOG_LEVEL: 'silent', ...lease };
  const service = await startService({ ...settings, WORKERS: '0' });
  const workers = [startProcess('worker.js', { ...settings, WORKERS: '1' })];
  const database = new pg.Client({ connectionString: server.url });
  await database.connect();
  const attempts = async (): Promise<number> => {
    const { rows } = await database.query('select attempts from job where token is not null');
    return z.array(z.object({ attempts: z.number() })).parse(rows)[0]?.attempts ?? 0;
  };
  const until = async (wanted: number): Promise<void> => {
    const begun = performance.now();
    while ((await attempts()) !== wanted && performance.now() < begun + mostMilliseconds) await pause(10);
  };
  try {
    const form = new FormData();
    form.append('letter', new Blob([scan]), 'scan.png');
    await (await fetch(`${service.address}/v1/letters`, { method: 'POST', body: form })).arrayBuffer();
    await until(1);
    // Another one is there when the first dies: how long a program takes to start is no part of this.
    const other = startProcess('worker.js', { ...settings, WORKERS: '1' });
    workers.push(other);
    while (!other.printed().includes('Letters are read here')) await pause(20);
    await workers[0]?.kill();
    const begun = performance.now();
    await until(2);
    return (performance.now() - begun) / 1000;
  } finally {
    await database.end();
    await Promise.all(workers.map((worker) => worker.stop()));
    await service.stop();
    await server.stop();
  }
}
