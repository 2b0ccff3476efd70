import type { BatchRecord, LetterRecord } from '../../../seam/store.ts';

/** The whole store in memory. Maps keep the order in which things came. */
export type Tables = {
  readonly letters: Map<string, LetterRecord>;
  readonly batches: Map<string, BatchRecord>;
  /** Ids of the letters with a content, and of the letter with an idempotency key, by owner and value. */
  readonly byContent: Map<string, Set<string>>;
  readonly byKey: Map<string, string>;
  /** Ids of letters that are not read yet: uploads by themselves, and those of batches. */
  readonly openSingles: Set<string>;
  readonly openBatched: Set<string>;
  /** Letters being read, by token. */
  readonly leases: Map<string, { readonly letter: string; until: number }>;
  /** Letters that must wait before they are taken again, by id, in milliseconds of the clock. */
  readonly notBefore: Map<string, number>;
};

export const emptyTables = (): Tables => ({
  letters: new Map(),
  batches: new Map(),
  byContent: new Map(),
  byKey: new Map(),
  openSingles: new Set(),
  openBatched: new Set(),
  leases: new Map(),
  notBefore: new Map(),
});

export const indexKey = (owner: string, value: string): string => `${owner} ${value}`;

/** Puts a letter in the tables in memory, with everything by which it is found. */
export function keepLetter(tables: Tables, letter: LetterRecord): void {
  const { id, owner, sha256, idempotencyKey, state, batch } = letter;
  tables.letters.set(id, letter);
  const content = indexKey(owner, sha256);
  tables.byContent.set(content, (tables.byContent.get(content) ?? new Set()).add(id));
  if (idempotencyKey !== undefined) tables.byKey.set(indexKey(owner, idempotencyKey), id);
  const open = batch === undefined ? tables.openSingles : tables.openBatched;
  if (state === 'waiting' || state === 'reading') open.add(id);
  else open.delete(id);
}

/** Takes a letter out of the tables in memory. */
export function forgetLetter(tables: Tables, id: string): void {
  const letter = tables.letters.get(id);
  if (letter === undefined) return;
  tables.letters.delete(id);
  tables.openSingles.delete(id);
  tables.openBatched.delete(id);
  tables.notBefore.delete(id);
  const same = tables.byContent.get(indexKey(letter.owner, letter.sha256));
  same?.delete(id);
  if (same?.size === 0) tables.byContent.delete(indexKey(letter.owner, letter.sha256));
  if (letter.idempotencyKey !== undefined) tables.byKey.delete(indexKey(letter.owner, letter.idempotencyKey));
  for (const [token, lease] of tables.leases) if (lease.letter === id) tables.leases.delete(token);
}
