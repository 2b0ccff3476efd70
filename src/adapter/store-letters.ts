import type { LetterKey, LetterPage, LetterQuestion, LetterRecord, LetterStore } from '../seam/store.ts';
import { dropLetter, forgetLetter, indexKey, keepLetter, putLetter, type Tables } from './store-tables.ts';

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

async function accept(
  tables: Tables,
  letters: readonly LetterRecord[],
  sameContent: 'earlier' | 'both',
): Promise<readonly LetterRecord[]> {
  const added: LetterRecord[] = [];
  const kept = letters.map((letter) => {
    const known = earlier(tables, letter, sameContent);
    if (known !== undefined) return known;
    keepLetter(tables, letter);
    added.push(letter);
    return letter;
  });
  try {
    if (added.length > 0) await tables.journal.append(added.map(putLetter));
  } catch (error) {
    for (const letter of added) forgetLetter(tables, letter.id);
    throw error;
  }
  return kept;
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

/** Letters of the store on disk. */
export function createLetterStore(tables: Tables): LetterStore {
  return {
    accept: (letters, sameContent) => accept(tables, letters, sameContent),
    find: async (owner, key) => findLetter(tables, owner, key),
    list: async (owner, question) => list(tables, owner, question),
    owners: async () => [...new Set([...tables.letters.values()].map(({ owner }) => owner))],
    change: async (owner, id, change) => {
      const letter = findLetter(tables, owner, { id });
      if (letter === undefined) return undefined;
      const changed = { ...letter, ...change };
      keepLetter(tables, changed);
      // Pages read so far are worth nothing after a restart: they aren't written down.
      const onlyProgress = Object.keys(change).every((name) => name.startsWith('pages'));
      if (!onlyProgress) await tables.journal.append([putLetter(changed)]);
      return changed;
    },
    remove: async (owner, id) => {
      if (findLetter(tables, owner, { id }) === undefined) return false;
      forgetLetter(tables, id);
      await tables.journal.append([dropLetter(id)]);
      return true;
    },
  };
}
