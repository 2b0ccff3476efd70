import type { Clock } from '../seam/clock.ts';
import type { Queue } from '../seam/queue.ts';
import type { BatchStore, LetterStore } from '../seam/store.ts';
import { createBatchStore } from './store-batches.ts';
import { memoryJournal } from './store-journal.ts';
import { createLetterStore } from './store-letters.ts';
import { createQueue } from './store-queue.ts';
import { emptyTables, type Tables } from './store-tables.ts';

export type Store = {
  readonly letters: LetterStore;
  readonly batches: BatchStore;
  readonly queue: Queue;
  close(): Promise<void>;
};

function createStore(tables: Tables, clock: Clock): Store {
  return {
    letters: createLetterStore(tables),
    batches: createBatchStore(tables),
    queue: createQueue(tables, clock),
    close: () => tables.journal.close(),
  };
}

/** Everything in memory, gone with the process. */
export const createMemoryStore = (clock: Clock): Store => createStore(emptyTables(memoryJournal), clock);
