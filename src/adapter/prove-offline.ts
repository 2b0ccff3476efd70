import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Files of the build, and letters to read. */
export type OfflineProof = { readonly guard: string; readonly program: string; readonly letters: readonly string[] };

/**
 * Reads letters in a process that ends as soon as anything in it opens a connection or looks up a name, and says
 * whether all were read. Reading processes carry the same guard always.
 */
export async function proveOffline({ guard, program, letters }: OfflineProof): Promise<boolean> {
  const args = ['--import', pathToFileURL(guard).href, program, 'analyze', ...letters, '--format', 'jsonl'];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
    return stdout.trim().split('\n').length === letters.length && !stdout.includes('"problem"');
  } catch {
    return false;
  }
}
