import { execFileSync } from 'node:child_process';

/** Processor and wall time of a whole command with all its children, in seconds. */
export type CommandTime = { readonly processor: number; readonly wall: number };

/** Runs a command by bash's own `time`, which counts children too. Its output is thrown away. */
export function timeCommand(command: string): CommandTime {
  const script = `TIMEFORMAT='%U %S %R'; time { ${command} ; } >/dev/null 2>/dev/null`;
  const output = execFileSync('bash', ['-c', `{ ${script} ; } 2>&1`], { encoding: 'utf8' });
  const [user = 0, system = 0, wall = 0] = output.trim().split(/\s+/).slice(-3).map(Number);
  return { processor: user + system, wall };
}

/** The median of several runs of the same command, by processor time. */
export function medianTime(command: string, runs: number): CommandTime {
  const times = Array.from({ length: runs }, () => timeCommand(command)).sort(
    (one, other) => one.processor - other.processor,
  );
  return times[Math.floor(times.length / 2)] ?? { processor: 0, wall: 0 };
}

/** Whether a program is installed. */
export function isInstalled(program: string): boolean {
  try {
    execFileSync('bash', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
