import { open } from 'node:fs/promises';

/** Makes a rename or a removal outlive a power cut. Not every file system can; then the change itself has to do. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
