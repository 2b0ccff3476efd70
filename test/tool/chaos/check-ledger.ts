import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Ledger } from './send-load.ts';

/** What became of everything in the ledger. */
export type Balance = {
  readonly taken: number;
  /** By final state, with the code of a failure. */
  readonly ends: ReadonlyMap<string, number>;
  readonly lost: number;
  /** Letters whose file or report can't be had although they were read. */
  readonly hollow: number;
  readonly unfinished: number;
};

const letterSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'failed']),
  problem: z.object({ code: z.string() }).optional(),
});
const pageSchema = z.object({ letters: z.array(letterSchema) });

type Letter = z.infer<typeof letterSchema>;

async function lettersOf(address: string, ledger: Ledger): Promise<readonly (Letter | undefined)[]> {
  const singles: (Letter | undefined)[] = [];
  for (const id of ledger.letters) {
    const response = await fetch(`${address}/v1/letters/${id}`);
    singles.push(response.status === 200 ? letterSchema.parse(await response.json()) : undefined);
  }
  for (const [id, files] of ledger.batches) {
    const response = await fetch(`${address}/v1/batches/${id}/letters?limit=500`);
    const letters = response.status === 200 ? pageSchema.parse(await response.json()).letters : [];
    // One too many is as wrong as one too few: both count as lost.
    singles.push(...letters.slice(0, files));
    for (let missing = Math.abs(files - letters.length); missing > 0; missing -= 1) singles.push(undefined);
  }
  return singles;
}

const isFinal = (letter: Letter | undefined): boolean => letter?.state !== 'waiting' && letter?.state !== 'reading';

async function isHollow(address: string, { id, state }: Letter): Promise<boolean> {
  if (state !== 'done') return false;
  const answers = await Promise.all(['original', 'report'].map((part) => fetch(`${address}/v1/letters/${id}/${part}`)));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return answers.some(({ status }) => status !== 200);
}

/** Waits until every letter of the ledger is done or failed, and looks at each. */
export async function checkLedger(address: string, ledger: Ledger, patienceSeconds: number): Promise<Balance> {
  const until = performance.now() + patienceSeconds * 1000;
  let letters = await lettersOf(address, ledger);
  while (!letters.every(isFinal) && performance.now() < until) {
    await pause(500);
    letters = await lettersOf(address, ledger);
  }
  const ends = new Map<string, number>();
  let hollow = 0;
  for (const letter of letters) {
    if (letter === undefined) continue;
    const end = letter.problem === undefined ? letter.state : `${letter.state} ${letter.problem.code}`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    if (await isHollow(address, letter)) hollow += 1;
  }
  const lost = letters.filter((letter) => letter === undefined).length;
  return { taken: letters.length, ends, lost, hollow, unfinished: letters.filter((one) => !isFinal(one)).length };
}

/** How many letters were ended more than once, by the logs of all processes. */
export function countTwice(logs: readonly string[]): number {
  const seen = new Map<string, number>();
  for (const [, id = ''] of logs.join('\n').matchAll(/"event":"letter-(?:read|failed)","letter":"([\w-]+)"/g))
    seen.set(id, (seen.get(id) ?? 0) + 1);
  return [...seen.values()].filter((times) => times > 1).length;
}
