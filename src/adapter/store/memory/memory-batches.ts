import type { BatchCounts, BatchStore, BatchSummary, LetterRecord } from '../../../seam/store.ts';
import { forgetLetter, type Tables } from './memory-tables.ts';

const lettersOf = (tables: Tables, batch: string): readonly LetterRecord[] =>
  [...tables.letters.values()].filter((letter) => letter.batch === batch);

function count(letters: readonly LetterRecord[]): BatchCounts {
  const counts = { total: letters.length, waiting: 0, reading: 0, done: 0, failed: 0, check: 0 };
  for (const letter of letters) {
    counts[letter.state] += 1;
    if (letter.found?.check === true) counts.check += 1;
  }
  return counts;
}

function tally(ids: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts];
}

const mostFirst = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || a[0].localeCompare(b[0]);

function summarize(letters: readonly LetterRecord[]): BatchSummary {
  const founds = letters.flatMap(({ found }) => (found === undefined ? [] : [found]));
  const grounds = tally(founds.flatMap((found) => found.grounds.map(({ id }) => id)));
  const kinds = tally(founds.map(({ kind }) => kind));
  const months = tally(founds.flatMap(({ issued }) => (issued === undefined ? [] : [issued.slice(0, 7)])));
  const deadlines = letters.flatMap(({ id, name, found }) =>
    found?.deadline === undefined ? [] : [{ on: found.deadline, letter: id, name }],
  );
  return {
    grounds: grounds.toSorted(mostFirst).map(([id, n]) => ({ id, count: n })),
    kinds: kinds.toSorted(mostFirst).map(([id, n]) => ({ id, count: n })),
    months: months.toSorted((a, b) => a[0].localeCompare(b[0])).map(([month, n]) => ({ month, count: n })),
    deadlines: deadlines.toSorted((a, b) => a.on.localeCompare(b.on)),
  };
}

/** Batches of the store in memory. */
export function createBatchStore(tables: Tables): BatchStore {
  const owned = (owner: string, id: string) => {
    const batch = tables.batches.get(id);
    return batch?.owner === owner ? batch : undefined;
  };
  return {
    open: async (batch) => void tables.batches.set(batch.id, batch),
    find: async (owner, id) => {
      const batch = owned(owner, id);
      return batch === undefined ? undefined : { batch, counts: count(lettersOf(tables, id)) };
    },
    list: async (owner) =>
      [...tables.batches.values()]
        .filter((batch) => batch.owner === owner)
        .map((batch) => ({ batch, counts: count(lettersOf(tables, batch.id)) }))
        .toReversed(),
    summarize: async (owner, id) => summarize(owned(owner, id) === undefined ? [] : lettersOf(tables, id)),
    refuse: async (owner, id, refused) => {
      const batch = owned(owner, id);
      if (batch !== undefined) tables.batches.set(id, { ...batch, refused: [...batch.refused, ...refused] });
    },
    remove: async (owner, id) => {
      if (owned(owner, id) === undefined) return [];
      const letters = lettersOf(tables, id).map((letter) => letter.id);
      for (const letter of letters) forgetLetter(tables, letter);
      tables.batches.delete(id);
      return letters;
    },
  };
}
