import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/adapter/store/database.ts';
import { migrate } from '../../../src/adapter/store/migrate.ts';
import { createSqlStore } from '../../../src/adapter/store/sql/create-sql-store.ts';
import { reapLeases } from '../../../src/adapter/store/sql/sql-queue.ts';
import { standingClock } from '../../support/make-tools.ts';
import { describeStore, letter, type StoreUnderTest } from './store-contract.ts';

/** What stores in a database must do: what every store does, and what several processes ask of it. */
export function describeSqlStore(openDatabase: () => Promise<Database>): void {
  let database: Database;
  const clock = standingClock();
  let store: StoreUnderTest;
  const open = async (): Promise<StoreUnderTest> => {
    database = await openDatabase();
    await migrate(database);
    store = {
      ...createSqlStore(database, clock),
      pass: async (milliseconds) => {
        clock.pass(milliseconds);
        await database.query(
          `update job set lease_until = lease_until - $1 * interval '1 ms', run_at = run_at - $1 * interval '1 ms'`,
          [milliseconds],
        );
      },
      empty: async () => {
        await database.query('truncate letter, batch, api_key cascade');
      },
      close: () => database.close(),
    };
    return store;
  };
  describeStore(open);

  const accept = (...letters: Parameters<typeof letter>[0][]) => store.letters.accept(letters.map(letter), 'both');
  const die = async (...times: number[]) => {
    for (const _ of times) {
      await store.queue.claim(1, 'empty');
      await store.pass(31_000);
      await store.queue.claim(0);
      await store.pass(600_000);
    }
  };

  describe('a letter whose reader died', () => {
    test('is read again after a pause, by whoever comes', async () => {
      const [one] = await accept({});
      await store.queue.claim(1);
      await store.pass(31_000);
      expect(await store.queue.claim(1)).toEqual([]);
      await store.pass(6000);
      expect((await store.queue.claim(1))[0]?.letter).toEqual({ ...one, state: 'reading', attempts: 2 });
    });

    test('is never taken in advance, nor is another while it waits', async () => {
      const [deadly] = await accept({ batch: 'b' });
      await die(1);
      await accept(...Array.from({ length: 9 }, () => ({ batch: 'b' })));
      expect(await store.queue.claim(8, 'shared', 0)).toEqual([]);
      const taken = await store.queue.claim(8, 'shared', 2);
      expect(taken).toHaveLength(2);
      expect(taken[0]?.letter.id).toBe(deadly?.id);
      expect(await store.queue.claim(8, 'shared', 0)).toHaveLength(8);
    });

    test('is read alone after the second death', async () => {
      const [deadly] = await accept({ batch: 'b' });
      await die(1, 2);
      const [other] = await accept({ batch: 'b' });
      const shared = await store.queue.claim(5, 'shared');
      // It waited for long, so a process with other letters takes nothing more until it has none.
      expect(shared).toEqual([]);
      const [alone, ...more] = await store.queue.claim(5, 'empty');
      expect(alone).toMatchObject({ alone: true, letter: { id: deadly?.id } });
      expect(more).toEqual([]);
      expect((await store.queue.claim(5, 'shared')).map((lease) => lease.letter.id)).toEqual([other?.id]);
    });

    test('fails after the fifth', async () => {
      const [deadly] = await accept({});
      await die(1, 2, 3, 4, 5);
      expect(await store.letters.find('me', { id: deadly?.id ?? '' })).toMatchObject({
        state: 'failed',
        attempts: 5,
        problem: { code: 'internal' },
      });
      expect(await store.queue.count()).toEqual({ waiting: 0, reading: 0 });
    });

    test('is in line again as soon as nobody else can hold it', async () => {
      await accept({}, {});
      await store.queue.claim(2);
      await reapLeases(database, clock, true);
      expect(await store.queue.count()).toEqual({ waiting: 2, reading: 0 });
    });
  });

  describe('owners', () => {
    test('take turns, however many letters one has', async () => {
      await accept(...Array.from({ length: 20 }, () => ({ owner: 'many', batch: 'b' })));
      await accept({ owner: 'few', batch: 'c' }, { owner: 'few', batch: 'c' });
      const order: string[] = [];
      for (let turn = 0; turn < 6; turn += 1) {
        const [lease] = await store.queue.claim(1);
        order.push(lease?.letter.owner ?? '');
        await store.queue.release(lease?.token ?? '', 1000);
      }
      expect(order.filter((owner) => owner === 'few')).toHaveLength(2);
      expect(order.slice(0, 4).filter((owner) => owner === 'few')).toHaveLength(2);
    });

    test('whose letters take long wait for those whose letters don’t', async () => {
      await accept(...Array.from({ length: 9 }, () => ({ owner: 'slow', batch: 'b' })));
      await accept(...Array.from({ length: 9 }, () => ({ owner: 'quick', batch: 'c' })));
      const order: string[] = [];
      for (let turn = 0; turn < 8; turn += 1) {
        const [lease] = await store.queue.claim(1);
        const owner = lease?.letter.owner ?? '';
        order.push(owner);
        clock.pass(owner === 'slow' ? 10_000 : 100);
        await store.queue.release(lease?.token ?? '', 1000);
      }
      expect(order.filter((owner) => owner === 'slow').length).toBeLessThanOrEqual(2);
    });

    test('of ten at once each get one', async () => {
      const owners = Array.from({ length: 10 }, (_, at) => `owner-${at}`);
      await accept(...owners.flatMap((owner) => [{ owner }, { owner }, { owner }]));
      const leases = await store.queue.claim(10);
      expect(leases.map((lease) => lease.letter.owner).toSorted()).toEqual(owners);
    });
  });

  test('a duty is one process’s until its time is over, and never taken from whoever does it', async () => {
    const [here, there] = [createSqlStore(database, clock).duties, createSqlStore(database, clock).duties];
    const taken = await Promise.all([here.take('sweep', 60), there.take('sweep', 60)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    const [holder, other] = taken[0] === true ? [here, there] : [there, here];
    expect(await holder.take('sweep', 60)).toBe(true);
    expect(await other.take('something else', 60)).toBe(true);
    await database.query(`update duty set until = now() - interval '1 second' where name = 'sweep'`);
    expect(await other.take('sweep', 60)).toBe(true);
    expect(await holder.take('sweep', 60)).toBe(false);
  });

  test('many readers at once get every letter once', async () => {
    await accept(...Array.from({ length: 60 }, () => ({ batch: 'b' })));
    const seen: string[] = [];
    const reader = async () => {
      for (let empty = 0; empty < 3; ) {
        const leases = await store.queue.claim(2);
        empty = leases.length === 0 ? empty + 1 : 0;
        for (const { token, letter: one } of leases) {
          seen.push(one.id);
          await store.queue.complete(token, { state: 'failed', problem: { code: 'internal', detail: '' } });
        }
      }
    };
    await Promise.all([reader(), reader(), reader(), reader()]);
    expect(seen).toHaveLength(60);
    expect(new Set(seen).size).toBe(60);
    expect(await store.queue.count()).toEqual({ waiting: 0, reading: 0 });
  });

  test('a database of a newer program is not touched', async () => {
    await database.query('insert into schema_version (number) values (9999)');
    await expect(migrate(database)).rejects.toThrow('newer version');
    await database.query('delete from schema_version where number = 9999');
  });
}
