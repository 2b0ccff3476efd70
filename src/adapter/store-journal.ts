import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** One change to a table. The last `put` of an id is what it is now. */
export type JournalEntry =
  | { readonly table: string; readonly id: string; readonly put: unknown }
  | { readonly table: string; readonly id: string; readonly drop: true };

export type Journal = {
  /** Durable when it returns. Entries of one call are all there after a crash, or none: they are one line. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  close(): Promise<void>;
};

const lineSchema = z.array(
  z.union([
    z.object({ table: z.string(), id: z.string(), put: z.unknown() }),
    z.object({ table: z.string(), id: z.string(), drop: z.literal(true) }),
  ]),
);

/** Nothing is kept. */
export const memoryJournal: Journal = { append: async () => {}, close: async () => {} };

/** Entries of a journal file in order. The last line may be cut off by a crash: it was never answered for, so it is left out. */
export async function readJournal(path: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n');
  lines.pop();
  return lines.filter((line) => line !== '').flatMap((line): JournalEntry[] => lineSchema.parse(JSON.parse(line)));
}
