import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { openPglite } from './open-pglite.ts';

/** A new major version of PostgreSQL can't read what the one before wrote: each has a folder of its own. */
export const clusterName = 'database-pg18';

const atOnce = 16;

async function forAll<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}

export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function copyFolder(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const placeOf = (path: string): string => join(to, relative(from, path));
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of entries)
    if (entry.isDirectory()) await mkdir(placeOf(join(entry.parentPath, entry.name)), { recursive: true, mode: 0o700 });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  await forAll(files, (file) => copyFile(file, placeOf(file), constants.COPYFILE_FICLONE));
}

/** Makes what a folder holds outlive a power cut. Folders of Windows can't be synced, and need not be. */
async function syncAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const all = [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  await forAll(all, (path) => sync(path).catch(() => undefined));
}

/** Copies `template` into the draft, or makes a database from nothing: that takes seconds and much memory. */
async function fill(draft: string, template: string | undefined): Promise<void> {
  if (template !== undefined && (await isThere(template))) {
    await copyFolder(template, draft);
    return;
  }
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const pglite = await openPglite(draft);
  await pglite.close();
}

/**
 * Makes an empty database at `folder` unless there is one. A crash on the way leaves nothing that would be taken for
 * one: it is made beside its place, and the next start clears that away.
 */
export async function makeCluster(folder: string, template?: string): Promise<void> {
  if (await isThere(folder)) return;
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true, mode: 0o700 });
  const left = (await readdir(parent)).filter((name) => name.startsWith(`${basename(folder)}.new-`));
  for (const name of left) await rm(join(parent, name), { recursive: true, force: true });
  const draft = `${folder}.new-${process.pid}`;
  await fill(draft, template);
  await syncAll(draft);
  await rename(draft, folder);
  await sync(parent).catch(() => undefined);
}
