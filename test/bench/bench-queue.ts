import { systemClock } from '../../src/adapter/system-clock.ts';
import { openBatch } from '../../src/job/accept-batch.ts';
import { addToBatch } from '../../src/job/batch/add-to-batch.ts';
import { startRunner } from '../../src/job/run-letters.ts';
import type { Tools } from '../../src/job/tools.ts';
import { demoReport } from '../support/demo-report.ts';
import { makeTools } from '../support/make-tools.ts';
import { sampleDocument } from '../support/sample-document.ts';
import { onEachStore } from './each-store.ts';

/** Letters that are taken before anything is measured, so that the database's code is compiled. */
const warmUp = 300;
const slots = 2;

let number = 0;
const nextLetter = () => {
  number += 1;
  return { name: `letter-${number}.txt`, bytes: Buffer.from(`letter ${number} of ${process.pid}`) };
};

/** Takes so many letters as one batch and ends them all. */
async function runBatch(tools: Tools, letters: number): Promise<void> {
  const batch = await openBatch(tools, 'me', 'bench');
  const runner = startRunner(tools, { slots, mostMilliseconds: 60_000 });
  await addToBatch(tools, batch, Array.from({ length: letters }, nextLetter));
  for (;;) {
    const { waiting, reading } = await tools.queue.count();
    if (waiting + reading === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await runner.stop(0);
}

/**
 * What the line itself costs: a batch is taken, handed out and ended by the service's own code, with a reader that does
 * nothing, files in memory and a report made before. Neither reading nor sealing nor the report's work is in it.
 */
export const benchQueue = (letters: number): AsyncGenerator<string> =>
  onEachStore(async function* measure(store, used) {
    const whole = sampleDocument('letter.txt');
    // Writing a long report down is no work of the line's.
    const document = { ...whole, pages: whole.pages.slice(0, 1).map((page) => ({ ...page, lines: [] })) };
    const report = { ...demoReport(whole, {}), remedies: [], checklist: [], routes: [], dismissed: [] };
    const { letters: kept, batches, queue, events } = store;
    const seams = { letters: kept, batches, queue, events, clock: systemClock };
    const tools = makeTools({ ...seams, readLetter: async () => document, analyze: () => report });
    await runBatch(tools, warmUp);
    const before = used();
    const begun = performance.now();
    await runBatch(tools, letters);
    const processor = ((used() - before) * 1000) / letters;
    const wall = (performance.now() - begun) / letters;
    yield `queue: ${letters} letters taken, handed out and ended: ${processor.toFixed(2)} ms CPU a letter (goal 3), ${wall.toFixed(2)} ms by the clock`;
  });
