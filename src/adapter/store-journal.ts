import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
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

/** For tests and for `forget everything` runs: nothing is kept. */
export const memoryJournal: Journal = { append: async () => {}, close: async () => {} };

/** Entries of a journal file in order. The last line may be cut off by a crash: it was never answered for, so it is left out. */
export async function readJournal(path: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n');
  lines.pop();
  return lines.filter((line) => line !== '').flatMap((line): JournalEntry[] => lineSchema.parse(JSON.parse(line)));
}

/** Opens a journal for writing after writing it anew with `entries` only, so that it doesn't grow for ever. */
export async function openJournal(path: string, entries: readonly JournalEntry[]): Promise<Journal> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = await open(`${path}.new`, 'w', 0o600);
  await fresh.writeFile(entries.map((entry) => `${JSON.stringify([entry])}\n`).join(''));
  await fresh.sync();
  await fresh.close();
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
  return createWriter(await open(path, 'a', 0o600));
}

/** Callers that come while a write is under way share the next one: one sync for all of them. */
function createWriter(file: FileHandle): Journal {
  let waiting: { line: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await file.appendFile(group.map(({ line }) => line).join(''));
        await file.datasync();
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    running = undefined;
  }

  return {
    append: (entries) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ line: `${JSON.stringify(entries)}\n`, resolve, reject });
        running ??= run();
      }),
    close: async () => {
      await running;
      await file.close();
    },
  };
}

/** Makes a rename outlive a power cut. Not every file system can; then the rename itself has to do. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
