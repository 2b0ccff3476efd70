import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
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

/** Sockets to a network that children hold open now: of Linux's kinds, those that can leave a machine. */
export function networkSockets(): number {
  return ownChildren().reduce((sum, pid) => sum + networkSocketsOf(pid), 0);
}

const networkTables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'] as const;

function networkSocketsOf(pid: number): number {
  try {
    const nodes = new Set(
      networkTables.flatMap((table) => nodesIn(readFileSync(`/proc/${pid}/net/${table}`, 'latin1'))),
    );
    const open = readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
    return open.filter((target) => nodes.has(/^socket:\[(\d+)\]$/.exec(target)?.[1] ?? '')).length;
  } catch {
    return 0;
  }
}

/** The inodes in one of the kernel's tables of sockets: the tenth column. */
function nodesIn(table: string): readonly string[] {
  const rows = table.trim().split('\n').slice(1);
  return rows.flatMap((row) => row.trim().split(/\s+/)[9] ?? []);
}
