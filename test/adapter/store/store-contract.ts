import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newLetter } from '../../../src/job/accept-letter.ts';
import type { KeyStore } from '../../../src/seam/key-store.ts';
import type { Lease, Queue } from '../../../src/seam/queue.ts';
import type { BatchStore, Found, LetterRecord, LetterStore } from '../../../src/seam/store.ts';

export type StoreUnderTest = {
  readonly letters: LetterStore;
  readonly batches: BatchStore;
  readonly queue: Queue;
  readonly keys: KeyStore;
  /** Lets time go by, as the store sees it. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Forgets everything. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
};

let number = 0;
export function letter(change: Partial<LetterRecord> = {}): LetterRecord {
  number += 1;
  const source = { name: `letter-${number}.pdf`, bytes: new Uint8Array() };
  return { ...newLetter({ owner: 'me', source, answers: {} }, `sha-${number}`, '2026-11-25T12:00:00.000Z'), ...change };
}

export const found: Found = {
  kind: 'study-permit-refusal',
  outcome: 'refused',
  application: 'study',
  language: 'en',
  issued: '2026-10-02',
  grounds: [
    { id: 'purpose', strength: 'stated' },
    { id: 'funds', strength: 'likely' },
  ],
  unrecognised: 0,
  deadline: '2026-12-01',
  deadlineFor: 'reapply',
  check: true,
};
const done = { state: 'done', found, pages: 2 } as const;
const failed = { state: 'failed', problem: { code: 'timed-out', detail: 'Too slow.' } } as const;
const idsOf = (leases: readonly Lease[]) => leases.map((lease) => lease.letter.id);
const batch = (change: object = {}) => ({
  id: `batch-${letter().sha256}`,
  owner: 'me',
  name: 'October',
  created: '2026-11-25T12:00:00.000Z',
  refused: [],
  ...change,
});

/** What every store must do, whatever it is made of. */
export function describeStore(open: () => Promise<StoreUnderTest>): void {
  let store: StoreUnderTest;
  beforeAll(async () => {
    store = await open();
  });
  beforeEach(() => store.empty());
  afterAll(() => store?.close());
  const accept = async (...letters: LetterRecord[]) => store.letters.accept(letters, 'both');
  const read = async (one: LetterRecord, change: Partial<Found> = {}) => {
    const [lease] = await store.queue.claim(1);
    expect(lease?.letter.id).toBe(one.id);
    await store.queue.complete(lease?.token ?? '', { ...done, found: { ...found, ...change } });
  };

  describe('letters', () => {
    test('are given back as they were taken, by id, content and key', async () => {
      const one = letter({
        batch: 'b',
        idempotencyKey: 'k',
        duplicateOf: 'x',
        hold: true,
        answers: { notified: '2026-10-05', submitted: ['a'] },
        gathered: ['passport'],
      });
      await accept(one);
      expect(await store.letters.find('me', { id: one.id })).toEqual(one);
      expect(await store.letters.find('me', { sha256: one.sha256 })).toEqual(one);
      expect(await store.letters.find('me', { idempotencyKey: 'k' })).toEqual(one);
    });

    test('with known contents are found together: the first of each that did not fail, and nobody else’s', async () => {
      const { letters } = store;
      const [one, two, hers] = [
        letter(),
        letter({ state: 'failed', problem: failed.problem }),
        letter({ owner: 'her' }),
      ];
      await accept(one, two, hers, letter({ sha256: one.sha256, batch: 'b' }));
      const sums = [one.sha256, two.sha256, hers.sha256, 'never seen', one.sha256];
      expect(await letters.known('me', sums)).toEqual(new Map([[one.sha256, one.id]]));
      expect(await letters.known('me', [])).toEqual(new Map());
    });

    test('of somebody else are never found, changed, listed or removed', async () => {
      const one = letter({ idempotencyKey: 'k' });
      await accept(one);
      for (const key of [{ id: one.id }, { sha256: one.sha256 }, { idempotencyKey: 'k' }])
        expect(await store.letters.find('other', key)).toBeUndefined();
      expect(await store.letters.change('other', one.id, { gathered: ['x'] })).toBeUndefined();
      expect(await store.letters.remove('other', one.id)).toBe(false);
      expect((await store.letters.list('other', { limit: 9 })).letters).toEqual([]);
      expect(await store.letters.find('me', { id: one.id })).toEqual(one);
    });

    test('with a known key or content are the ones that were there, and a failed one is no longer known', async () => {
      const first = letter({ idempotencyKey: 'k' });
      await accept(first);
      const again = letter({ idempotencyKey: 'k' });
      expect(await store.letters.accept([again], 'both')).toEqual([first]);
      const same = letter({ sha256: first.sha256 });
      expect(await store.letters.accept([same], 'earlier')).toEqual([first]);
      expect(await store.letters.accept([same], 'both')).toEqual([same]);
      const bad = letter({ state: 'failed', problem: failed.problem });
      await accept(bad);
      const better = letter({ sha256: bad.sha256 });
      expect(await store.letters.accept([better], 'earlier')).toEqual([better]);
    });

    test('that come at the same moment with the same content become one', async () => {
      const twins = Array.from({ length: 8 }, () => letter({ sha256: 'same' }));
      const kept = await Promise.all(twins.map((twin) => store.letters.accept([twin], 'earlier')));
      expect(new Set(kept.flat().map(({ id }) => id)).size).toBe(1);
      expect((await store.letters.list('me', { limit: 20 })).letters).toHaveLength(1);
    });

    test('change in what is told, and keep the rest', async () => {
      const one = letter();
      await accept(one);
      const answers = { notified: '2026-10-05' };
      expect(await store.letters.change('me', one.id, { answers, corrections: 2 })).toEqual({
        ...one,
        answers,
        corrections: 2,
      });
      expect(await store.letters.find('me', { id: one.id })).toEqual({ ...one, answers, corrections: 2 });
    });

    test('that are being read tell their pages', async () => {
      const one = letter();
      await accept(one);
      await store.queue.claim(1);
      await store.letters.change('me', one.id, { pagesDone: 3, pagesTotal: 7 });
      expect(await store.letters.find('me', { id: one.id })).toMatchObject({
        state: 'reading',
        pagesDone: 3,
        pagesTotal: 7,
      });
    });

    test('come in pages that leave none out, even when the last of a page is deleted', async () => {
      const all = Array.from({ length: 7 }, () => letter({ batch: 'b' }));
      await accept(...all, letter());
      const first = await store.letters.list('me', { batch: 'b', limit: 3 });
      expect(first.letters).toEqual(all.slice(0, 3));
      const second = await store.letters.list('me', { batch: 'b', limit: 3, after: first.next ?? '' });
      expect(second.letters).toEqual(all.slice(3, 6));
      const third = await store.letters.list('me', { batch: 'b', limit: 3, after: second.next ?? '' });
      expect(third).toEqual({ letters: all.slice(6) });
    });

    test('are filtered by batch, state and ground', async () => {
      const [single, waiting, reading, ready, bad] = [
        letter(),
        letter({ batch: 'b' }),
        letter({ batch: 'b', owner: 'me' }),
        letter({ batch: 'b' }),
        letter({ batch: 'b', state: 'failed', problem: failed.problem }),
      ];
      await accept(ready);
      await read(ready);
      await accept(reading);
      await store.queue.claim(1);
      await accept(single, waiting, bad);
      const ids = async (question: object) =>
        (await store.letters.list('me', { limit: 9, ...question })).letters.map(({ id }) => id);
      expect(await ids({ batch: 'none' })).toEqual([single.id]);
      expect(await ids({ batch: 'b', state: 'waiting' })).toEqual([waiting.id]);
      expect(await ids({ batch: 'b', state: 'reading' })).toEqual([reading.id]);
      expect(await ids({ batch: 'b', state: 'done' })).toEqual([ready.id]);
      expect(await ids({ batch: 'b', state: 'failed' })).toEqual([bad.id]);
      expect(await ids({ batch: 'b', ground: 'funds' })).toEqual([ready.id]);
      expect(await ids({ ground: 'nothing' })).toEqual([]);
    });

    test('are those of their owners', async () => {
      await accept(letter({ owner: 'b' }), letter({ owner: 'a' }), letter({ owner: 'b' }));
      expect((await store.letters.owners()).toSorted()).toEqual(['a', 'b']);
    });

    test('that are found anew are filtered by what was found last', async () => {
      const one = letter({ batch: 'b' });
      await accept(one);
      await read(one);
      const anew: Found = { ...found, grounds: [{ id: 'ties', strength: 'stated' }], check: false };
      await store.letters.change('me', one.id, { found: anew });
      const withGround = async (ground: string) =>
        (await store.letters.list('me', { ground, limit: 9 })).letters.map(({ id }) => id);
      expect(await withGround('funds')).toEqual([]);
      expect(await withGround('ties')).toEqual([one.id]);
    });
  });

  describeQueue(() => store);
  describeBatches(() => store);
  describeKeys(() => store);
}

function describeQueue(storeOf: () => StoreUnderTest): void {
  const accept = (...letters: LetterRecord[]) => storeOf().letters.accept(letters, 'both');

  describe('the line of waiting letters', () => {
    test('lets single uploads pass those of batches, and gives each once', async () => {
      const { queue } = storeOf();
      const [batched, single] = [letter({ batch: 'b' }), letter()];
      await accept(batched, single);
      expect(idsOf(await queue.claim(5))).toEqual([single.id, batched.id]);
      expect(await queue.claim(5)).toEqual([]);
    });

    test('keeps a place for single uploads alone', async () => {
      const { queue } = storeOf();
      const [batched, single] = [letter({ batch: 'b' }), letter()];
      await accept(batched);
      expect(await queue.claim(1, 'express')).toEqual([]);
      await accept(single);
      expect(idsOf(await queue.claim(2, 'express'))).toEqual([single.id]);
    });

    test('takes nothing in advance while a single upload waits', async () => {
      const { queue } = storeOf();
      const [batched, first, second] = [letter({ batch: 'b' }), letter(), letter()];
      for (const one of [batched, first, second]) await accept(one);
      expect(await queue.claim(8, 'shared', 0)).toEqual([]);
      expect(idsOf(await queue.claim(8, 'shared', 1))).toEqual([first.id]);
      expect(idsOf(await queue.claim(8, 'shared', 2))).toEqual([second.id, batched.id]);
    });

    test('keeps that place for owners of whom no single upload is being read', async () => {
      const { queue } = storeOf();
      const [slow, next, other] = [letter({ owner: 'flood' }), letter({ owner: 'flood' }), letter({ owner: 'quiet' })];
      await accept(slow);
      const [lease] = await queue.claim(1);
      await accept(next);
      expect(await queue.claim(1, 'express')).toEqual([]);
      await accept(other);
      expect(idsOf(await queue.claim(1, 'express'))).toEqual([other.id]);
      await queue.complete(lease?.token ?? '', done);
      expect(idsOf(await queue.claim(1, 'express'))).toEqual([next.id]);
    });

    test('ends a job once, and only by who holds it', async () => {
      const { queue, pass, letters } = storeOf();
      const one = letter();
      await accept(one);
      const [late] = await queue.claim(1);
      await pass(31_000);
      // At once, or after a pause: a reader died.
      const soon = await queue.claim(1);
      await pass(6000);
      const [now] = [...soon, ...(await queue.claim(1))];
      expect(await queue.complete(late?.token ?? '', done)).toBe(false);
      expect(await letters.find('me', { id: one.id })).toMatchObject({ state: 'reading' });
      expect(await queue.complete(now?.token ?? '', done)).toBe(true);
      expect(await queue.complete(now?.token ?? '', done)).toBe(false);
      expect(await letters.find('me', { id: one.id })).toEqual({
        ...one,
        state: 'done',
        attempts: 2,
        pagesDone: 2,
        pagesTotal: 2,
        found,
        finished: expect.any(String),
      });
    });

    test('keeps a letter for as long as its reader says that it works', async () => {
      const { queue, pass } = storeOf();
      await accept(letter());
      const [lease] = await queue.claim(1);
      for (let beat = 0; beat < 5; beat += 1) {
        await pass(10_000);
        expect(await queue.extend([lease?.token ?? ''])).toEqual([lease?.token]);
      }
      expect(await queue.claim(1)).toEqual([]);
    });

    test('stores nothing of a letter that was deleted meanwhile', async () => {
      const { queue, letters } = storeOf();
      const one = letter();
      await accept(one);
      const [lease] = await queue.claim(1);
      expect(await letters.remove('me', one.id)).toBe(true);
      expect(await queue.complete(lease?.token ?? '', done)).toBe(false);
      expect(await letters.find('me', { id: one.id })).toBeUndefined();
      expect(await queue.count()).toEqual({ waiting: 0, reading: 0 });
    });

    test('waits before it gives a letter again', async () => {
      const { queue, pass } = storeOf();
      await accept(letter());
      const [lease] = await queue.claim(1);
      await queue.release(lease?.token ?? '', 8);
      expect(await queue.claim(1)).toEqual([]);
      await pass(8500);
      expect((await queue.claim(1))[0]?.letter.attempts).toBe(2);
    });

    test('takes back what was taken in advance as if it had never been taken', async () => {
      const { queue, letters } = storeOf();
      const both = [letter({ batch: 'b' }), letter({ batch: 'b' })];
      await accept(...both);
      const taken = await queue.claim(2);
      await queue.giveBack([...taken.map(({ token }) => token), '00000000-0000-4000-8000-000000000000']);
      expect(await letters.find('me', { id: both[0]?.id ?? '' })).toEqual(both[0]);
      expect(await queue.complete(taken[0]?.token ?? '', done)).toBe(false);
      const again = await queue.claim(2);
      expect(again.map((lease) => [lease.letter.id, lease.letter.attempts])).toEqual(both.map(({ id }) => [id, 1]));
    });

    test('ends many letters at the same moment, each as it ended, and none whose lease was lost', async () => {
      const { queue, letters } = storeOf();
      const all = Array.from({ length: 5 }, () => letter({ batch: 'b' }));
      await accept(...all);
      const taken = await queue.claim(5);
      await letters.remove('me', all[1]?.id ?? '');
      const ends = taken.map(({ token }, at) => queue.complete(token, at === 3 ? failed : done));
      expect(await Promise.all(ends)).toEqual([true, false, true, true, true]);
      const now = await Promise.all(all.map(({ id }) => letters.find('me', { id })));
      expect(now.map((one) => one?.state)).toEqual(['done', undefined, 'done', 'failed', 'done']);
      expect(now[0]).toMatchObject({ found, pagesDone: 2, attempts: 1 });
      expect(now[3]).toMatchObject({ problem: failed.problem });
      const page = await letters.list('me', { batch: 'b', ground: 'funds', limit: 9 });
      expect(page.letters.map(({ id }) => id)).toEqual([all[0]?.id, all[2]?.id, all[4]?.id]);
    });

    test('tries a failed letter again when asked, and no other', async () => {
      const { queue, letters } = storeOf();
      const one = letter();
      await accept(one);
      expect(await queue.retry('me', one.id)).toBe(false);
      const [lease] = await queue.claim(1);
      await queue.complete(lease?.token ?? '', failed);
      expect(await letters.find('me', { id: one.id })).toMatchObject({ state: 'failed', problem: failed.problem });
      expect(await queue.retry('someone', one.id)).toBe(false);
      expect(await queue.retry('me', one.id)).toBe(true);
      expect(await letters.find('me', { id: one.id })).toEqual(one);
      expect(idsOf(await queue.claim(1))).toEqual([one.id]);
    });

    test('takes a failed letter’s end from outside, and of no other', async () => {
      const { queue, letters } = storeOf();
      const one = letter({ state: 'failed', problem: failed.problem });
      const two = letter();
      await accept(one, two);
      expect(await queue.settle('me', two.id, done)).toBe(false);
      expect(await queue.settle('other', one.id, done)).toBe(false);
      expect(await queue.settle('me', one.id, done)).toBe(true);
      const now = await letters.find('me', { id: one.id });
      expect(now).toMatchObject({ state: 'done', found });
      expect(now).not.toHaveProperty('problem');
    });

    test('ends what waits of a batch at once, and leaves what is being read', async () => {
      const { queue, letters } = storeOf();
      const batch = 'b';
      const hers = letter({ batch, owner: 'her' });
      const all = [letter({ batch }), letter({ batch }), letter({ batch: 'other' }), letter()];
      await accept(...all.slice(0, 1));
      await queue.claim(1);
      await accept(...all.slice(1), hers);
      expect(await queue.cancel('someone', 'b', failed.problem)).toBe(0);
      expect(await queue.cancel('me', 'b', failed.problem)).toBe(1);
      const states = await Promise.all(all.map(({ id }) => letters.find('me', { id })));
      expect(states.map((one) => one?.state)).toEqual(['reading', 'failed', 'waiting', 'waiting']);
      expect(await queue.cancel('me', 'b', failed.problem)).toBe(0);
      expect(await queue.count()).toEqual({ waiting: 3, reading: 1 });
    });

    test('does not put letters in line that come done or failed', async () => {
      const { queue } = storeOf();
      await accept(letter({ state: 'failed', problem: failed.problem }), letter({ state: 'done', found }));
      expect(await queue.claim(5)).toEqual([]);
    });
  });
}

function describeBatches(storeOf: () => StoreUnderTest): void {
  describe('batches', () => {
    test('are counted, listed newest first, and seen by nobody else', async () => {
      const { batches, letters, queue } = storeOf();
      const [old, young] = [batch(), batch({ name: 'November' })];
      await batches.open(old);
      await batches.open(young);
      await letters.accept([letter({ batch: old.id })], 'both');
      const [lease] = await queue.claim(1);
      await queue.complete(lease?.token ?? '', done);
      await letters.accept([letter({ batch: old.id })], 'both');
      await queue.claim(1);
      const bad = letter({ batch: old.id, state: 'failed', problem: failed.problem });
      await letters.accept([letter({ batch: old.id }), bad], 'both');
      const counts = { total: 4, waiting: 1, reading: 1, done: 1, failed: 1, check: 1 };
      expect(await batches.find('me', old.id)).toEqual({ batch: old, counts });
      const none = { total: 0, waiting: 0, reading: 0, done: 0, failed: 0, check: 0 };
      expect(await batches.list('me')).toEqual([
        { batch: young, counts: none },
        { batch: old, counts },
      ]);
      expect(await batches.find('other', old.id)).toBeUndefined();
      expect(await batches.list('other')).toEqual([]);
    });

    test('sum up grounds, kinds, months and deadlines', async () => {
      const { batches, letters } = storeOf();
      const one = batch();
      await batches.open(one);
      const visitor: Found = {
        ...found,
        kind: 'visitor-visa-refusal',
        issued: '2026-09-30',
        deadline: '2026-11-30',
        grounds: [{ id: 'purpose', strength: 'likely' }],
      };
      const plain: Found = { ...found, grounds: [] };
      const { deadline: _, issued: __, ...undated } = plain;
      const [a, b, c] = [
        letter({ batch: one.id, state: 'done', found }),
        letter({ batch: one.id, state: 'done', found: visitor }),
        letter({ batch: one.id, state: 'done', found: undated }),
      ];
      await letters.accept([a, b, c, letter({ batch: one.id }), letter({ state: 'done', found })], 'both');
      expect(await batches.summarize('me', one.id)).toEqual({
        grounds: [
          { id: 'purpose', count: 2 },
          { id: 'funds', count: 1 },
        ],
        kinds: [
          { id: 'study-permit-refusal', count: 2 },
          { id: 'visitor-visa-refusal', count: 1 },
        ],
        months: [
          { month: '2026-09', count: 1 },
          { month: '2026-10', count: 1 },
        ],
        deadlines: [
          { on: '2026-11-30', letter: b.id, name: b.name },
          { on: '2026-12-01', letter: a.id, name: a.name },
        ],
      });
      const nothing = { grounds: [], kinds: [], months: [], deadlines: [] };
      expect(await batches.summarize('other', one.id)).toEqual(nothing);
    });

    test('remember what was refused, and go with all their letters', async () => {
      const { batches, letters, queue } = storeOf();
      const one = batch();
      await batches.open(one);
      const refused = [{ name: 'x.zip', code: 'file-unreadable', detail: 'Broken.' }] as const;
      await batches.refuse('me', one.id, refused);
      await batches.refuse('other', one.id, refused);
      expect((await batches.find('me', one.id))?.batch).toEqual({ ...one, refused });
      await batches.refuse('me', one.id, refused);
      expect((await batches.find('me', one.id))?.batch).toEqual({ ...one, refused: [...refused, ...refused] });
      const [inside, outside] = [letter({ batch: one.id }), letter()];
      await letters.accept([inside, outside], 'both');
      expect(await batches.remove('other', one.id)).toEqual([]);
      expect(await batches.remove('me', one.id)).toEqual([inside.id]);
      expect(await batches.find('me', one.id)).toBeUndefined();
      expect(idsOf(await queue.claim(5))).toEqual([outside.id]);
    });
  });
}

function describeKeys(storeOf: () => StoreUnderTest): void {
  const key = {
    id: 'abcdefgh',
    owner: 'firm',
    scopes: ['letters:read', 'admin'],
    created: '2026-11-25T12:00:00.000Z',
    expires: '2027-01-01',
    digest: 'd',
  } as const;

  describe('keys', () => {
    test('are kept with the day of their last use until they are removed', async () => {
      const { keys } = storeOf();
      await keys.add(key);
      expect(await keys.find(key.id)).toEqual(key);
      await keys.markUsed(key.id, '2026-11-25');
      expect(await keys.list()).toEqual([{ ...key, lastUsed: '2026-11-25' }]);
      expect(await keys.remove(key.id)).toBe(true);
      expect(await keys.remove(key.id)).toBe(false);
      expect(await keys.find(key.id)).toBeUndefined();
    });

    test('take their sessions with them', async () => {
      const { keys } = storeOf();
      await keys.add(key);
      const session = { digest: 's', key: key.id, until: '2026-11-26T00:00:00.000Z' };
      await keys.keepSession(session);
      expect(await keys.findSession('s')).toEqual(session);
      await keys.endSession('s');
      expect(await keys.findSession('s')).toBeUndefined();
      await keys.keepSession(session);
      await keys.remove(key.id);
      expect(await keys.findSession('s')).toBeUndefined();
    });
  });
}
