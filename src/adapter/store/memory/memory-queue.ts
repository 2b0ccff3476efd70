import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../seam/clock.ts';
import {
  type JobEnd,
  type Lease,
  type LetterProblem,
  type Queue,
  type Room,
  usualLeaseSeconds,
} from '../../../seam/queue.ts';
import type { LetterRecord } from '../../../seam/store.ts';
import { keepLetter, type Tables } from './memory-tables.ts';

const leaseMilliseconds = 1000 * usualLeaseSeconds;

/** Owners of whom a single upload is being read. */
const ownersWithSingle = (tables: Tables, held: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    [...held]
      .flatMap((id) => tables.letters.get(id) ?? [])
      .flatMap((one) => (one.batch === undefined ? one.owner : [])),
  );

/** Letters nobody holds that may be taken now: single uploads first, then those of batches, each in the order they came. */
function takeable(
  tables: Tables,
  { now, limit, room, atOnce }: { now: number; limit: number; room: Room; atOnce: number },
): readonly LetterRecord[] {
  const held = new Set([...tables.leases.values()].map(({ letter }) => letter));
  // The place for single uploads is for who has none in hand.
  const busy = room === 'express' ? ownersWithSingle(tables, held) : new Set<string>();
  const mayTake = ({ id, owner }: LetterRecord): boolean =>
    !held.has(id) && !busy.has(owner) && (tables.notBefore.get(id) ?? 0) <= now;
  const found: LetterRecord[] = [];
  const singles = [...tables.openSingles].flatMap((id) => tables.letters.get(id) ?? []).some(mayTake);
  const most = singles ? Math.min(limit, atOnce) : limit;
  for (const open of room === 'express' ? [tables.openSingles] : [tables.openSingles, tables.openBatched]) {
    for (const id of open) {
      if (found.length >= most) return found;
      const letter = tables.letters.get(id);
      if (letter !== undefined && mayTake(letter)) found.push(letter);
    }
  }
  return found;
}

function finish(before: LetterRecord, end: JobEnd, finished: string): LetterRecord {
  const { problem: _, ...letter } = before;
  if (end.state === 'failed') return { ...letter, state: 'failed', problem: end.problem, finished };
  const { found, pages } = end;
  return { ...letter, state: 'done', found, pagesDone: pages, pagesTotal: pages, finished };
}

/** The letter of a lease that still holds. */
function heldLetter(tables: Tables, token: string): LetterRecord | undefined {
  const lease = tables.leases.get(token);
  return lease === undefined ? undefined : tables.letters.get(lease.letter);
}

type Cancel = {
  readonly owner: string;
  readonly batch: string;
  readonly problem: LetterProblem;
  readonly finished: string;
};

function cancel(tables: Tables, { owner, batch, problem, finished }: Cancel): number {
  const held = new Set([...tables.leases.values()].map(({ letter }) => letter));
  const open = [...tables.openBatched].flatMap((id) => tables.letters.get(id) ?? []);
  const waiting = open.filter((one) => one.owner === owner && one.batch === batch && !held.has(one.id));
  const ended = waiting.map((letter) => finish(letter, { state: 'failed', problem }, finished));
  for (const letter of ended) keepLetter(tables, letter);
  return ended.length;
}

/** What can be done by whoever holds a letter. */
function createHold(tables: Tables, clock: Clock): Pick<Queue, 'extend' | 'complete' | 'release' | 'giveBack'> {
  return {
    extend: async (tokens) =>
      tokens.filter((token) => {
        const lease = tables.leases.get(token);
        if (lease !== undefined) lease.until = clock.elapsed() + leaseMilliseconds;
        return lease !== undefined;
      }),
    complete: async (token, end) => {
      const letter = heldLetter(tables, token);
      tables.leases.delete(token);
      if (letter === undefined) return false;
      keepLetter(tables, finish(letter, end, clock.now().toISOString()));
      return true;
    },
    release: async (token, waitSeconds) => {
      const letter = heldLetter(tables, token);
      tables.leases.delete(token);
      if (letter === undefined) return;
      tables.notBefore.set(letter.id, clock.elapsed() + waitSeconds * 1000);
      keepLetter(tables, { ...letter, state: 'waiting', pagesDone: 0 });
    },
    giveBack: async (tokens) => {
      for (const token of tokens) {
        const letter = heldLetter(tables, token);
        tables.leases.delete(token);
        if (letter !== undefined) keepLetter(tables, { ...letter, state: 'waiting', attempts: letter.attempts - 1 });
      }
    },
  };
}

/** The line of waiting letters of the store in memory. */
export function createQueue(tables: Tables, clock: Clock): Queue {
  async function claim(limit: number, room: Room = 'shared', atOnce = limit): Promise<readonly Lease[]> {
    const now = clock.elapsed();
    for (const [token, lease] of tables.leases) if (lease.until < now) tables.leases.delete(token);
    return takeable(tables, { now, limit, room, atOnce }).map((letter): Lease => {
      const token = randomUUID();
      const taken: LetterRecord = { ...letter, state: 'reading', attempts: letter.attempts + 1 };
      keepLetter(tables, taken);
      tables.leases.set(token, { letter: letter.id, until: now + leaseMilliseconds });
      return { token, letter: taken };
    });
  }
  return {
    claim,
    ...createHold(tables, clock),
    settle: async (owner, id, end) => {
      const letter = tables.letters.get(id);
      if (letter?.owner !== owner || letter.state !== 'failed') return false;
      keepLetter(tables, finish(letter, end, clock.now().toISOString()));
      return true;
    },
    cancel: async (owner, batch, problem) =>
      cancel(tables, { owner, batch, problem, finished: clock.now().toISOString() }),
    count: async () => {
      const reading = tables.leases.size;
      return { waiting: tables.openSingles.size + tables.openBatched.size - reading, reading };
    },
    retry: async (owner, id) => {
      const letter = tables.letters.get(id);
      if (letter?.owner !== owner || letter.state !== 'failed') return false;
      const { problem: _, finished: __, ...rest } = letter;
      keepLetter(tables, { ...rest, state: 'waiting', attempts: 0, pagesDone: 0, pagesTotal: 0 });
      return true;
    },
  };
}
