import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file and the project's own files that it imports, as paths from the project's root. */
export type Module = { readonly file: string; readonly text: string; readonly imports: readonly string[] };

const specifier = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/** Every TypeScript file of a folder with its imports, type imports too. */
export function readModules(folder: string): readonly Module[] {
  return listSources(folder).map((file) => {
    const text = readFileSync(file, 'utf8');
    const imports = [...text.matchAll(specifier)].map((match) => path.join(path.dirname(file), match[1] ?? ''));
    return { file, text, imports };
  });
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => path.join(folder, file))
    .sort();
}
