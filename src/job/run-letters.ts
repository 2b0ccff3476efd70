import { batchTopic, letterTopic, workTopic } from '../seam/events.ts';
import { type Lease, type Room, usualLeaseSeconds } from '../seam/queue.ts';
import { createForesight } from './line/create-foresight.ts';
import { createReadAhead, type ReadAhead } from './line/create-read-ahead.ts';
import { isShared, type Place, roomBeside } from './line/room-beside.ts';
import { runLetter } from './run-letter.ts';
import type { Tools } from './tools.ts';

const usualPollMilliseconds = 2000;
/** A letter is said to be read on three times in a lease, and leases that ran out are asked for six times. */
const [beatsInLease, pollsInLease] = [3, 6];

export type RunnerLimits = {
  /** Letters read at the same time. One single upload more is read beside them, so that none waits for a batch. */
  readonly slots: number;
  /** Milliseconds that one letter may take. */
  readonly mostMilliseconds: number;
  /** As the queue has it: half a minute without. */
  readonly leaseSeconds?: number;
};

export type Runner = {
  /** Stops taking letters, gives those under way `graceMilliseconds`, then puts them back in line. */
  stop(graceMilliseconds: number): Promise<void>;
};

type Work = {
  readonly lease: Lease;
  readonly room: Room;
  readonly alone: boolean;
  readonly control: AbortController;
  /** The letter is read and only its end is still being kept. */
  isRead: boolean;
};

type Running = Map<string, Work & { readonly done: Promise<void> }>;

/** Reads one letter, within its time, and stops at once when the letter is deleted. */
async function runGuarded(tools: Tools, work: Work, milliseconds: number, whenRead: () => void): Promise<void> {
  const { control, lease } = work;
  const { id, owner, batch } = lease.letter;
  const timer = setTimeout(() => control.abort(new DOMException('took too long', 'TimeoutError')), milliseconds);
  const look = async (): Promise<void> => {
    if ((await tools.letters.find(owner, { id })) === undefined) control.abort('deleted');
  };
  tools.events.publish(letterTopic(id));
  // When the store can't be asked, the end of the job shows whether the letter is still there.
  const unsubscribe = tools.events.subscribe(letterTopic(id), () => void look().catch(() => undefined));
  await runLetter(tools, lease, control.signal, () => {
    work.isRead = true;
    whenRead();
  });
  clearTimeout(timer);
  unsubscribe();
  tools.events.publish(letterTopic(id));
  if (batch !== undefined) tools.events.publish(batchTopic(batch));
}

/** What is under way in this process, and how the next letters are begun. */
function createPlaces(tools: Tools, { slots, mostMilliseconds }: RunnerLimits, freed: (room: Room) => void) {
  const running: Running = new Map();
  const foresight = createForesight();
  // Quick letters are not asked for one by one.
  const ahead = createReadAhead(tools);

  function start(lease: Lease, room: Room): void {
    const work: Work = { lease, room, alone: lease.alone === true, control: new AbortController(), isRead: false };
    const begun = tools.clock.elapsed();
    const whenRead = (): void => {
      foresight.note(tools.clock.elapsed() - begun);
      freed('shared');
    };
    const done = runGuarded(tools, work, mostMilliseconds, whenRead).finally(() => {
      running.delete(lease.token);
      freed(room);
    });
    running.set(lease.token, Object.assign(work, { done }));
  }
  /** Begins what was taken in advance, as far as there are slots. */
  function begin(): void {
    for (let free = slots - [...running.values()].filter(isShared).length; free > 0; free -= 1) {
      const lease = ahead.next();
      if (lease === undefined) return;
      start(lease, 'shared');
    }
  }
  return {
    running,
    ahead,
    begin,
    /** What has waited since the last look stands behind letters that take long: others may be free for it. */
    giveBackLate: async (milliseconds: number): Promise<void> => {
      if ((await ahead.giveBack(milliseconds)) > 0) foresight.note(milliseconds);
    },
    now: (upload: boolean) =>
      roomBeside([...running.values()], { slots, waiting: ahead.tokens().length, ahead: foresight.count(), upload }),
    take: (leases: readonly Lease[], room: Room): void => {
      const atOnce = (lease: Lease): boolean => room === 'express' || lease.alone === true;
      ahead.add(leases.filter((lease) => !atOnce(lease)));
      for (const lease of leases.filter(atOnce)) start(lease, room);
      begin();
    },
  };
}

/** Reads letters as they come, until stopped. */
export function startRunner(tools: Tools, limits: RunnerLimits): Runner {
  const places = createPlaces(tools, limits, (room) => void fill(room === 'express'));
  const { running, ahead } = places;
  let open = true;
  let filling: Promise<void> | undefined;
  let again = false;
  // Whether a single upload may be waiting: it is not asked for after every letter of a batch.
  let upload = true;

  /** Takes letters while there is room. One at a time: who comes meanwhile makes it look once more. */
  function fill(withUpload: boolean): Promise<void> {
    again = true;
    upload ||= withUpload;
    if (open) places.begin();
    filling ??= take().finally(() => {
      filling = undefined;
    });
    return filling;
  }

  const nextPlace = (): Place | undefined => (again && open ? places.now(upload) : undefined);

  async function fillPlace({ free, room, atOnce }: Place): Promise<void> {
    again = false;
    if (room === 'express') upload = false;
    const leases = await tools.queue.claim(free, room, atOnce);
    // Told to stop while it was asking: the letters go back in line untouched.
    if (!open) return tools.queue.giveBack(leases.map(({ token }) => token));
    places.take(leases, room);
    // All places taken: there is still the one for single uploads, and after that one what may be taken in advance.
    again ||= leases.length === free || room === 'express';
  }

  async function take(): Promise<void> {
    try {
      for (let place = nextPlace(); place !== undefined; place = nextPlace()) await fillPlace(place);
    } catch {
      tools.log('claim-failed');
    }
  }

  const beat = (): Promise<void> => extendLeases(tools, running, ahead).catch(() => tools.log('heartbeat-failed'));
  const look = async (): Promise<void> => {
    await places.giveBackLate(usualPollMilliseconds);
    await fill(true);
  };
  const unsubscribe = tools.events.subscribe(workTopic, () => void fill(true));
  const lease = 1000 * (limits.leaseSeconds ?? usualLeaseSeconds);
  const poll = setInterval(() => void look(), Math.min(usualPollMilliseconds, lease / pollsInLease));
  const heartbeat = setInterval(() => void beat(), lease / beatsInLease);
  void fill(true);

  return {
    stop: async (graceMilliseconds) => {
      open = false;
      unsubscribe();
      clearInterval(poll);
      await filling;
      await ahead.giveBack(0);
      await finishAll([...running.values()], graceMilliseconds);
      clearInterval(heartbeat);
    },
  };
}

/** Waits for what is under way, and puts it back in line when the time is over. */
async function finishAll(works: readonly (Work & { done: Promise<void> })[], graceMilliseconds: number): Promise<void> {
  const timer = setTimeout(() => {
    for (const { control } of works) control.abort('shutdown');
  }, graceMilliseconds);
  await Promise.allSettled(works.map(({ done }) => done));
  clearTimeout(timer);
}

/** Says that the work goes on, and ends what somebody else has taken over. */
async function extendLeases(tools: Tools, running: Running, ahead: ReadAhead): Promise<void> {
  const held = [...running.keys(), ...ahead.tokens()];
  if (held.length === 0) return;
  const good = new Set(await tools.queue.extend(held));
  const lost = new Set(held.filter((token) => !good.has(token)));
  ahead.drop(lost);
  for (const token of lost) running.get(token)?.control.abort('lost');
}
