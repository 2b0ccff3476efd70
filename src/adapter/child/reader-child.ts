import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadingLimits, ReadingSettings } from '../reading-settings.ts';
import { type Containment, childEnvironment } from './containment.ts';
import { type ChildTask, type FromChild, fromChildSchema, type ToChild } from './messages.ts';
import { processorSeconds } from './processor-time.ts';

export type Answer = Extract<FromChild, { tell: 'read' | 'drawn' | 'failed' }>;

/** How a task ended: with an answer; over its limits; or with the child's death, by its own doing or from outside. */
export type Outcome =
  | { readonly end: 'answered'; readonly answer: Answer }
  | { readonly end: 'over-limit' | 'crashed' | 'killed-from-outside' | 'stopped' };

/** One process that reads letters, one at a time. */
export type ReaderChild = {
  readonly carryOut: (task: ChildTask, progress: (done: number, total: number) => void) => Promise<Outcome>;
  /** Ends the process at once and resolves when it is gone; a task under way ends as `stopped`. */
  readonly stop: () => Promise<void>;
  readonly isAlive: () => boolean;
};

const nodeFlags = ['--max-old-space-size=384', '--disallow-code-generation-from-strings', '--no-warnings'];
const watchEvery = 200;
/** Sent by an operator or the kernel, not by a fault of the process. */
const outsideSignals: readonly (string | null)[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'];

type Running = {
  readonly settle: (outcome: Outcome) => void;
  readonly progress: (done: number, total: number) => void;
  ocrPages: number;
};

/** Starts a child. It loads its libraries with its first task. */
export function startReaderChild(script: string, settings: ReadingSettings, containment: Containment): ReaderChild {
  const child = spawnReader(script, containment);
  const gone = endingOf(child);
  let running: Running | undefined;
  let alive = true;
  const end = (outcome: Outcome): void => {
    const task = running;
    running = undefined;
    idle(child, true);
    task?.settle(outcome);
  };
  const kill = (outcome: Outcome): void => {
    alive = false;
    child.kill('SIGKILL');
    end(outcome);
  };
  child.on('message', (raw) => {
    const parsed = fromChildSchema.safeParse(raw);
    if (!parsed.success) return kill({ end: 'crashed' });
    const message = parsed.data;
    if (message.tell === 'progress') running?.progress(message.done, message.total);
    else if (message.tell === 'ocr') addOcrPage(running, settings.limits);
    else if (message.tell === 'broken') kill({ end: 'crashed' });
    else end({ end: 'answered', answer: message });
  });
  child.on('error', () => kill({ end: 'crashed' }));
  child.on('exit', (_code, signal) => {
    alive = false;
    end(endOf(signal));
  });
  child.send({ settings } satisfies ToChild);
  idle(child, true);
  return {
    isAlive: () => alive,
    stop: () => {
      kill({ end: 'stopped' });
      child.ref();
      return gone;
    },
    carryOut: (task, progress) =>
      new Promise((resolve) => {
        const unwatch = watch(
          child,
          () => running?.ocrPages ?? 0,
          settings.limits,
          () => kill({ end: 'over-limit' }),
        );
        const settle = (outcome: Outcome): void => {
          unwatch();
          resolve(outcome);
        };
        if (!alive) return settle({ end: 'killed-from-outside' });
        running = { settle, progress, ocrPages: 0 };
        idle(child, false);
        child.send({ task } satisfies ToChild, (error) => {
          if (error !== null) kill({ end: 'killed-from-outside' });
        });
      }),
  };
}

function spawnReader(script: string, containment: Containment): ChildProcess {
  // Its neighbour in the build ends whatever tries to open a connection, in the child and in its threads.
  const guard = ['--import', pathToFileURL(join(dirname(script), 'refuse-sockets.js')).href];
  const [command, ...flags] = [...containment.prefix, process.execPath, ...nodeFlags, ...guard, script];
  return spawn(command, flags, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: childEnvironment,
  });
}

/** Resolves when the process has ended, or could not be started. */
function endingOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

function endOf(signal: NodeJS.Signals | null): Outcome {
  if (signal === 'SIGXCPU') return { end: 'over-limit' };
  return { end: outsideSignals.includes(signal) ? 'killed-from-outside' : 'crashed' };
}

function addOcrPage(running: Running | undefined, limits: ReadingLimits): void {
  if (running !== undefined) running.ocrPages = Math.min(running.ocrPages + 1, limits.ocrPages);
}

/** An idle child doesn't keep the program running. */
function idle(child: ChildProcess, isIdle: boolean): void {
  if (isIdle) {
    child.unref();
    child.channel?.unref();
  } else {
    child.ref();
    child.channel?.ref();
  }
}

/** Counts the processor time of the task, not the clock's, for on a busy machine good letters take long too. */
function watch(child: ChildProcess, ocrPages: () => number, limits: ReadingLimits, over: () => void): () => void {
  const { pid } = child;
  const began = performance.now();
  const used = pid === undefined ? undefined : processorSeconds(pid);
  const timer = setInterval(() => {
    const now = pid === undefined ? undefined : processorSeconds(pid);
    const allowed = limits.textSeconds + ocrPages() * limits.ocrSecondsPerPage;
    const busy = now === undefined || used === undefined ? 0 : now - used;
    if (busy > allowed || performance.now() - began > limits.wallSeconds * 1000) over();
  }, watchEvery);
  return () => clearInterval(timer);
}
