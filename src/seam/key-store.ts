import type { Day } from '../model/letter.ts';

/** What a key may be allowed to do. None implies another. `admin` makes and revokes keys of its own owner. */
export const scopes = ['letters:read', 'letters:write', 'export', 'metrics', 'admin'] as const;

export type Scope = (typeof scopes)[number];

/** A key as it is kept: never the secret, only its SHA-256 in hex. */
export type KeyRecord = {
  readonly id: string;
  /** Whose letters the key opens. */
  readonly owner: string;
  readonly scopes: readonly Scope[];
  /** Instant, ISO 8601. */
  readonly created: string;
  /** From this day on (UTC) the key is worth nothing. */
  readonly expires: Day;
  readonly digest: string;
  readonly lastUsed?: Day;
};

/** Somebody signed in at the pages with a key, until an instant. Of the cookie only its SHA-256 in hex is kept. */
export type SessionRecord = { readonly digest: string; readonly key: string; readonly until: string };

export interface KeyStore {
  /** Durable when it returns, like every change here. */
  add(key: KeyRecord): Promise<void>;
  find(id: string): Promise<KeyRecord | undefined>;
  list(): Promise<readonly KeyRecord[]>;
  markUsed(id: string, day: Day): Promise<void>;
  /** Removes a key with its sessions. False when there was none. */
  remove(id: string): Promise<boolean>;
  keepSession(session: SessionRecord): Promise<void>;
  findSession(digest: string): Promise<SessionRecord | undefined>;
  endSession(digest: string): Promise<void>;
}
