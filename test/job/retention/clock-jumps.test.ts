import request from 'supertest';
import { expect, test, vi } from 'vitest';
import { makeKey } from '../../../src/job/api-keys.ts';
import { originalKey } from '../../../src/job/letter-files.ts';
import { createSweeper } from '../../../src/job/retention/create-sweeper.ts';
import { checkSession, openSession } from '../../../src/job/sessions.ts';
import { makeKeyedService } from '../../support/make-keyed-service.ts';
import { standingClock } from '../../support/make-tools.ts';

const hour = 3_600_000;
const day = 24 * hour;
const uploadsAtOnce = 20;

/** A clock whose wall can be moved while the time that passes goes on as before. */
function jumpingClock() {
  const steady = standingClock();
  let off = 0;
  const now = (): Date => new Date(steady.now().getTime() + off);
  return {
    now,
    today: () => now().toISOString().slice(0, 10),
    elapsed: () => steady.elapsed(),
    pass: (milliseconds: number) => steady.pass(milliseconds),
    jump: (milliseconds: number) => {
      off += milliseconds;
    },
  };
}

test.each([
  ['an hour on', hour, true],
  ['a year on', 365 * day, false],
  ['a day back', -day, true],
])('when the wall clock jumps %s, all that was taken stays, and nobody is kept out', async (_, jump, sessionLives) => {
  const clock = jumpingClock();
  const { app, tools, runner, keyFor } = makeKeyedService({ tools: { clock } });
  const sweep = createSweeper(tools, { originalDays: 30, reportDays: 180 });
  await sweep();
  for (let passed = 0; passed < 25; passed += 1) {
    clock.pass(hour);
    await sweep();
  }
  const header = await keyFor('firm');
  const ledger: string[] = [];
  const send = async (text: string) => {
    const answer = await request(app)
      .post('/v1/letters')
      .set('Authorization', header)
      .attach('letter', Buffer.from(text), 'a.txt');
    if (answer.status === 202) ledger.push(answer.body.id);
    return answer;
  };
  const { key } = await makeKey(tools, { owner: 'firm', scopes: ['letters:read'], expires: '2030-01-01' });
  const session = await openSession(tools, key);
  for (let sent = 0; sent < uploadsAtOnce; sent += 1) expect((await send(`letter ${sent}`)).status).toBe(202);
  expect((await send('one too many')).headers['retry-after']).toBe('1');

  clock.jump(jump);
  // The window of the rate is neither opened by it nor made longer.
  expect((await send('one too many')).headers['retry-after']).toBe('1');
  clock.pass(1000);
  expect((await send('in the next window')).status).toBe(202);
  expect((await checkSession(tools, session)) !== undefined).toBe(sessionLives);
  expect(await checkSession(tools, await openSession(tools, key))).toMatchObject({ id: key.id });
  for (let passed = 0; passed < 23; passed += 1) {
    expect(await sweep()).toBe(0);
    clock.pass(hour / 2);
  }
  // Put right again.
  clock.jump(-jump);
  expect(await sweep()).toBe(0);
  // Who was signed out by it signs in again; who was not still is.
  expect((await checkSession(tools, session)) !== undefined).toBe(sessionLives);
  expect(await checkSession(tools, await openSession(tools, key))).toMatchObject({ id: key.id });

  await vi.waitFor(async () => {
    const { letters } = await tools.letters.list('firm', { limit: 100 });
    expect(letters.filter(({ state }) => state === 'waiting' || state === 'reading')).toEqual([]);
  });
  await runner.stop(0);
  const { letters } = await tools.letters.list('firm', { limit: 100 });
  const files = await Promise.all(ledger.map((id) => tools.files.get(originalKey(id))));
  const kept = ledger.filter((id) => letters.some((letter) => letter.id === id && letter.state === 'done'));
  const twice = letters.length - new Set(letters.map(({ sha256 }) => sha256)).size;
  const open = letters.filter(({ state }) => state !== 'done' && state !== 'failed').length;
  const sums = { ledger: ledger.length, database: letters.length, files: files.filter(Boolean).length };
  console.info(
    `clock jumped: ledger ${sums.ledger} = database ${sums.database} = files ${sums.files}: done ${kept.length}; lost ${sums.ledger - kept.length}, twice ${twice}, not ended ${open}`,
  );
  expect(sums).toEqual({ ledger: 21, database: 21, files: 21 });
  expect(kept).toEqual(ledger);
  expect({ twice, open }).toEqual({ twice: 0, open: 0 });
});
