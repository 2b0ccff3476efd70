import { afterEach, expect, test, vi } from 'vitest';
import { acceptLetter, newLetter } from '../../src/job/accept-letter.ts';
import { getDocument } from '../../src/job/letter-files.ts';
import { type Runner, startRunner } from '../../src/job/run-letters.ts';
import type { Tools } from '../../src/job/tools.ts';
import { waitForLetter } from '../../src/job/wait-for-letter.ts';
import { makeTools, standingClock } from '../support/make-tools.ts';
import { sampleDocument } from '../support/sample-document.ts';

const never = new AbortController().signal;
const runners: Runner[] = [];
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop(0)));
});
function run(tools: Tools, mostMilliseconds = 5000): void {
  runners.push(startRunner(tools, { slots: 2, mostMilliseconds }));
}
const accept = async (tools: Tools, text: string) =>
  (await acceptLetter(tools, { owner: 'me', source: { name: 'a.pdf', bytes: Buffer.from(text) }, answers: {} })).letter;

test('a letter that takes too long is stopped and says so', async () => {
  const tools = makeTools();
  const letter = await accept(tools, 'slow');
  run(tools, 50);
  expect(await waitForLetter(tools, letter, 5, never)).toMatchObject({
    state: 'failed',
    problem: { code: 'timed-out' },
  });
});

test('a letter that breaks its reader is tried three times, then fails without a word of it', async () => {
  const clock = standingClock();
  const tools = makeTools({ clock });
  const letter = await accept(tools, 'breaks');
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const runner = startRunner(tools, { slots: 1, mostMilliseconds: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await runner.stop(1000);
    expect(await tools.letters.find('me', { id: letter.id })).toMatchObject({
      attempts: attempt,
      state: attempt < 3 ? 'waiting' : 'failed',
    });
    clock.pass(60_000);
  }
  expect(JSON.stringify(await tools.letters.find('me', { id: letter.id }))).not.toContain('secret');
});

test('a bad file fails at once', async () => {
  const tools = makeTools();
  const letter = await accept(tools, 'locked');
  run(tools);
  expect(await waitForLetter(tools, letter, 5, never)).toMatchObject({
    attempts: 1,
    problem: { code: 'file-encrypted' },
  });
});

/** Four letters of a batch, of which those with `slow` never end. */
async function acceptBatch(tools: Tools, ...texts: readonly string[]) {
  const letters = texts.map((text) => ({
    ...newLetter({ owner: 'me', source: { name: text, bytes: Buffer.from(text) }, answers: {} }, text, '2026-11-25'),
    batch: 'b',
  }));
  for (const letter of letters) await tools.files.put(`${letter.id}/original`, Buffer.from(letter.name));
  await tools.letters.accept(letters, 'both');
  return letters;
}
const countOf = async (tools: Tools, wanted: Readonly<Record<string, number>>) => {
  const { letters } = await tools.letters.list('me', { limit: 100 });
  const states = letters.map(({ state }) => state);
  return Object.entries(wanted).every(([state, count]) => states.filter((one) => one === state).length === count);
};

test('quick letters are taken in advance, and what was not begun when the service stops was never taken', async () => {
  const asked: number[] = [];
  const tools = makeTools();
  const counted: Tools = {
    ...tools,
    queue: {
      ...tools.queue,
      claim: async (limit, room) => {
        const leases = await tools.queue.claim(limit, room);
        if (leases.length > 0) asked.push(leases.length);
        return leases;
      },
    },
  };
  const quick = Array.from({ length: 30 }, (_, at) => `letter ${at}`);
  const letters = await acceptBatch(tools, ...quick, 'slow one', 'slow two', 'behind');
  const runner = startRunner(counted, { slots: 2, mostMilliseconds: 60_000 });
  await vi.waitUntil(() => countOf(tools, { done: 30, reading: 3 }));
  expect(asked.length).toBeLessThan(10);
  await runner.stop(0);
  expect(await tools.letters.find('me', { id: letters.at(-1)?.id ?? '' })).toEqual(letters.at(-1));
});

test('what waits behind a slow letter is given back, so that others can read it', async () => {
  const clock = standingClock();
  const tools = makeTools({ clock });
  const quick = Array.from({ length: 10 }, (_, at) => `letter ${at}`);
  const letters = await acceptBatch(tools, ...quick, 'slow one', 'slow two', 'behind');
  const runner = startRunner(tools, { slots: 2, mostMilliseconds: 60_000 });
  await vi.waitUntil(() => countOf(tools, { done: 10, reading: 3 }));
  clock.pass(2500);
  await vi.waitUntil(() => countOf(tools, { waiting: 1 }), { timeout: 4000 });
  expect(await tools.letters.find('me', { id: letters.at(-1)?.id ?? '' })).toEqual(letters.at(-1));
  await runner.stop(0);
});

test('a letter under way when the service stops is in line again', async () => {
  const tools = makeTools();
  const letter = await accept(tools, 'slow');
  const runner = startRunner(tools, { slots: 1, mostMilliseconds: 60_000 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await runner.stop(0);
  expect(await tools.letters.find('me', { id: letter.id })).toMatchObject({ state: 'waiting' });
});

test('a letter deleted while it is read leaves nothing', async () => {
  let finish: () => void = () => {};
  const tools = makeTools({
    readLetter: async ({ name }) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return sampleDocument(name);
    },
  });
  const letter = await accept(tools, 'a letter');
  const runner = startRunner(tools, { slots: 1, mostMilliseconds: 5000 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await tools.letters.remove('me', letter.id);
  finish();
  await runner.stop(1000);
  expect(await tools.files.list()).toEqual([]);
});

test('a late reader leaves the files of a letter that another one reads now', async () => {
  let finish: () => void = () => {};
  const clock = standingClock();
  const tools = makeTools({
    clock,
    readLetter: async ({ name }) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return sampleDocument(name);
    },
  });
  const letter = await accept(tools, 'a letter');
  const runner = startRunner(tools, { slots: 1, mostMilliseconds: 5000 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  clock.pass(31_000);
  const [other] = await tools.queue.claim(1);
  finish();
  await runner.stop(1000);
  expect((await tools.files.list()).map(({ key }) => key)).toContain(`${letter.id}/original`);
  expect(await tools.letters.find('me', { id: letter.id })).toMatchObject({ state: 'reading' });
  expect(other?.letter.id).toBe(letter.id);
});

test('a single upload is read beside a batch that takes every place', async () => {
  const tools = makeTools();
  const source = { name: 'slow.txt', bytes: Buffer.from('slow') };
  const slow = ['1', '2'].map((sha) => ({
    ...newLetter({ owner: 'me', source, answers: {} }, sha, '2026-11-25'),
    batch: 'b',
  }));
  for (const { id } of slow) await tools.files.put(`${id}/original`, source.bytes);
  await tools.letters.accept(slow, 'both');
  run(tools);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const letter = await accept(tools, 'a letter');
  expect(await waitForLetter(tools, letter, 5, never)).toMatchObject({ state: 'done' });
  expect(await tools.queue.count()).toEqual({ waiting: 0, reading: 2 });
});

test('each letter of a file gets a record of its own, and the same upload again is answered with the first', async () => {
  const tools = makeTools({
    split: (document) => [document, { ...document, name: 'the second' }],
  });
  const letter = await accept(tools, 'two letters');
  run(tools);
  await waitForLetter(tools, letter, 5, never);
  const other = async () =>
    (await tools.letters.list('me', { limit: 10 })).letters.filter((each) => each.id !== letter.id);
  const [second, ...more] = await other();
  expect(more).toEqual([]);
  expect(second?.name).toBe('a.pdf (2)');
  if (second === undefined) return;
  await waitForLetter(tools, second, 5, never);
  expect(await other()).toMatchObject([{ id: second.id, state: 'done' }]);
  expect((await getDocument(tools.files, second.id)).name).toBe('the second');
  expect(
    (
      await acceptLetter(tools, {
        owner: 'me',
        source: { name: 'a.pdf', bytes: Buffer.from('two letters') },
        answers: {},
      })
    ).letter.id,
  ).toBe(letter.id);
});
