import type { Clock } from '../../../seam/clock.ts';

/** Owners that haven't been read for are forgotten beyond this many. */
const mostOwners = 1000;

/** Whose turn it is: the owner for whom this process has read the shortest time comes first. */
export type Turns = {
  begin(token: string, owner: string): void;
  end(token: string): void;
  /** The owners known here, who comes first first. Anyone else comes before them all. */
  order(): readonly string[];
};

/**
 * Counts the time that each owner's letters took, finished or not, so that somebody whose letters take long doesn't keep
 * the others waiting. Whoever comes anew starts level with the one who had least, not with a claim on all that was
 * missed.
 */
export function createTurns(clock: Clock): Turns {
  const spent = new Map<string, number>();
  const started = new Map<string, { readonly owner: string; readonly at: number }>();

  const floor = (): number => (spent.size === 0 ? 0 : Math.min(...spent.values()));
  return {
    begin: (token, owner) => {
      const before = spent.get(owner) ?? floor();
      // The last to come goes to the end of the map, so that the ones long gone are forgotten first.
      spent.delete(owner);
      spent.set(owner, before);
      started.set(token, { owner, at: clock.elapsed() });
      const oldest = spent.keys().next().value;
      if (spent.size > mostOwners && oldest !== undefined) spent.delete(oldest);
    },
    end: (token) => {
      const work = started.get(token);
      if (work === undefined) return;
      started.delete(token);
      // At least something, so that quick letters take turns too.
      const took = Math.max(1, clock.elapsed() - work.at);
      spent.set(work.owner, (spent.get(work.owner) ?? floor()) + took);
    },
    order: () => [...spent].toSorted((a, b) => a[1] - b[1]).map(([owner]) => owner),
  };
}
