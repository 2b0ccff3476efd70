import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Has the command line make a key for an owner of the running service that has these settings. */
export async function makeKey(settings: Readonly<Record<string, string>>, owner: string): Promise<string> {
  const flags = ['--scopes', 'letters:read,letters:write', '--expires', '2099-01-01', '--owner', owner];
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/bin/cli.js', 'keys', 'create', ...flags], {
    env: { PATH: process.env['PATH'], ...settings },
  });
  const key = /rk_[\w-]+/.exec(stdout)?.[0];
  if (key === undefined) throw new Error(`no key was made: ${stdout}`);
  return key;
}
