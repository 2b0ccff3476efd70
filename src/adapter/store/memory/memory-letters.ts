import type { LetterKey, LetterPage, LetterQuestion, LetterRecord, LetterStore } from '../../../seam/store.ts';
import { forgetLetter, indexKey, keepLetter, type Tables } from './memory-tables.ts';

function findLetter(tables: Tables, owner: string, key: LetterKey): LetterRecord | undefined {
  if ('sha256' in key) {
    const same = [...(tables.byContent.get(indexKey(owner, key.sha256)) ?? [])].map((id) => tables.letters.get(id));
    return same.find((letter) => letter !== undefined && letter.state !== 'failed');
  }
  const id = 'id' in key ? key.id : (tables.byKey.get(indexKey(owner, key.idempotencyKey)) ?? '');
  const letter = tables.letters.get(id);
  return letter?.owner === owner ? letter : undefined;
}

function earlier(tables: Tables, letter: LetterRecord, sameContent: 'earlier' | 'both'): LetterRecord | undefined {
  const { owner, idempotencyKey, sha256 } = letter;
  const byKey = idempotencyKey === undefined ? undefined : findLetter(tables, owner, { idempotencyKey });
  return byKey ?? (sameContent === 'earlier' ? findLetter(tables, owner, { sha256 }) : undefined);
}

function accept(
  tables: Tables,
  letters: readonly LetterRecord[],
  sameContent: 'earlier' | 'both',
): readonly LetterRecord[] {
  return letters.map((letter) => {
    const known = earlier(tables, letter, sameContent);
    if (known === undefined) keepLetter(tables, letter);
    return known ?? letter;
  });
}

function wanted(letter: LetterRecord, owner: string, { batch, state, ground }: LetterQuestion): boolean {
  if (letter.owner !== owner || (batch !== undefined && (letter.batch ?? 'none') !== batch)) return false;
  if (state !== undefined && letter.state !== state) return false;
  return ground === undefined || (letter.found?.grounds.some(({ id }) => id === ground) ?? false);
}

function list(tables: Tables, owner: string, question: LetterQuestion): LetterPage {
  let started = question.after === undefined;
  const letters: LetterRecord[] = [];
  for (const letter of tables.letters.values()) {
    if (started && wanted(letter, owner, question)) letters.push(letter);
    if (letter.id === question.after) started = true;
    if (letters.length > question.limit) break;
  }
  const page = letters.slice(0, question.limit);
  const last = page.at(-1);
  return letters.length > page.length && last !== undefined ? { letters: page, next: last.id } : { letters: page };
}

/** Letters of the store in memory. */
export function createLetterStore(tables: Tables): LetterStore {
  return {
    accept: async (letters, sameContent) => accept(tables, letters, sameContent),
    find: async (owner, key) => findLetter(tables, owner, key),
    known: async (owner, sha256s) => {
      const found = sha256s.map((sha256) => [sha256, findLetter(tables, owner, { sha256 })?.id] as const);
      return new Map(found.flatMap(([sha256, id]) => (id === undefined ? [] : [[sha256, id] as const])));
    },
    list: async (owner, question) => list(tables, owner, question),
    owners: async () => [...new Set([...tables.letters.values()].map(({ owner }) => owner))],
    change: async (owner, id, change) => {
      const letter = findLetter(tables, owner, { id });
      if (letter === undefined) return undefined;
      const changed = { ...letter, ...change };
      keepLetter(tables, changed);
      return changed;
    },
    remove: async (owner, id) => {
      if (findLetter(tables, owner, { id }) === undefined) return false;
      forgetLetter(tables, id);
      return true;
    },
  };
}
