import { expect, test } from 'vitest';
import { openBatch } from '../../src/job/accept-batch.ts';
import { acceptLetter } from '../../src/job/accept-letter.ts';
import { addToBatch } from '../../src/job/batch/add-to-batch.ts';
import { originalKey } from '../../src/job/letter-files.ts';
import { reportOfLetter } from '../../src/job/report-of-letter.ts';
import { createSweeper } from '../../src/job/retention/create-sweeper.ts';
import { runLetter } from '../../src/job/run-letter.ts';
import type { Tools } from '../../src/job/tools.ts';
import { makeTools, standingClock } from '../support/make-tools.ts';

const never = new AbortController().signal;
const hour = 3_600_000;

/** A store whose every call takes a step; `step` throws when the process is dead. */
function stepping<Store extends object>(store: Store, step: (when: 'before' | 'after') => void): Store {
  return new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        step('before');
        const answer: unknown = await Reflect.apply(method, target, [...args]);
        step('after');
        return answer;
      };
    },
  });
}

/** Tools of a process that dies at a step, before the call is made or before its answer comes; nothing works from then on. */
function dyingTools(tools: Tools, at: number) {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps >= at) throw new Error('the process is dead');
  };
  const { letters, batches, queue, files } = tools;
  return {
    died: () => steps >= at,
    tools: {
      ...tools,
      letters: stepping(letters, step),
      batches: stepping(batches, step),
      queue: stepping(queue, step),
      files: stepping(files, step),
    },
  };
}

const file = (text: string) => ({ name: `${text}.pdf`, bytes: Buffer.from(text) });

/** What the sender was told is kept. */
type Told = { letter?: string; batch?: string };

/** Takes a letter and a batch and reads them. */
async function work(tools: Tools, told: Told): Promise<void> {
  told.letter = (await acceptLetter(tools, { owner: 'me', source: file('a letter'), answers: {} })).letter.id;
  const batch = await openBatch(tools, 'me', 'a batch');
  await addToBatch(tools, batch, [file('one'), file('locked two'), file('odd type')]);
  told.batch = batch.id;
  for (const lease of await tools.queue.claim(10)) await runLetter(tools, lease, never);
}

/** Reads what is left, as the next process does. */
async function goOn(tools: Tools, clock: ReturnType<typeof standingClock>): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    clock.pass(60_000);
    for (const lease of await tools.queue.claim(10)) await runLetter(tools, lease, never);
  }
}

/** The ends of all letters that there are, each with its report and its file when it was read. */
async function endsOf(tools: Tools, step: string): Promise<readonly { id: string; batch?: string; end: string }[]> {
  const { letters } = await tools.letters.list('me', { limit: 100 });
  for (const { id, state } of letters) {
    if (state !== 'done') continue;
    expect((await reportOfLetter(tools, 'me', id)).grounds.length, step).toBeGreaterThan(0);
    expect(await tools.files.get(originalKey(id)), step).toBeDefined();
  }
  return letters.map(({ state, problem, ...letter }) => ({
    ...letter,
    end: problem === undefined ? state : `${state} ${problem.code}`,
  }));
}

/** The folders of files that no letter names, two days later. */
async function leftBehind(tools: Tools, ids: readonly string[], clock: ReturnType<typeof standingClock>) {
  const sweep = createSweeper(tools, { originalDays: 30, reportDays: 180 });
  for (let hours = 0; hours < 50; hours += 1) {
    await sweep();
    clock.pass(hour);
  }
  const folders = new Set((await tools.files.list()).map(({ key }) => key.split('/')[0] ?? ''));
  return [...folders].filter((folder) => folder !== 'sweeper' && !ids.includes(folder));
}

test('a process that dies at any step loses nothing it said it had taken, and leaves nothing that stays', async () => {
  const ends: string[] = [];
  let [steps, taken] = [0, 0];
  for (let died = true; died; ) {
    steps += 1;
    const step = `step ${steps}`;
    const clock = standingClock();
    const tools = makeTools({ clock });
    const dying = dyingTools(tools, steps);
    const told: Told = {};
    await work(dying.tools, told).catch(() => undefined);
    died = dying.died();
    await goOn(tools, clock);
    const letters = await endsOf(tools, step);
    ends.push(...letters.map(({ end }) => end));
    const ids = letters.map(({ id }) => id);
    const kept = told.letter === undefined ? [] : [told.letter];
    expect(ids, step).toEqual(expect.arrayContaining(kept));
    const inBatch = letters.filter(({ batch }) => batch !== undefined && batch === told.batch);
    expect(inBatch, step).toHaveLength(told.batch === undefined ? 0 : 3);
    taken += kept.length + inBatch.length;
    expect(await leftBehind(tools, ids, clock), step).toEqual([]);
  }
  const known = ['done', 'failed file-encrypted', 'failed file-type-unsupported'];
  expect([...new Set(ends)].toSorted()).toEqual(known);
  expect(steps).toBeGreaterThan(40);
  const counts = known.map((end) => `${end} ${ends.filter((one) => one === end).length}`).join(', ');
  console.log(
    `died at each of ${steps - 1} steps; ledger ${taken} = store ${taken}; with what nobody was told of: ${counts}`,
  );
});
