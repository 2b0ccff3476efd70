import type { Clock } from '../../../seam/clock.ts';
import type { Duties } from '../../../seam/duties.ts';
import type { KeyStore } from '../../../seam/key-store.ts';
import type { Queue } from '../../../seam/queue.ts';
import type { BatchStore, LetterStore } from '../../../seam/store.ts';
import type { Database } from '../database.ts';
import { createSqlBatches } from './sql-batches.ts';
import { createSqlDuties } from './sql-duties.ts';
import { createSqlKeys } from './sql-keys.ts';
import { createSqlLetters } from './sql-letters.ts';
import { createSqlQueue } from './sql-queue.ts';

/** Letters, batches, keys, duties and the line of waiting letters, all in one database. */
export type SqlStore = {
  readonly letters: LetterStore;
  readonly batches: BatchStore;
  readonly queue: Queue;
  readonly keys: KeyStore;
  readonly duties: Duties;
};

export const createSqlStore = (database: Database, clock: Clock, leaseSeconds?: number): SqlStore => ({
  letters: createSqlLetters(database),
  batches: createSqlBatches(database),
  queue: createSqlQueue(database, clock, leaseSeconds),
  keys: createSqlKeys(database, clock),
  duties: createSqlDuties(database),
});
