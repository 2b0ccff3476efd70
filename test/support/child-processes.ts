import { readFileSync } from 'node:fs';
import { processorSeconds } from '../../src/adapter/child/processor-time.ts';

/**
 * The processes that this thread started and that are alive, as Linux tells; none elsewhere. Other threads' are left
 * out: tests run side by side in the threads of one process.
 */
export function ownChildren(): readonly number[] {
  try {
    return readFileSync('/proc/thread-self/children', 'latin1').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Processor seconds that this process, its children and the ended ones among them have used. */
export function familySeconds(): number {
  return [process.pid, ...ownChildren()].reduce((sum, pid) => sum + (processorSeconds(pid) ?? 0), 0);
}

/** The most megabytes of memory that one child has held at a time so far; 0 without children. */
export function childrenPeak(): number {
  return Math.max(0, ...ownChildren().map(peakOf));
}

function peakOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
