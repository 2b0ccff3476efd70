import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './sync-folder.ts';

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Gives a finished draft its name unless that is taken. Not every file system has links; then a copy has to do. */
async function nameNew(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(String(codeOf(error)))) throw error;
    await copyFile(draft, path, constants.COPYFILE_EXCL);
  }
}

/**
 * Writes a file so that a crash leaves the whole of it or nothing. With `fresh`, one that is there stays as it is and
 * false is given.
 */
export async function writeDurably(path: string, bytes: Uint8Array | string, fresh: boolean): Promise<boolean> {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (fresh) await nameNew(draft, path);
    else await rename(draft, path);
  } catch (error) {
    if (fresh && codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}
