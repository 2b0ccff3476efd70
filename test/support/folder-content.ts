import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every byte of every file under a folder, one letter each, to search for what must or must not be there. */
export const folderContent = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
