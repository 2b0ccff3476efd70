import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { openTestPool } from '../support/test-pool.ts';

const pagesToRead = 8;

/** Two workers against one on the same scanned pages, by the clock: only a quiet machine gives a fair figure. */
export async function* benchWorkers(): AsyncGenerator<string> {
  const one = await readAll(1);
  const two = await readAll(2);
  const rate = (seconds: number): string => ((60 * pagesToRead) / seconds).toFixed(0);
  yield `one worker ${rate(one)} pages a minute, two ${rate(two)}: ${(one / two).toFixed(2)} times as many; load ${loadavg()[0]?.toFixed(1)} on this machine`;
}

/** Wall seconds for all pages, with workers that are warm. */
async function readAll(size: number): Promise<number> {
  const pool = openTestPool({ size });
  const bytes = readFileSync('fixtures/letters/c-study-en-scan.png');
  const signal = new AbortController().signal;
  const read = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, at) => pool.read({ name: `${at}`, bytes }, signal)));
  await read(size);
  const start = performance.now();
  await read(pagesToRead);
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return seconds;
}
