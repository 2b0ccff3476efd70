import { execFileSync } from 'node:child_process';

/** Tests that start the program run the built files, so the build must be of today's sources. */
export default function buildOnce(): void {
  if (process.env['NO_BUILD'] !== undefined) return; // for a quick run of tests that start nothing
  execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
