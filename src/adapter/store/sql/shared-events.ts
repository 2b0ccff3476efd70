import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Events } from '../../../seam/events.ts';
import { workTopic } from '../../../seam/events.ts';
import type { Database } from '../database.ts';
import { type Listening, listen } from '../open-postgres.ts';

const channel = 'refusals';
/** What moves often is told to other processes at most this often. */
const tellMilliseconds = 100;

/** Events that reach every process on the same database: at once in this one, a moment later in the others. */
export function openSharedEvents(database: Database, url: string): Events & Listening {
  const me = randomUUID().slice(0, 8);
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const untold = new Set<string>();
  let planned: NodeJS.Timeout | undefined;

  async function tell(): Promise<void> {
    planned = undefined;
    const topics = [...untold].map((topic) => `${me} ${topic}`);
    untold.clear();
    // Nobody relies on an event: who waits looks again by himself.
    await database
      .query(`select pg_notify('${channel}', topic) from unnest($1::text[]) as topic`, [topics])
      .catch(() => {});
  }

  const hear = (payload: string): void => {
    const [from, topic = ''] = payload.split(' ');
    if (from !== me) emitter.emit(topic);
  };
  const listening = listen(url, channel, hear, () => {
    // What was said while nobody listened is not known: everybody looks again.
    for (const topic of emitter.eventNames()) emitter.emit(topic);
  });
  return {
    publish: (topic) => {
      emitter.emit(topic);
      untold.add(topic);
      planned ??= setTimeout(() => void tell(), topic === workTopic ? 0 : tellMilliseconds);
    },
    subscribe: (topic, listener) => {
      emitter.on(topic, listener);
      return () => void emitter.off(topic, listener);
    },
    close: async () => {
      clearTimeout(planned);
      await listening.close();
    },
  };
}
