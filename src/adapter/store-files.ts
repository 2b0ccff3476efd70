import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files, StoredFile } from '../seam/files.ts';
import { syncFolder } from './store-journal.ts';

/** Files under a folder, readable by the service's user only. */
export function createDiskFiles(root: string): Files {
  const pathOf = (key: string): string => {
    if (!/^[\w-]+(\/[\w.-]+)?$/.test(key) || key.includes('..')) throw new RangeError('not a file key');
    return join(root, key);
  };
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const draft = `${path}.${randomUUID()}.new`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(draft, 'wx', 0o600);
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(draft, path);
      await syncFolder(dirname(path));
    },
    get: async (key) => readFile(pathOf(key)).catch(() => undefined),
    remove: (folder) => rm(pathOf(folder), { recursive: true, force: true }),
    list: () => listFiles(root),
  };
}

async function listFiles(root: string): Promise<readonly StoredFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size, mtime } = await stat(path);
      return { key: path.slice(root.length + 1), bytes: size, changed: mtime };
    }),
  );
}

/** Files in memory, for tests. */
export function createMemoryFiles(): Files {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly changed: Date }>();
  return {
    put: async (key, bytes) => void files.set(key, { bytes, changed: new Date() }),
    get: async (key) => files.get(key)?.bytes,
    remove: async (folder) => {
      for (const key of files.keys()) if (key === folder || key.startsWith(`${folder}/`)) files.delete(key);
    },
    list: async () => [...files].map(([key, { bytes, changed }]) => ({ key, bytes: bytes.length, changed })),
  };
}
