/** A fixed number of things, lent to one asker at a time, in the order in which they asked. */
export type SlotQueue<T> = {
  /** The free thing that `best` likes most, or the next that is given back. Rejects with the signal's reason. */
  readonly take: (signal: AbortSignal) => Promise<T>;
  readonly giveBack: (slot: T) => void;
};

export function createSlotQueue<T>(slots: readonly T[], best: (slot: T) => boolean): SlotQueue<T> {
  const free = [...slots];
  const waiting: ((slot: T) => void)[] = [];

  const wait = (signal: AbortSignal): Promise<T> =>
    new Promise((resolve, reject) => {
      const begin = (slot: T): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(slot);
      };
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(begin), 1);
        reject(signal.reason);
      };
      waiting.push(begin);
      signal.addEventListener('abort', giveUp, { once: true });
    });

  return {
    take: async (signal) => {
      const [slot] = free.splice(Math.max(0, free.findIndex(best)), 1);
      return slot ?? wait(signal);
    },
    giveBack: (slot) => {
      const next = waiting.shift();
      if (next === undefined) free.push(slot);
      else next(slot);
    },
  };
}
