import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { processorSeconds } from '../../../src/adapter/child/processor-time.ts';

/** A process of the built program, with what it printed so far. */
export type Running = {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<void>;
  /** Ends it as the system would when memory runs out: nothing of it gets to say a word. Gives its children's ids. */
  kill(): Promise<readonly number[]>;
  /** Asks it to end. */
  stop(): Promise<void>;
};

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`);

/** The processes that a process has started, as Linux tells; none elsewhere. */
export function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** How many of these processes are still there two seconds after their parent was killed. */
export async function countOrphans(pids: readonly number[]): Promise<number> {
  const until = performance.now() + 2000;
  while (pids.some(isAlive) && performance.now() < until) await pause(50);
  return pids.filter(isAlive).length;
}

/** `prefix` stands before the command, and has to become it. */
export function startProcess(
  file: string,
  settings: Readonly<Record<string, string>>,
  prefix: readonly string[] = [],
): Running {
  const [command, ...flags] = [...prefix, process.execPath, `dist/bin/${file}`];
  const child = spawn(command, flags, {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      text += String(piece);
    });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    child,
    ended,
    printed: () => text,
    kill: async () => {
      const children = childrenOf(child.pid ?? 0);
      child.kill('SIGKILL');
      await new Promise<void>((resolve) =>
        (child.exitCode ?? child.signalCode) === null ? child.on('exit', () => resolve()) : resolve(),
      );
      return children;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export type Service = Running & {
  readonly address: string;
  readonly readyMilliseconds: number;
  /** Processor time until then, which a busy machine does not make longer. */
  readonly readySeconds: number;
};

/** Starts the service and waits until it takes letters, or for those words why it is not ready. */
export async function startService(
  settings: Readonly<Record<string, string>>,
  { prefix, unready }: { readonly prefix?: readonly string[]; readonly unready?: string } = {},
): Promise<Service> {
  const begun = performance.now();
  const running = startProcess('server.js', { PORT: '0', ...settings }, prefix);
  let over = false;
  void running.ended.then(() => {
    over = true;
  });
  for (;;) {
    const address = /http:\/\/[\d.:]+/.exec(running.printed())?.[0];
    if (over) throw new Error(`the service ended: ${running.printed().slice(-500)}`);
    const ready = address === undefined ? undefined : await fetch(`${address}/readyz`).catch(() => undefined);
    const because = ready === undefined ? '' : await ready.text();
    if (address !== undefined && (unready === undefined ? ready?.status === 200 : because.includes(unready)))
      return {
        ...running,
        address,
        readyMilliseconds: performance.now() - begun,
        readySeconds: processorSeconds(running.child.pid ?? 0) ?? 0,
      };
    await pause(20);
  }
}
