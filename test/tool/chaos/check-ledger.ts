import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Ledger } from './send-load.ts';

/** What became of everything in the ledger. */
export type Balance = {
  readonly taken: number;
  /** By final state, with the code of a failure. */
  readonly ends: ReadonlyMap<string, number>;
  readonly lost: number;
  /** Letters whose file can't be had, or whose report although they were read. */
  readonly hollow: number;
  readonly unfinished: number;
  /** Letters that their owner deleted; `undead`: they are still there. */
  readonly deleted: number;
  readonly undead: number;
};

const letterSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'failed']),
  problem: z.object({ code: z.string() }).optional(),
});
const pageSchema = z.object({ letters: z.array(letterSchema) });

type Letter = z.infer<typeof letterSchema>;

/** So many questions at a time: the service has other work. */
const asksAtOnce = 8;

/** Asks as the owner of the ledger, and again when told to come later. */
async function ask(address: string, { headers }: Ledger, route: string): Promise<Response> {
  for (;;) {
    const response = await fetch(`${address}/v1/${route}`, { headers });
    if (response.status !== 429) return response;
    await response.arrayBuffer();
    await pause(1000 * Number(response.headers.get('retry-after') ?? 1));
  }
}

async function inGroups<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>) {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += asksAtOnce)
    results.push(...(await Promise.all(items.slice(at, at + asksAtOnce).map(work))));
  return results;
}

async function letterOf(address: string, ledger: Ledger, id: string): Promise<Letter | undefined> {
  const response = await ask(address, ledger, `letters/${id}`);
  const body: unknown = await response.json();
  return response.status === 200 ? letterSchema.parse(body) : undefined;
}

async function lettersOf(address: string, ledger: Ledger): Promise<readonly (Letter | undefined)[]> {
  const kept = [...ledger.letters].filter((id) => !ledger.deleted.has(id));
  const singles = await inGroups(kept, (id) => letterOf(address, ledger, id));
  const batches = await inGroups([...ledger.batches], async ([id, files]) => {
    const response = await ask(address, ledger, `batches/${id}/letters?limit=500`);
    const body: unknown = await response.json();
    const letters = response.status === 200 ? pageSchema.parse(body).letters : [];
    // One too many is as wrong as one too few: both count as lost.
    return [...letters.slice(0, files), ...Array.from({ length: Math.abs(files - letters.length) }, () => undefined)];
  });
  return [...singles, ...batches.flat()];
}

const isFinal = (letter: Letter | undefined): boolean => letter?.state !== 'waiting' && letter?.state !== 'reading';

/** Whether something can't be had that must be there: the file of every letter, and the report of those that were read. */
async function isHollow(address: string, ledger: Ledger, { id, state }: Letter): Promise<boolean> {
  const parts = state === 'done' ? ['original', 'report'] : ['original'];
  const answers = await Promise.all(parts.map((part) => ask(address, ledger, `letters/${id}/${part}`)));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  return answers.some(({ status }) => status !== 200);
}

/** Waits until every letter of the ledger is done or failed, and looks at each. */
export async function checkLedger(address: string, ledger: Ledger, patienceSeconds: number): Promise<Balance> {
  const until = performance.now() + patienceSeconds * 1000;
  let letters = await lettersOf(address, ledger);
  while (!letters.every(isFinal) && performance.now() < until) {
    await pause(500);
    // What has ended is not asked for again: of thousands, that took longer than reading them.
    letters = await inGroups(letters, async (letter) =>
      letter === undefined || isFinal(letter) ? letter : letterOf(address, ledger, letter.id),
    );
  }
  const there = letters.filter((letter) => letter !== undefined);
  const ends = new Map<string, number>();
  for (const { state, problem } of there) {
    const end = problem === undefined ? state : `${state} ${problem.code}`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const hollow = (await inGroups(there, (letter) => isHollow(address, ledger, letter))).filter(Boolean).length;
  const undead = await inGroups([...ledger.deleted], (id) => letterOf(address, ledger, id));
  return {
    taken: letters.length,
    ends,
    lost: letters.length - there.length,
    hollow,
    unfinished: letters.filter((one) => !isFinal(one)).length,
    deleted: ledger.deleted.size,
    undead: undead.filter((letter) => letter !== undefined).length,
  };
}

/** Two ledgers' balances as one. */
export const addBalances = (one: Balance, other: Balance): Balance => ({
  taken: one.taken + other.taken,
  ends: new Map(
    [...new Set([...one.ends.keys(), ...other.ends.keys()])].map((end) => [
      end,
      (one.ends.get(end) ?? 0) + (other.ends.get(end) ?? 0),
    ]),
  ),
  lost: one.lost + other.lost,
  hollow: one.hollow + other.hollow,
  unfinished: one.unfinished + other.unfinished,
  deleted: one.deleted + other.deleted,
  undead: one.undead + other.undead,
});

/** How many letters were ended more than once, by the logs of all processes. */
export function countTwice(logs: readonly string[]): number {
  const seen = new Map<string, number>();
  for (const [, id = ''] of logs.join('\n').matchAll(/"event":"letter-(?:read|failed)","letter":"([\w-]+)"/g))
    seen.set(id, (seen.get(id) ?? 0) + 1);
  return [...seen.values()].filter((times) => times > 1).length;
}
