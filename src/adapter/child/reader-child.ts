import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Source } from '../../seam/reader.ts';
import type { ReadingLimits, ReadingSettings } from '../reading-settings.ts';
import { type Containment, childEnvironment } from './containment.ts';
import { type ChildTask, type FromChild, fromChildSchema, type ToChild } from './messages.ts';
import { processorSeconds } from './processor-time.ts';

export type Answer = Extract<FromChild, { tell: 'read' | 'drawn' | 'unpacked' | 'failed' }>;

/** What is heard of a task under way. `file`: one unpacked file; the next comes when it resolves. */
export type Hearing = {
  readonly progress: (done: number, total: number) => void;
  readonly file: (file: Source) => Promise<void>;
};

/** How a task ended: with an answer; over its limits; or with the child's death, by its own doing or from outside. */
export type Outcome =
  | { readonly end: 'answered'; readonly answer: Answer }
  | { readonly end: 'over-limit' | 'crashed' | 'killed-from-outside' | 'stopped' };

/** One process that reads letters, one at a time. */
export type ReaderChild = {
  readonly carryOut: (task: ChildTask, hearing: Hearing) => Promise<Outcome>;
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
  readonly hearing: Hearing;
  /** Begins the count of what may be used anew. */
  readonly restart: () => void;
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
    const outcome = hear(parsed.data, child, running, settings.limits);
    if (outcome?.end === 'answered') end(outcome);
    else if (outcome !== undefined) kill(outcome);
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
    carryOut: (task, hearing) =>
      new Promise((resolve) => {
        const { unwatch, restart } = watch(
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
        running = { settle, hearing, restart, ocrPages: 0 };
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

/** What a message ends the task with, if it does. */
function hear(
  message: FromChild,
  child: ChildProcess,
  running: Running | undefined,
  limits: ReadingLimits,
): Outcome | undefined {
  switch (message.tell) {
    case 'progress':
      running?.hearing.progress(message.done, message.total);
      return undefined;
    case 'ocr':
      addOcrPage(running, limits);
      return undefined;
    case 'file':
      void handOver(child, running, message);
      return undefined;
    case 'broken':
      return { end: 'crashed' };
    default:
      return { end: 'answered', answer: message };
  }
}

/** Gives an unpacked file to whoever waits for it, then asks for the next. A child that is gone by then needs no answer. */
async function handOver(child: ChildProcess, running: Running | undefined, { name, bytes }: Source): Promise<void> {
  await running?.hearing.file({ name, bytes });
  running?.restart();
  if (child.connected) child.send({ next: true } satisfies ToChild, () => undefined);
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
function watch(
  child: ChildProcess,
  ocrPages: () => number,
  limits: ReadingLimits,
  over: () => void,
): { readonly unwatch: () => void; readonly restart: () => void } {
  const usedNow = (): number | undefined => (child.pid === undefined ? undefined : processorSeconds(child.pid));
  let [began, used] = [performance.now(), usedNow()];
  const timer = setInterval(() => {
    const now = usedNow();
    const allowed = limits.textSeconds + ocrPages() * limits.ocrSecondsPerPage;
    const busy = now === undefined || used === undefined ? 0 : now - used;
    if (busy > allowed || performance.now() - began > limits.wallSeconds * 1000) over();
  }, watchEvery);
  const restart = (): void => {
    [began, used] = [performance.now(), usedNow()];
  };
  return { unwatch: () => clearInterval(timer), restart };
}
