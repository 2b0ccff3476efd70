import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const lineSchema = z.array(
  z.union([
    z.object({ table: z.string(), id: z.string(), put: z.unknown() }),
    z.object({ table: z.string(), id: z.string(), drop: z.literal(true) }),
  ]),
);

/** One change to a table. The last `put` of an id is what it is now. */
export type JournalEntry = z.infer<typeof lineSchema>[number];

/** Entries of a journal file in order. The last line may be cut off by a crash: it was never answered for, so it is left out. */
export async function readJournal(path: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n');
  lines.pop();
  return lines.filter((line) => line !== '').flatMap((line) => lineSchema.parse(JSON.parse(line)));
}

/** What a table holds after all entries, in the order in which things came. The shape is taken as known: this program wrote it. */
export function playBack<T>(entries: readonly JournalEntry[], name: string): readonly T[] {
  const table = new Map<string, T>();
  const values: Map<string, unknown> = table;
  for (const entry of entries.filter((each) => each.table === name)) {
    if ('drop' in entry) values.delete(entry.id);
    else values.set(entry.id, entry.put);
  }
  return [...table.values()];
}
