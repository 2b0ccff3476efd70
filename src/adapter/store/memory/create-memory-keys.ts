import type { Clock } from '../../../seam/clock.ts';
import type { KeyRecord, KeyStore, SessionRecord } from '../../../seam/key-store.ts';

function forgetPast(sessions: Map<string, SessionRecord>, now: string): void {
  for (const { digest, until } of sessions.values()) if (until <= now) sessions.delete(digest);
}

/** Keys in memory, gone with the process. */
export function createMemoryKeyStore(clock: Clock): KeyStore {
  const keys = new Map<string, KeyRecord>();
  const sessions = new Map<string, SessionRecord>();
  return {
    add: async (key) => void keys.set(key.id, key),
    find: async (id) => keys.get(id),
    list: async () => [...keys.values()],
    markUsed: async (id, lastUsed) => {
      const key = keys.get(id);
      if (key !== undefined) keys.set(id, { ...key, lastUsed });
    },
    remove: async (id) => {
      if (!keys.delete(id)) return false;
      for (const { digest, key } of sessions.values()) if (key === id) sessions.delete(digest);
      return true;
    },
    keepSession: async (session) => {
      forgetPast(sessions, clock.now().toISOString());
      sessions.set(session.digest, session);
    },
    findSession: async (digest) => sessions.get(digest),
    endSession: async (digest) => void sessions.delete(digest),
  };
}
