import request from 'supertest';
import { afterEach, describe, expect, test } from 'vitest';
import { createTokenBuckets } from '../../../src/face/http/token-buckets.ts';
import { newLetter } from '../../../src/job/accept-letter.ts';
import { type KeyedService, makeKeyedService } from '../../support/make-keyed-service.ts';
import { standingClock } from '../../support/make-tools.ts';

const open: KeyedService[] = [];
afterEach(async () => {
  for (const service of open.splice(0)) await service.runner.stop(0);
});
function start() {
  const clock = standingClock();
  const service = makeKeyedService({ tools: { clock } });
  open.push(service);
  return { clock, service };
}
const upload = ({ app }: KeyedService, key: string, text: string) =>
  request(app).post('/v1/letters').set('Authorization', key).attach('letter', Buffer.from(text), 'a.pdf');
const read = ({ app }: KeyedService, key: string) => request(app).get('/v1/batches').set('Authorization', key);
/** Statuses of so many calls, one after another. */
async function repeat(times: number, send: (at: number) => Promise<{ status: number }>) {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) statuses.push((await send(at)).status);
  return statuses;
}

describe('a bucket of tokens', () => {
  test('fills at its rate and never beyond its size, however the wall clock jumps', () => {
    const clock = standingClock();
    const take = createTokenBuckets(clock, { burst: 2, perMinute: 60 });
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
    clock.set('2031-01-01');
    expect(take('a')).toBe(1);
    clock.pass(1000);
    expect([take('a'), take('a')]).toEqual([0, 1]);
    clock.pass(3_600_000);
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
    expect(take('b')).toBe(0);
  });
});

describe('a key that asks too much is told when to come again', () => {
  test('after twenty uploads at once, then one a second', async () => {
    const { clock, service } = start();
    const key = await service.keyFor('firm');
    const statuses = await repeat(20, (at) => upload(service, key, `letter ${at}`));
    expect(statuses.filter((status) => status !== 202)).toEqual([]);
    const refused = await upload(service, key, 'one more');
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('1');
    expect(JSON.parse(refused.text).code).toBe('too-many-requests');
    expect((await read(service, key)).status).toBe(200);
    clock.pass(1000);
    expect((await upload(service, key, 'one more')).status).toBe(202);
  });

  test('after six hundred reads, while another key goes on', async () => {
    const { service } = start();
    const key = await service.keyFor('firm');
    const statuses = await repeat(600, () => read(service, key));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await read(service, key)).status).toBe(429);
    expect((await read(service, await service.keyFor('firm'))).status).toBe(200);
    expect((await request(service.app).get('/healthz')).status).toBe(200);
  });

  test('with more than four uploads under way', async () => {
    const { service } = start();
    const key = await service.keyFor('firm');
    const sent = Array.from({ length: 6 }, (_, at) => upload(service, key, `slow ${at}`).set('Prefer', 'wait=1'));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect(statuses.filter((status) => status === 202)).toHaveLength(4);
  });
});

describe('an address that tries keys', () => {
  const guess = ({ app }: KeyedService) => request(app).get('/v1/batches').set('Authorization', 'Bearer rk_guess');

  test('is told to wait after twenty that are not good, at the API and at the form alike', async () => {
    const { clock, service } = start();
    expect(new Set(await repeat(20, () => guess(service)))).toEqual(new Set([401]));
    const refused = await guess(service);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBe(45);
    const form = await request(service.app).post('/sign-in').type('form').send({ key: 'rk_guess' });
    expect(form.status).toBe(429);
    expect(form.headers['retry-after']).toBe('45');
    clock.pass(15 * 60_000);
    expect((await guess(service)).status).toBe(401);
  });

  test('keeps nobody with a good key out who shares it', async () => {
    const { service } = start();
    await repeat(25, () => guess(service));
    expect((await read(service, await service.keyFor('firm'))).status).toBe(200);
  });
});

test('when very many letters wait, a batch is not taken and nothing of it is kept', async () => {
  const { service } = start();
  await service.runner.stop(0);
  const source = { name: 'a.pdf', bytes: Buffer.from('a') };
  const waiting = Array.from({ length: 20_000 }, (_, at) => ({
    ...newLetter({ owner: 'other', source, answers: {} }, `hash ${at}`, '2026-11-25T12:00:00Z'),
    batch: 'b',
  }));
  await service.tools.letters.accept(waiting, 'both');
  const key = await service.keyFor('firm');
  const answer = await request(service.app)
    .post('/v1/batches')
    .set('Authorization', key)
    .attach('letters', Buffer.from('one more'), 'a.pdf');
  expect(answer.status).toBe(503);
  expect(answer.headers['retry-after']).toBe('60');
  expect((await read(service, key)).body.batches).toEqual([]);
  expect((await upload(service, key, 'a single one')).status).toBe(202);
});
