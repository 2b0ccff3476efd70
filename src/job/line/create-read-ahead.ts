import type { Lease } from '../../seam/queue.ts';
import type { Tools } from '../tools.ts';

/** Letters that were taken in advance, in their order. */
export type ReadAhead = {
  add(leases: readonly Lease[]): void;
  next(): Lease | undefined;
  tokens(): readonly string[];
  /** Forgets what somebody else has taken over. */
  drop(tokens: ReadonlySet<string>): void;
  /** Gives back what has waited for so long, all of it after 0 milliseconds, and says how many that were. Never throws. */
  giveBack(afterMilliseconds: number): Promise<number>;
};

export function createReadAhead({ queue, clock, log }: Pick<Tools, 'queue' | 'clock' | 'log'>): ReadAhead {
  let waiting: readonly { readonly lease: Lease; readonly since: number }[] = [];
  return {
    add: (leases) => {
      const since = clock.elapsed();
      waiting = [...waiting, ...leases.map((lease) => ({ lease, since }))];
    },
    next: () => {
      const [first, ...rest] = waiting;
      waiting = rest;
      return first?.lease;
    },
    tokens: () => waiting.map(({ lease }) => lease.token),
    drop: (tokens) => {
      waiting = waiting.filter(({ lease }) => !tokens.has(lease.token));
    },
    giveBack: async (afterMilliseconds) => {
      const until = clock.elapsed() - afterMilliseconds;
      const late = waiting.filter(({ since }) => since <= until).map(({ lease }) => lease.token);
      waiting = waiting.filter(({ since }) => since > until);
      // When even that can't be told, their leases run out.
      if (late.length > 0) await queue.giveBack(late).catch(() => log('give-back-failed'));
      return late.length;
    },
  };
}
