import { batchTopic, letterTopic, workTopic } from '../seam/events.ts';
import type { Lease } from '../seam/queue.ts';
import { runLetter } from './run-letter.ts';
import type { Tools } from './tools.ts';

const pollMilliseconds = 2000;
const heartbeatMilliseconds = 10_000;

export type RunnerLimits = {
  /** Letters read at the same time. */
  readonly slots: number;
  /** Milliseconds that one letter may take. */
  readonly mostMilliseconds: number;
};

export type Runner = {
  /** Stops taking letters, gives those under way `graceMilliseconds`, then puts them back in line. */
  stop(graceMilliseconds: number): Promise<void>;
};

type Work = { readonly control: AbortController; readonly done: Promise<void> };

/** Reads one letter, within its time, and stops at once when the letter is deleted. */
async function runGuarded(tools: Tools, lease: Lease, control: AbortController, milliseconds: number): Promise<void> {
  const { id, owner, batch } = lease.letter;
  const timer = setTimeout(() => control.abort(new DOMException('took too long', 'TimeoutError')), milliseconds);
  const look = async (): Promise<void> => {
    if ((await tools.letters.find(owner, { id })) === undefined) control.abort('deleted');
  };
  const unsubscribe = tools.events.subscribe(letterTopic(id), () => void look());
  await runLetter(tools, lease, control.signal);
  clearTimeout(timer);
  unsubscribe();
  if (batch !== undefined) tools.events.publish(batchTopic(batch));
}

/** Reads letters as they come, until stopped. */
export function startRunner(tools: Tools, limits: RunnerLimits): Runner {
  const running = new Map<string, Work>();
  let open = true;
  let filling: Promise<void> | undefined;
  let again = false;

  function start(lease: Lease): void {
    const control = new AbortController();
    const done = runGuarded(tools, lease, control, limits.mostMilliseconds).finally(() => {
      running.delete(lease.token);
      void fill();
    });
    running.set(lease.token, { control, done });
  }

  /** Takes letters while there is room. One at a time: who comes meanwhile makes it look once more. */
  function fill(): Promise<void> {
    again = true;
    filling ??= take().finally(() => {
      filling = undefined;
    });
    return filling;
  }

  async function take(): Promise<void> {
    try {
      while (again && open && running.size < limits.slots) {
        again = false;
        const leases = await tools.queue.claim(limits.slots - running.size);
        for (const lease of leases) {
          // Told to stop while it was asking: the letter goes back in line untouched.
          if (open) start(lease);
          else await tools.queue.release(lease.token, 0);
        }
      }
    } catch {
      tools.log('claim-failed');
    }
  }

  const unsubscribe = tools.events.subscribe(workTopic, () => void fill());
  const poll = setInterval(() => void fill(), pollMilliseconds);
  const heartbeat = setInterval(() => void tools.queue.extend([...running.keys()]), heartbeatMilliseconds);
  void fill();

  return {
    stop: async (graceMilliseconds) => {
      open = false;
      unsubscribe();
      clearInterval(poll);
      await filling;
      const all = Promise.allSettled([...running.values()].map(({ done }) => done));
      const timer = setTimeout(() => {
        for (const { control } of running.values()) control.abort('shutdown');
      }, graceMilliseconds);
      await all;
      clearTimeout(timer);
      clearInterval(heartbeat);
    },
  };
}
