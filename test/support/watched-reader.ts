import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { testPoolOptions } from './test-pool.ts';

/** The real reader in a folder of its own. `ground` is its working folder, `temp` its temp folder: both can be looked into at the end. */
export type WatchedReader = { readonly childScript: string; readonly ground: string; readonly temp: string };

/** What stands in `ground` before anything is read. */
export const watchedFiles = ['package.json', 'reader.mjs', 'refuse-sockets.js', 'temp'] as const;

/** Sets a reader up whose every file would be seen: a child gets no environment of ours, so its folders are set in its script. */
export function makeWatchedReader(): WatchedReader {
  const ground = mkdtempSync(path.join(tmpdir(), 'hostile-'));
  const temp = path.join(ground, 'temp');
  mkdirSync(temp);
  const real = path.dirname(testPoolOptions.childScript);
  const built = (name: string): string => pathToFileURL(path.join(real, name)).href;
  const childScript = path.join(ground, 'reader.mjs');
  writeFileSync(
    childScript,
    `process.env.TMPDIR = ${JSON.stringify(temp)}; process.chdir(${JSON.stringify(ground)}); await import('${built('reader.js')}');`,
  );
  writeFileSync(path.join(ground, 'refuse-sockets.js'), `import '${built('refuse-sockets.js')}';`);
  writeFileSync(path.join(ground, 'package.json'), '{ "type": "module" }');
  return { childScript, ground, temp };
}
