import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import type { Source } from '../../../src/seam/reader.ts';
import { ownChildren } from '../../support/child-processes.ts';
import { makeZip } from '../../support/make-zip.ts';
import { fakeChild, openTestPool } from '../../support/test-pool.ts';

const pool = openTestPool();
afterAll(() => pool.close());

const letters = Array.from({ length: 5 }, (_, at) => ({ name: `${at}.txt`, data: `letter ${at}` }));
const archive = { name: 'letters.zip', bytes: makeZip(letters) };
const never = new AbortController().signal;

async function collect(files: AsyncIterable<Source>): Promise<readonly (readonly [string, string])[]> {
  const all: (readonly [string, string])[] = [];
  for await (const { name, bytes } of files) all.push([name, Buffer.from(bytes).toString('utf8')]);
  return all;
}

async function untilNoneIsLeft(): Promise<number> {
  for (let tries = 0; tries < 100 && ownChildren().length > 0; tries += 1) await wait(50);
  return ownChildren().length;
}

test('an archive is opened by a process of its own, which ends when it is done', async () => {
  const files = pool.unpack(archive, 'letters', never)[Symbol.asyncIterator]();
  await files.next();
  expect(ownChildren()).toHaveLength(1);
  expect(await collect({ [Symbol.asyncIterator]: () => files })).toEqual(
    letters.slice(1).map(({ name, data }) => [name, data]),
  );
  expect(await untilNoneIsLeft()).toBe(0);
});

test('whoever stops early ends the process', async () => {
  for await (const file of pool.unpack(archive, 'letters', never)) {
    expect(file.name).toBe('0.txt');
    break;
  }
  expect(await untilNoneIsLeft()).toBe(0);
});

test('a letter that is no archive needs no process', async () => {
  expect(await collect(pool.unpack({ name: 'a.txt', bytes: Buffer.from('Refused') }, 'letters', never))).toEqual([
    ['a.txt', 'Refused'],
  ]);
  expect(ownChildren()).toEqual([]);
});

test('an archive that is built to do harm is refused, and the next one is opened', async () => {
  const bomb = makeZip([{ name: 'a.txt', data: Buffer.alloc(5_000_000) }]);
  await expect(collect(pool.unpack({ name: 'a.zip', bytes: bomb }, 'letters', never))).rejects.toMatchObject({
    code: 'file-unreadable',
  });
  expect(await collect(pool.unpack(archive, 'letters', never))).toHaveLength(5);
});

test('a child that dies on an archive gives nothing twice', async () => {
  const dying = openTestPool({
    childScript: fakeChild(`if (task.ask === 'unpack') {
      process.send({ tell: 'file', name: 'a.txt', bytes: new Uint8Array([65]) }, () => process.exit(1));
    }`),
  });
  const names: string[] = [];
  const work = (async () => {
    for await (const { name } of dying.unpack(archive, 'letters', never)) names.push(name);
  })();
  await expect(work).rejects.toMatchObject({ code: 'file-unreadable' });
  expect(names).toEqual(['a.txt']);
  await dying.close();
});
