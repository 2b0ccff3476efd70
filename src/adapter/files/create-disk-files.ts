import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StoredFile } from '../../seam/files.ts';
import { checkFileKey } from './file-key.ts';
import type { KeptFiles } from './kept-files.ts';
import { syncFolder } from './sync-folder.ts';
import { writeDurably } from './write-durably.ts';

const isGone = (error: NodeJS.ErrnoException): boolean => error.code === 'ENOENT' || error.code === 'ENOTDIR';

/** Files under a folder, readable by the service's user only. */
export function createDiskFiles(root: string): KeptFiles {
  async function write(key: string, bytes: Uint8Array, fresh: boolean): Promise<boolean> {
    const path = pathOf(key);
    const folder = dirname(path);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    const written = await writeDurably(path, bytes, fresh);
    // A folder that was made just now is an entry of the folder above, which has to last as well.
    if (made !== undefined) await syncFolder(dirname(folder));
    return written;
  }
  const pathOf = (key: string): string => join(root, checkFileKey(key));
  return {
    put: async (key, bytes) => void (await write(key, bytes, false)),
    putNew: (key, bytes) => write(key, bytes, true),
    get: async (key) => {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if (error instanceof Error && isGone(error)) return undefined;
        throw error;
      }
    },
    remove: async (folder) => {
      const path = pathOf(folder);
      await rm(path, { recursive: true, force: true });
      await syncFolder(dirname(path));
    },
    list: () => listFiles(root),
  };
}

async function listFiles(root: string): Promise<readonly StoredFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const found = files.map(async (entry): Promise<readonly StoredFile[]> => {
    const path = join(entry.parentPath, entry.name);
    // A letter may be deleted while the list is made.
    const about = await stat(path).catch(() => undefined);
    const key = path.slice(root.length + 1);
    return about === undefined ? [] : [{ key, bytes: about.size, changed: about.mtime }];
  });
  return (await Promise.all(found)).flat();
}
