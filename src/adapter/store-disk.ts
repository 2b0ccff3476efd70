import { join } from 'node:path';
import type { Clock } from '../seam/clock.ts';
import type { Queue } from '../seam/queue.ts';
import type { BatchStore, LetterStore } from '../seam/store.ts';
import { createBatchStore } from './store-batches.ts';
import { memoryJournal, openJournal, readJournal } from './store-journal.ts';
import { createLetterStore } from './store-letters.ts';
import { createQueue } from './store-queue.ts';
import { emptyTables, replay, snapshot, type Tables } from './store-tables.ts';

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

/** Everything in memory and in one journal file under `folder`. One process at a time. */
export async function openDiskStore(folder: string, clock: Clock): Promise<Store> {
  const path = join(folder, 'store.jsonl');
  const before = emptyTables(memoryJournal);
  replay(await readJournal(path), before);
  const journal = await openJournal(path, snapshot(before));
  return createStore({ ...before, journal }, clock);
}
