import { spawnSync } from 'node:child_process';

/**
 * Whether a program of the system is there. Tests that need one are left out without it, and say so by their name. With
 * CI set it counts as there: a part that is missing then fails its tests instead of leaving them out.
 */
export function hasTool(name: string): boolean {
  return process.env['CI'] !== undefined || spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined;
}

/** What the program prints when it is handed bytes on its standard input. */
export function runTool(
  name: string,
  args: readonly string[],
  input: Uint8Array,
  encoding: BufferEncoding = 'utf8',
): string {
  const { stdout } = spawnSync(name, [...args], { input, maxBuffer: 64 * 1024 * 1024 });
  return stdout.toString(encoding);
}
