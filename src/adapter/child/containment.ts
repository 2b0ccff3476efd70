import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

/** One protection of the processes that read letters. */
export type Measure = 'dies-with-parent' | 'no-new-privileges' | 'limits' | 'no-network';
export type Containment = {
  /** What stands before the command that is contained. */
  readonly prefix: readonly string[];
  readonly active: readonly Measure[];
  readonly missing: readonly Measure[];
};

type Wrapper = { readonly measures: readonly Measure[]; readonly ways: readonly (readonly string[])[] };

const gibibyte = 1024 ** 3;
/** The processor seconds of a child's whole life: the net under the pool's own count for each letter. */
const lifetimeSeconds = 1800;

const wrappers: readonly Wrapper[] = [
  { measures: ['dies-with-parent', 'no-new-privileges'], ways: [['setpriv', '--pdeathsig', 'KILL', '--no-new-privs']] },
  {
    measures: ['limits'],
    ways: [
      [
        'prlimit',
        `--data=${gibibyte}`,
        `--cpu=${lifetimeSeconds}:${lifetimeSeconds + 10}`,
        '--fsize=0',
        '--core=0',
        '--nofile=256',
      ],
    ],
  },
  {
    measures: ['no-network'],
    ways: [
      ['unshare', '-n'],
      ['unshare', '-rn'],
    ],
  },
];

const folders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/usr/local/bin'];
/** The only environment a child gets. */
export const childEnvironment = { PATH: folders.join(':'), LANG: 'C.UTF-8' } as const;

/** Finds out, by trying, which of the system's tools can contain a process here. */
export async function findContainment(): Promise<Containment> {
  const prefix: string[] = [];
  const active: Measure[] = [];
  const missing: Measure[] = [];
  for (const { measures, ways } of wrappers) {
    const way = await firstThatWorks(ways);
    if (way === undefined) {
      missing.push(...measures);
    } else {
      prefix.push(...way);
      active.push(...measures);
    }
  }
  return { prefix, active, missing };
}

async function firstThatWorks(ways: readonly (readonly string[])[]): Promise<readonly string[] | undefined> {
  for (const [name = '', ...flags] of ways) {
    const tool = folders.map((folder) => `${folder}/${name}`).find((path) => existsSync(path));
    if (tool === undefined) continue;
    try {
      await promisify(execFile)(tool, [...flags, 'true'], { env: childEnvironment, timeout: 5000 });
      return [tool, ...flags];
    } catch {
      // Refused here, e.g. in a container without the right: the next way, or none.
    }
  }
  return undefined;
}
