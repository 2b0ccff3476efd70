import { describe } from 'vitest';
import { createMemoryKeyStore } from '../../../src/adapter/store/memory/create-memory-keys.ts';
import { createMemoryStore } from '../../../src/adapter/store/memory/create-memory-store.ts';
import { standingClock } from '../../support/make-tools.ts';
import { describeStore, type StoreUnderTest } from './store-contract.ts';

describe('the store in memory', () => {
  describeStore(async () => {
    const clock = standingClock();
    const fresh = () => ({ ...createMemoryStore(clock), keys: createMemoryKeyStore(clock) });
    let now = fresh();
    return {
      get letters() {
        return now.letters;
      },
      get batches() {
        return now.batches;
      },
      get queue() {
        return now.queue;
      },
      get keys() {
        return now.keys;
      },
      pass: async (milliseconds) => clock.pass(milliseconds),
      empty: async () => {
        now = fresh();
      },
      close: async () => {},
    } satisfies StoreUnderTest;
  });
});
