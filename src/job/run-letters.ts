import { batchTopic, letterTopic, workTopic } from '../seam/events.ts';
import type { Lease, Room } from '../seam/queue.ts';
import { runLetter } from './run-letter.ts';
import type { Tools } from './tools.ts';

const pollMilliseconds = 2000;
const heartbeatMilliseconds = 10_000;

export type RunnerLimits = {
  /** Letters read at the same time. One single upload more is read beside them, so that none waits for a batch. */
  readonly slots: number;
  /** Milliseconds that one letter may take. */
  readonly mostMilliseconds: number;
};

export type Runner = {
  /** Stops taking letters, gives those under way `graceMilliseconds`, then puts them back in line. */
  stop(graceMilliseconds: number): Promise<void>;
};

type Work = {
  readonly control: AbortController;
  readonly done: Promise<void>;
  readonly room: Room;
  readonly alone: boolean;
};

type Place = { readonly room: Room; readonly free: number };

/** What there is room for beside what is under way, or nothing. */
function roomBeside(running: ReadonlyMap<string, Work>, slots: number): Place | undefined {
  const works = [...running.values()];
  if (works.some(({ alone }) => alone)) return undefined;
  const shared = works.filter(({ room }) => room !== 'express').length;
  if (shared < slots) return { room: works.length === 0 ? 'empty' : 'shared', free: slots - shared };
  return works.length === shared ? { room: 'express', free: 1 } : undefined;
}

/** Reads one letter, within its time, and stops at once when the letter is deleted. */
async function runGuarded(tools: Tools, lease: Lease, control: AbortController, milliseconds: number): Promise<void> {
  const { id, owner, batch } = lease.letter;
  const timer = setTimeout(() => control.abort(new DOMException('took too long', 'TimeoutError')), milliseconds);
  const look = async (): Promise<void> => {
    if ((await tools.letters.find(owner, { id })) === undefined) control.abort('deleted');
  };
  tools.events.publish(letterTopic(id));
  // When the store can't be asked, the end of the job shows whether the letter is still there.
  const unsubscribe = tools.events.subscribe(letterTopic(id), () => void look().catch(() => undefined));
  await runLetter(tools, lease, control.signal);
  clearTimeout(timer);
  unsubscribe();
  tools.events.publish(letterTopic(id));
  if (batch !== undefined) tools.events.publish(batchTopic(batch));
}

/** Reads letters as they come, until stopped. */
export function startRunner(tools: Tools, limits: RunnerLimits): Runner {
  const running = new Map<string, Work>();
  let open = true;
  let filling: Promise<void> | undefined;
  let again = false;
  // Whether a single upload may be waiting: it is not asked for after every letter of a batch.
  let upload = true;

  function start(lease: Lease, room: Room): void {
    const control = new AbortController();
    const done = runGuarded(tools, lease, control, limits.mostMilliseconds).finally(() => {
      running.delete(lease.token);
      void fill(room === 'express');
    });
    running.set(lease.token, { control, done, room, alone: lease.alone === true });
  }

  /** Takes letters while there is room. One at a time: who comes meanwhile makes it look once more. */
  function fill(withUpload: boolean): Promise<void> {
    again = true;
    upload ||= withUpload;
    filling ??= take().finally(() => {
      filling = undefined;
    });
    return filling;
  }

  function nextPlace(): Place | undefined {
    const place = again && open ? roomBeside(running, limits.slots) : undefined;
    return place?.room === 'express' && !upload ? undefined : place;
  }

  async function fillPlace({ free, room }: Place): Promise<void> {
    again = false;
    if (room === 'express') upload = false;
    const leases = await tools.queue.claim(free, room);
    for (const lease of leases) {
      // Told to stop while it was asking: the letter goes back in line untouched.
      if (open) start(lease, room);
      else await tools.queue.release(lease.token, 0);
    }
    // All places taken: there is still the one for single uploads.
    again ||= leases.length === free;
  }

  async function take(): Promise<void> {
    try {
      for (let place = nextPlace(); place !== undefined; place = nextPlace()) await fillPlace(place);
    } catch {
      tools.log('claim-failed');
    }
  }

  const beat = (): Promise<void> => extendLeases(tools, running).catch(() => tools.log('heartbeat-failed'));
  const unsubscribe = tools.events.subscribe(workTopic, () => void fill(true));
  const poll = setInterval(() => void fill(true), pollMilliseconds);
  const heartbeat = setInterval(() => void beat(), heartbeatMilliseconds);
  void fill(true);

  return {
    stop: async (graceMilliseconds) => {
      open = false;
      unsubscribe();
      clearInterval(poll);
      await filling;
      await finishAll([...running.values()], graceMilliseconds);
      clearInterval(heartbeat);
    },
  };
}

/** Waits for what is under way, and puts it back in line when the time is over. */
async function finishAll(works: readonly Work[], graceMilliseconds: number): Promise<void> {
  const timer = setTimeout(() => {
    for (const { control } of works) control.abort('shutdown');
  }, graceMilliseconds);
  await Promise.allSettled(works.map(({ done }) => done));
  clearTimeout(timer);
}

/** Says that the work goes on, and ends what somebody else has taken over. */
async function extendLeases(tools: Tools, running: ReadonlyMap<string, Work>): Promise<void> {
  const held = [...running.keys()];
  if (held.length === 0) return;
  const good = new Set(await tools.queue.extend(held));
  for (const token of held) if (!good.has(token)) running.get(token)?.control.abort('lost');
}
