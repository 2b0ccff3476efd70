import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** The processor seconds that a process and its ended children have used, or undefined where the system doesn't tell. */
export function processorSeconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, in brackets, may hold spaces; the times are the 12th to 15th fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0) / ticksPerSecond;
  } catch {
    return undefined;
  }
}
