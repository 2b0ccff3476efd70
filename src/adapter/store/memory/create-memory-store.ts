import type { Clock } from '../../../seam/clock.ts';
import type { Queue } from '../../../seam/queue.ts';
import type { BatchStore, LetterStore } from '../../../seam/store.ts';
import { createBatchStore } from './memory-batches.ts';
import { createLetterStore } from './memory-letters.ts';
import { createQueue } from './memory-queue.ts';
import { emptyTables } from './memory-tables.ts';

export type MemoryStore = { readonly letters: LetterStore; readonly batches: BatchStore; readonly queue: Queue };

/** Everything in memory, gone with the process. */
export function createMemoryStore(clock: Clock): MemoryStore {
  const tables = emptyTables();
  return {
    letters: createLetterStore(tables),
    batches: createBatchStore(tables),
    queue: createQueue(tables, clock),
  };
}
