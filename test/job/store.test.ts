import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createMemoryStore, openDiskStore } from '../../src/adapter/store-disk.ts';
import { newLetter } from '../../src/job/accept-letter.ts';
import type { LetterRecord } from '../../src/seam/store.ts';
import { standingClock } from '../support/make-tools.ts';

let number = 0;
function letter(change: Partial<LetterRecord> = {}): LetterRecord {
  number += 1;
  const source = { name: `letter-${number}.pdf`, bytes: new Uint8Array() };
  return { ...newLetter({ owner: 'me', source, answers: {} }, `sha-${number}`, '2026-11-25T12:00:00.000Z'), ...change };
}
const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'store-'));
const found = {
  kind: 'k',
  outcome: 'refused',
  application: 'a',
  language: 'en',
  grounds: [{ id: 'g', strength: 'stated' }],
  unrecognised: 0,
  check: false,
} as const;

describe('a store on disk', () => {
  test('knows after a restart what it was told before', async () => {
    const folder = freshFolder();
    const store = await openDiskStore(folder, standingClock());
    const [first, second, gone] = [letter(), letter({ idempotencyKey: 'k' }), letter()];
    await store.letters.accept([first, second, gone], 'both');
    await store.letters.change('me', first.id, { gathered: ['a'] });
    await store.letters.remove('me', gone.id);
    await store.close();
    const again = await openDiskStore(folder, standingClock());
    expect((await again.letters.list('me', { limit: 10 })).letters).toEqual([{ ...first, gathered: ['a'] }, second]);
    expect(await again.letters.find('me', { idempotencyKey: 'k' })).toEqual(second);
    await again.close();
  });

  test('leaves out a line that a crash cut off, and nothing else', async () => {
    const folder = freshFolder();
    const store = await openDiskStore(folder, standingClock());
    const kept = letter();
    await store.letters.accept([kept], 'both');
    await store.close();
    appendFileSync(path.join(folder, 'store.jsonl'), '[{"table":"letter","id":"half","pu');
    const again = await openDiskStore(folder, standingClock());
    expect((await again.letters.list('me', { limit: 10 })).letters).toEqual([kept]);
    await again.close();
    expect(readFileSync(path.join(folder, 'store.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  test('takes letters again that were being read when it ended', async () => {
    const folder = freshFolder();
    const store = await openDiskStore(folder, standingClock());
    await store.letters.accept([letter()], 'both');
    await store.queue.claim(1);
    await store.close();
    const again = await openDiskStore(folder, standingClock());
    const [lease] = await again.queue.claim(1);
    expect(lease?.letter.attempts).toBe(2);
    await again.close();
  });
});

describe('the line of waiting letters', () => {
  test('lets single uploads pass those of batches', async () => {
    const { letters, queue } = createMemoryStore(standingClock());
    const [batched, single] = [letter({ batch: 'b' }), letter()];
    await letters.accept([batched, single], 'both');
    const order = (await queue.claim(5)).map((lease) => lease.letter.id);
    expect(order).toEqual([single.id, batched.id]);
    expect(await queue.claim(5)).toEqual([]);
  });

  test('ends a job once, and only by who holds it', async () => {
    const clock = standingClock();
    const { letters, queue } = createMemoryStore(clock);
    await letters.accept([letter()], 'both');
    const [late] = await queue.claim(1);
    clock.pass(31_000);
    const [now] = await queue.claim(1);
    const end = { state: 'done', found, pages: 1 } as const;
    expect(await queue.complete(late?.token ?? '', end)).toBe(false);
    expect(await queue.complete(now?.token ?? '', end)).toBe(true);
    expect(await queue.complete(now?.token ?? '', end)).toBe(false);
  });

  test('keeps a letter for as long as its reader says that it works', async () => {
    const clock = standingClock();
    const { letters, queue } = createMemoryStore(clock);
    await letters.accept([letter()], 'both');
    const [lease] = await queue.claim(1);
    for (let beat = 0; beat < 10; beat += 1) {
      clock.pass(10_000);
      expect(await queue.extend([lease?.token ?? ''])).toHaveLength(1);
    }
    expect(await queue.claim(1)).toEqual([]);
  });

  test('stores nothing of a letter that was deleted meanwhile', async () => {
    const { letters, queue } = createMemoryStore(standingClock());
    const one = letter();
    await letters.accept([one], 'both');
    const [lease] = await queue.claim(1);
    await letters.remove('me', one.id);
    expect(await queue.complete(lease?.token ?? '', { state: 'done', found, pages: 1 })).toBe(false);
    expect(await letters.find('me', { id: one.id })).toBeUndefined();
  });

  test('waits before it gives a letter again', async () => {
    const clock = standingClock();
    const { letters, queue } = createMemoryStore(clock);
    await letters.accept([letter()], 'both');
    const [lease] = await queue.claim(1);
    await queue.release(lease?.token ?? '', 8);
    expect(await queue.claim(1)).toEqual([]);
    clock.pass(8001);
    expect(await queue.claim(1)).toHaveLength(1);
  });

  test('ends the waiting letters of one batch when asked, and no other', async () => {
    const { letters, queue } = createMemoryStore(standingClock());
    const [read, waiting, elsewhere, hers] = [
      letter({ batch: 'b' }),
      letter({ batch: 'b' }),
      letter({ batch: 'c' }),
      letter({ batch: 'b', owner: 'her' }),
    ];
    await letters.accept([read, waiting, elsewhere, hers], 'both');
    const [lease] = await queue.claim(1);
    expect(lease?.letter.id).toBe(read.id);
    const problem = { code: 'not-done', detail: 'Cancelled.' } as const;
    expect(await queue.cancel('me', 'b', problem)).toBe(1);
    expect(await queue.cancel('me', 'b', problem)).toBe(0);
    expect(await letters.find('me', { id: waiting.id })).toMatchObject({ state: 'failed', problem });
    expect(await queue.complete(lease?.token ?? '', { state: 'done', found, pages: 1 })).toBe(true);
    expect((await queue.claim(5)).map((one) => one.letter.id)).toEqual([elsewhere.id, hers.id]);
    expect(await queue.count()).toEqual({ waiting: 0, reading: 2 });
  });

  test('tries a failed letter again when asked, and no other', async () => {
    const { letters, queue } = createMemoryStore(standingClock());
    const one = letter();
    await letters.accept([one], 'both');
    expect(await queue.retry('me', one.id)).toBe(false);
    const [lease] = await queue.claim(1);
    await queue.complete(lease?.token ?? '', { state: 'failed', problem: { code: 'timed-out', detail: '' } });
    expect(await queue.retry('someone', one.id)).toBe(false);
    expect(await queue.retry('me', one.id)).toBe(true);
    expect(await letters.find('me', { id: one.id })).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});

test('nobody finds a letter of somebody else', async () => {
  const { letters } = createMemoryStore(standingClock());
  const one = letter({ idempotencyKey: 'k' });
  await letters.accept([one], 'both');
  expect(await letters.find('other', { id: one.id })).toBeUndefined();
  expect(await letters.find('other', { sha256: one.sha256 })).toBeUndefined();
  expect(await letters.find('other', { idempotencyKey: 'k' })).toBeUndefined();
  expect(await letters.remove('other', one.id)).toBe(false);
  expect((await letters.list('other', { limit: 9 })).letters).toEqual([]);
});

test('a list comes in pages that leave none out', async () => {
  const { letters } = createMemoryStore(standingClock());
  const all = Array.from({ length: 7 }, () => letter({ batch: 'b' }));
  await letters.accept([...all, letter()], 'both');
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await letters.list('me', { batch: 'b', limit: 3, ...(after === undefined ? {} : { after }) });
    seen.push(...page.letters.map(({ id }) => id));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toEqual(all.map(({ id }) => id));
});
