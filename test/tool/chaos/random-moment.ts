import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from './send-load.ts';

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
