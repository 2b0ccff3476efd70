import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRecord } from '../../../seam/key-store.ts';
import type { BatchRecord, LetterRecord } from '../../../seam/store.ts';
import type { SqlStore } from '../sql/create-sql-store.ts';
import { playBack, readJournal } from './read-journal.ts';

const atOnce = 500;

/** Puts a journal that was taken over aside, so that it isn't taken over again and nothing is lost either. */
async function putAside(path: string): Promise<void> {
  await rename(path, `${path}.imported`).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** Batches and letters of the journal that earlier versions kept. What is known already is left as it is. */
async function importLetters(path: string, { letters, batches }: SqlStore): Promise<number> {
  const entries = await readJournal(path);
  for (const batch of playBack<BatchRecord>(entries, 'batch'))
    if ((await batches.find(batch.owner, batch.id)) === undefined) await batches.open(batch);
  const all = playBack<LetterRecord>(entries, 'letter');
  for (let at = 0; at < all.length; at += atOnce) await letters.accept(all.slice(at, at + atOnce), 'both');
  return all.length;
}

async function importKeys(path: string, { keys }: SqlStore): Promise<void> {
  for (const key of playBack<KeyRecord>(await readJournal(path), 'key'))
    if ((await keys.find(key.id)) === undefined) await keys.add(key);
}

/**
 * Takes over what earlier versions kept in journal files under `folder`. A crash on the way is made good by the next
 * start. Gives how many letters there were.
 */
export async function importJournals(folder: string, store: SqlStore): Promise<number> {
  const [letters, keys] = [join(folder, 'store.jsonl'), join(folder, 'keys.jsonl')];
  const count = await importLetters(letters, store);
  await importKeys(keys, store);
  await putAside(letters);
  await putAside(keys);
  return count;
}
