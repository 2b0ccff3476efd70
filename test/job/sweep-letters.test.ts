import { expect, test } from 'vitest';
import { createMemoryAudit } from '../../src/adapter/audit-trail.ts';
import { acceptLetter } from '../../src/job/accept-letter.ts';
import { createSweeper } from '../../src/job/sweep-letters.ts';
import { makeTools, standingClock } from '../support/make-tools.ts';

const day = 86_400_000;

test('letters of every owner go when their time is over, and the trail says so', async () => {
  const clock = standingClock();
  const audit = createMemoryAudit();
  const tools = makeTools({ clock, audit });
  const keep = async (owner: string) =>
    (await acceptLetter(tools, { owner, source: { name: 'a.txt', bytes: Buffer.from('a') }, answers: {} })).letter.id;
  const old = [await keep('firm-a'), await keep('firm-b')];
  clock.pass(20 * day);
  const young = await keep('firm-c');
  const sweep = createSweeper(tools, 30);
  clock.pass(11 * day);
  expect(await sweep()).toBe(2);
  expect(await tools.letters.owners()).toEqual(['firm-c']);
  expect((await tools.files.list()).map(({ key }) => key)).toEqual([`${young}/original`]);
  expect(audit.rows).toEqual(old.map((on) => ({ who: 'service', what: 'retention', on, result: 'deleted' })));
});

test('files that belong to somebody’s letter are never taken for left-overs', async () => {
  const clock = standingClock();
  const tools = makeTools({ clock });
  const source = { name: 'a.txt', bytes: Buffer.from('a') };
  await acceptLetter(tools, { owner: 'firm-a', source, answers: {} });
  const sweep = createSweeper(tools, 3650);
  // Files in memory carry the machine's own time.
  clock.pass(Math.max(0, Date.now() - clock.now().getTime()) + 5 * day);
  await tools.files.put('nobody/original', source.bytes);
  await sweep();
  const keys = (await tools.files.list()).map(({ key }) => key);
  expect(keys).toHaveLength(1);
  expect(keys).not.toContain('nobody/original');
});
