import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Ledger, type Sent, sendFiles } from './send-load.ts';

const stateSchema = z.object({ state: z.string() });
const askEvery = 25;
const patienceMilliseconds = 60_000;

/** Milliseconds until a letter was taken, and until it had ended. */
export type Timed = { readonly taken: number; readonly ended: number };

/** Sends one letter and waits until it has ended. Nothing when it was not taken. */
export async function timeLetter(address: string, ledger: Ledger, sent: Sent): Promise<Timed | undefined> {
  const begun = performance.now();
  const id = await sendFiles(address, ledger, [sent]);
  const taken = performance.now() - begun;
  if (id === undefined) return undefined;
  for (;;) {
    const answer = await fetch(`${address}/v1/letters/${id}`, { headers: ledger.headers });
    const state = stateSchema.safeParse(await answer.json()).data?.state;
    const ended = performance.now() - begun;
    if (state === 'done' || state === 'failed' || ended > patienceMilliseconds) return { taken, ended };
    // What takes long is asked for less often: a key may ask ten times a second.
    await pause(Math.max(askEvery, ended / 10));
  }
}

/** Sends letters at a steady rate for so many seconds, however long each takes. Gives those that were taken. */
export async function timeSteadily(perSecond: number, seconds: number, send: () => Promise<Timed | undefined>) {
  const begun = performance.now();
  const under: Promise<Timed | undefined>[] = [];
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const due = begun + (number * 1000) / perSecond;
    await pause(Math.max(0, due - performance.now()));
    under.push(send());
  }
  const all = await Promise.all(under);
  const timed = all.filter((one) => one !== undefined);
  return { timed, refused: all.length - timed.length };
}

/** The value that so many in a hundred do not exceed. */
export function percentile(values: readonly number[], hundredth: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((hundredth / 100) * sorted.length) - 1)] ?? Number.NaN;
}
