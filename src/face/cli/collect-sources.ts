import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../model/failure.ts';
import type { Source } from '../../seam/reader.ts';

/** A letter to come: its name, and how to get its bytes when its turn comes. */
export type Entry = { readonly name: string; readonly load: () => Promise<Uint8Array> };

/** Files that lie beside letters and are none. */
const skipped = new Set(['.yaml', '.yml', '.json', '.jsonl', '.md']);

/**
 * The files that the arguments name. A folder is read recursively in name order; hidden files and data files in it are
 * passed over. `-` is standard input. Throws a Failure for a path that isn't there.
 */
export function collectEntries(paths: readonly string[], stdin: () => Promise<Uint8Array>): readonly Entry[] {
  return paths.flatMap((given): readonly Entry[] => {
    if (given === '-') return [{ name: '-', load: stdin }];
    const stat = statSync(given, { throwIfNoEntry: false });
    if (stat === undefined)
      throw new Failure('request-invalid', `There is no file or folder "${given}". Check the path.`);
    if (!stat.isDirectory()) return [{ name: path.basename(given), load: () => loadFile(given) }];
    return listFolder(given).map((file) => ({ name: file, load: () => loadFile(path.join(given, file)) }));
  });
}

function listFolder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.') && !skipped.has(path.extname(entry.name).toLowerCase()),
    )
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort((one, other) => (one < other ? -1 : 1));
}

async function loadFile(file: string): Promise<Uint8Array> {
  return readFileSync(file);
}

export async function toSource(entry: Entry, password?: string): Promise<Source> {
  const bytes = await entry.load();
  return { name: entry.name, bytes, ...(password === undefined ? {} : { password }) };
}
