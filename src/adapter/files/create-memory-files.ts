import type { Files } from '../../seam/files.ts';

/** Files in memory, gone with the process. */
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
