import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL server of this test's own. */
export type ThrowAwayPostgres = {
  readonly url: string;
  readonly pid: number;
  /** Where it keeps everything. */
  readonly folder: string;
  stop(): Promise<void>;
};

/** Where Debian and others put the programs that start a server, which are not on everybody's path. */
function programs(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a));
  const folders = [...newest.map((version) => `/usr/lib/postgresql/${version}/bin`), ...pathFolders()];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')));
}

const pathFolders = (): readonly string[] => (process.env['PATH'] ?? '').split(path.delimiter);

/**
 * Whether tests can have a PostgreSQL: one that `DATABASE_URL_TEST` names, or one they start. With CI set it counts as
 * there: when it is missing they fail instead of being left out.
 */
export const hasPostgres = (): boolean =>
  process.env['CI'] !== undefined || process.env['DATABASE_URL_TEST'] !== undefined || programs() !== undefined;

/** What to call tests that were left out. */
export const withPostgres = hasPostgres()
  ? 'PostgreSQL'
  : 'PostgreSQL (left out: install postgresql, or set DATABASE_URL_TEST to the address of an empty database)';

const nobody = 65_534;
const isRoot = (): boolean => process.getuid?.() === 0;

/** Starts an empty server on a socket in a folder of its own; as nobody when we are root, whom it refuses. */
export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const bin = programs();
  if (bin === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = mkdtempSync(path.join(tmpdir(), 'pg-'));
  if (isRoot()) chownSync(folder, nobody, nobody);
  const as = { cwd: folder, ...(isRoot() ? { uid: nobody, gid: nobody } : {}) };
  const data = path.join(folder, 'data');
  execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'refusals', '-A', 'trust', '--no-sync'], {
    ...as,
    stdio: 'ignore',
  });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=60', 'fsync=off'];
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    server.stderr.on('data', (text) => String(text).includes('ready to accept connections') && resolve());
    server.on('exit', () => reject(new Error('PostgreSQL did not start')));
  });
  return {
    pid: server.pid ?? 0,
    folder,
    url: `postgres://refusals@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
