import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Ended, Webhook, WebhookMessage } from '../../seam/webhook.ts';
import type { Tools } from '../tools.ts';

/** The folder among the letters' files for messages that are not taken yet. No letter has such an id. */
export const outboxFolder = 'webhooks';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** Waits before the next try; a little is added by chance, so that not all come at once. */
const usualWaits = [5 * second, minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour];
const day = 24 * hour;

const keptSchema = z.object({ id: z.string(), body: z.string(), since: z.number() });
type Kept = z.infer<typeof keptSchema>;

export type Notifier = {
  readonly tell: (ended: Ended) => Promise<void>;
  /** Takes up what an earlier process left. */
  readonly resume: () => Promise<void>;
  /** What is not taken by then is sent after the next start. */
  readonly stop: () => Promise<void>;
};

const keyOf = (id: string): string => `${outboxFolder}/${id}`;

/**
 * Tells a webhook what ended, by ids alone. A message is kept until it is taken or nobody wanted it for about nine
 * hours; it may come twice, with the same id.
 */
export function createNotifier(
  { files, clock, log }: Pick<Tools, 'files' | 'clock' | 'log'>,
  webhook: Webhook,
  waits: readonly number[] = usualWaits,
): Notifier {
  const stopped = new AbortController();
  const timers = new Set<NodeJS.Timeout>();
  const sending = new Set<Promise<void>>();

  function plan(message: WebhookMessage, tries: number, wait: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const work = deliver(message, tries).catch(() => log('defect', { name: 'webhook' }));
      sending.add(work);
      void work.finally(() => sending.delete(work));
    }, wait);
    timer.unref();
    timers.add(timer);
  }

  async function deliver(message: WebhookMessage, tries: number): Promise<void> {
    const answer = await webhook.send(message, stopped.signal);
    if (stopped.signal.aborted && answer !== 'taken') return;
    const wait = waits[tries];
    if (answer === 'later' && wait !== undefined) {
      plan(message, tries + 1, wait * (1 + Math.random() / 4));
      return;
    }
    log(answer === 'taken' ? 'webhook-taken' : 'webhook-given-up', { tries: tries + 1 });
    await files.remove(keyOf(message.id));
  }

  return {
    tell: async ({ type, id, name }) => {
      const now = clock.now();
      const message = {
        id: name ?? `${id}.${randomBytes(6).toString('hex')}`,
        body: JSON.stringify({ type, timestamp: now.toISOString(), data: { id } }),
      };
      const kept: Kept = { ...message, since: now.getTime() };
      await files.put(keyOf(message.id), Buffer.from(JSON.stringify(kept)));
      plan(message, 0, 0);
    },
    resume: async () => {
      for (const { key } of await files.list()) {
        if (!key.startsWith(`${outboxFolder}/`)) continue;
        const bytes = await files.get(key);
        if (bytes === undefined) continue;
        const { since, ...message } = keptSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
        if (clock.now().getTime() - since > day) await files.remove(key);
        else plan(message, 0, 0);
      }
    },
    stop: async () => {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      await Promise.all(sending);
    },
  };
}
