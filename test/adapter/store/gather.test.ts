import { expect, test } from 'vitest';
import { gather } from '../../../src/adapter/store/sql/gather.ts';
import { Failure } from '../../../src/model/failure.ts';

const open = (most: number, isEnough: (item: string) => boolean = () => false) => {
  const asked: (readonly string[])[] = [];
  const ask = gather<string, string>(
    async (items) => {
      asked.push(items);
      if (items.includes('bad')) throw new RangeError('bad');
      if (items.includes('down')) throw new Failure('busy', 'down');
      return items.map((item) => item.toUpperCase());
    },
    { most, milliseconds: 20, isEnough },
  );
  return { ask, asked };
};

test('questions that come together are asked as one, and each gets its own answer', async () => {
  const { ask, asked } = open(3);
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(ask))).toEqual(['A', 'B', 'C', 'D']);
  expect(asked).toEqual([['a', 'b', 'c'], ['d']]);
});

test('one that needn’t wait takes along those that do', async () => {
  const { ask, asked } = open(9, (item) => item === 'now');
  const waits = ask('a');
  expect(await ask('now')).toBe('NOW');
  expect(await waits).toBe('A');
  expect(asked).toEqual([['a', 'now']]);
});

test('a bad one spoils none of the others', async () => {
  const { ask } = open(3);
  const answers = await Promise.allSettled(['a', 'bad', 'c'].map(ask));
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('when the store is down all are told, and it isn’t asked again', async () => {
  const { ask, asked } = open(2);
  const answers = await Promise.allSettled(['a', 'down'].map(ask));
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toHaveLength(1);
});
