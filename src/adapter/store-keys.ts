import type { Clock } from '../seam/clock.ts';
import type { KeyRecord, KeyStore, SessionRecord } from '../seam/key-store.ts';
import { type Journal, type JournalEntry, memoryJournal, readJournal } from './store-journal.ts';

type KeyTables = {
  readonly keys: Map<string, KeyRecord>;
  readonly sessions: Map<string, SessionRecord>;
  readonly journal: Journal;
};

const emptyTables = (): KeyTables => ({ keys: new Map(), sessions: new Map(), journal: memoryJournal });

const putKey = (key: KeyRecord): JournalEntry => ({ table: 'key', id: key.id, put: key });
const putSession = (session: SessionRecord): JournalEntry => ({ table: 'session', id: session.digest, put: session });
const dropSession = (digest: string): JournalEntry => ({ table: 'session', id: digest, drop: true });

/** Plays a journal back. Its values were written by this program, so their shape is taken as known. */
function replay(entries: readonly JournalEntry[], tables: KeyTables): void {
  const keys: Map<string, unknown> = tables.keys;
  const sessions: Map<string, unknown> = tables.sessions;
  for (const entry of entries) {
    const table = entry.table === 'key' ? keys : sessions;
    if ('drop' in entry) table.delete(entry.id);
    else table.set(entry.id, entry.put);
  }
}

function forgetPast(sessions: Map<string, SessionRecord>, now: string): void {
  for (const { digest, until } of sessions.values()) if (until <= now) sessions.delete(digest);
}

function createKeyStore(tables: KeyTables, clock: Clock): KeyStore {
  const { keys, sessions, journal } = tables;
  return {
    add: async (key) => {
      await journal.append([putKey(key)]);
      keys.set(key.id, key);
    },
    find: async (id) => keys.get(id),
    list: async () => [...keys.values()],
    markUsed: async (id, lastUsed) => {
      const key = keys.get(id);
      if (key === undefined) return;
      const used = { ...key, lastUsed };
      keys.set(id, used);
      await journal.append([putKey(used)]);
    },
    remove: async (id) => {
      if (!keys.delete(id)) return false;
      const ended = [...sessions.values()].filter(({ key }) => key === id).map(({ digest }) => digest);
      for (const digest of ended) sessions.delete(digest);
      await journal.append([{ table: 'key', id, drop: true }, ...ended.map(dropSession)]);
      return true;
    },
    keepSession: async (session) => {
      forgetPast(sessions, clock.now().toISOString());
      sessions.set(session.digest, session);
      await journal.append([putSession(session)]);
    },
    findSession: async (digest) => sessions.get(digest),
    endSession: async (digest) => {
      if (sessions.delete(digest)) await journal.append([dropSession(digest)]);
    },
  };
}

/** Keys in memory, gone with the process. */
export const createMemoryKeyStore = (clock: Clock): KeyStore => createKeyStore(emptyTables(), clock);

/** The keys that a journal file holds; none when it isn't there. */
export async function readKeys(path: string): Promise<readonly KeyRecord[]> {
  const tables = emptyTables();
  replay(await readJournal(path), tables);
  return [...tables.keys.values()];
}
