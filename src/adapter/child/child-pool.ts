import { Failure } from '../../model/failure.ts';
import type { ReadingSettings } from '../reading-settings.ts';
import type { Containment } from './containment.ts';
import type { ChildTask } from './messages.ts';
import { type Answer, type Hearing, type Outcome, type ReaderChild, startReaderChild } from './reader-child.ts';
import { createSlotQueue } from './slot-queue.ts';

export type ChildPoolOptions = {
  readonly size: number;
  readonly settings: ReadingSettings;
  readonly childScript: string;
  readonly contain: () => Promise<Containment>;
  /** After so many tasks a child is replaced. */
  readonly tasksEach?: number;
};

export type ChildPool = {
  /** Waits for a free child and has it carry out a task. Throws a Failure, or the signal's reason. */
  readonly carryOut: (task: ChildTask, signal: AbortSignal, hearing: Hearing) => Promise<Answer>;
  /** Children that are alive. */
  readonly running: () => number;
  readonly close: () => Promise<void>;
};

/** A child is replaced after so many letters or bytes of memory, before small leaks add up. */
const mostLetters = 50;
const mostMemory = 400 * 1024 * 1024;
/** A letter that kills its child twice is to blame; a child that somebody else kills is not the letter's fault. */
const tries = { crashed: 2, 'killed-from-outside': 5 } as const;
/** Files of an archive may have been handed over already: they must not come twice. */
const triesToUnpack = { crashed: 1, 'killed-from-outside': 1 } as const;
/** An error that a library lets slip late must hit the letter it belongs to, not the next. */
const settleTime = 5;

type Slot = { child: ReaderChild | undefined; letters: number };

type Waiter = { readonly signal: AbortSignal; readonly hearing: Hearing };

/** A fixed number of children, and letters that wait for them in the order in which they came. */
export function createChildPool({
  size,
  settings,
  childScript,
  contain,
  tasksEach = mostLetters,
}: ChildPoolOptions): ChildPool {
  const slots: readonly Slot[] = Array.from({ length: Math.max(1, size) }, () => ({ child: undefined, letters: 0 }));
  // A slot whose child is warm, before one that would have to start a child.
  const queue = createSlotQueue(slots, (slot) => slot.child?.isAlive() === true);
  let closed = false;

  const attempt = async (slot: Slot, task: ChildTask, { signal, hearing }: Waiter): Promise<Outcome> => {
    if (slot.child?.isAlive() !== true) {
      const containment = await contain();
      if (closed) return { end: 'stopped' };
      slot.child = startReaderChild(childScript, settings, containment);
      slot.letters = 0;
    }
    const { child } = slot;
    const stop = (): void => void child.stop();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    slot.letters += 1;
    const outcome = await child.carryOut(task, hearing);
    signal.removeEventListener('abort', stop);
    return outcome;
  };

  const answered = (slot: Slot, answer: Answer): Answer => {
    if (slot.letters >= tasksEach || answer.rss >= mostMemory) retire(slot);
    return answer;
  };

  const runOn = async (slot: Slot, task: ChildTask, waiter: Waiter): Promise<Answer> => {
    const ends: Ends = { crashed: 0, 'killed-from-outside': 0 };
    for (;;) {
      if (closed) throw new Failure('busy', 'The service is stopping. Try again in a moment.');
      const outcome = await attempt(slot, ends.crashed > 0 ? carefully(task) : task, waiter);
      waiter.signal.throwIfAborted();
      if (outcome.end === 'answered') return answered(slot, outcome.answer);
      slot.child = undefined;
      countEnd(ends, outcome.end, task.ask === 'unpack' ? triesToUnpack : tries);
    }
  };

  return {
    async carryOut(task, signal, hearing) {
      signal.throwIfAborted();
      const slot = await queue.take(signal);
      try {
        return await runOn(slot, task, { signal, hearing });
      } finally {
        setTimeout(() => queue.giveBack(slot), settleTime);
      }
    },
    running: () => slots.filter(({ child }) => child?.isAlive() === true).length,
    async close() {
      closed = true;
      await Promise.all(slots.flatMap(({ child }) => (child === undefined ? [] : [child.stop()])));
    },
  };
}

type Ends = { crashed: number; 'killed-from-outside': number };

/** Counts an end after which a letter is tried once more; throws when it has been tried enough. */
function countEnd(ends: Ends, end: Exclude<Outcome['end'], 'answered'>, most: Readonly<Ends>): void {
  if (end === 'over-limit') throw overLimit();
  // Stopped together with the pool: the next turn says so.
  if (end === 'stopped') return;
  ends[end] += 1;
  if (ends[end] >= most[end]) throw unreadable();
}

function carefully(task: ChildTask): ChildTask {
  if (task.ask === 'unpack') return task;
  return { ...task, source: { ...task.source, careful: true } };
}

function retire(slot: Slot): void {
  void slot.child?.stop();
  slot.child = undefined;
}

function overLimit(): Failure {
  return new Failure(
    'timed-out',
    'Reading this file took too long. Give only the pages of the letter, or photograph them.',
  );
}

function unreadable(): Failure {
  return new Failure(
    'file-unreadable',
    'This file is damaged or built to do harm, and could not be read. Save it again as a PDF, or photograph the letter.',
  );
}
