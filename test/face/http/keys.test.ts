import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../src/face/http/create-http-app.ts';
import type { Operation } from '../../../src/face/http/operation.ts';
import { scopes } from '../../../src/seam/key-store.ts';
import { type KeyedService, makeKeyedService } from '../../support/make-keyed-service.ts';
import { standingClock } from '../../support/make-tools.ts';

const clock = standingClock();
let service: KeyedService;
let admin: string;
beforeAll(async () => {
  service = makeKeyedService({ tools: { clock } });
  admin = await service.keyFor('firm', ['admin']);
});
afterAll(() => service.runner.stop(0));

const make = (body: object, key = admin) =>
  request(service.app)
    .post('/v1/keys')
    .set('Authorization', key)
    .send({ expires: '2027-01-01', ...body });
const table: Readonly<Record<string, Operation>> = operations;
/** An address of a call, with ids that nobody has. */
const addressOf = (path: string) => path.replace('{country}', 'xx').replaceAll(/\{\w+\}/g, 'none');
const call = ({ method, path }: Operation, key?: string) => {
  const sent = request(service.app)[method](addressOf(path));
  return key === undefined ? sent : sent.set('Authorization', key);
};

describe('a key', () => {
  test('is shown once, opens what its scopes say, and is listed without its secret', async () => {
    const made = await make({ scopes: ['letters:read'] });
    expect(made.status).toBe(201);
    expect(made.body.key).toMatch(/^rk_[a-z2-9]{8}_[\w-]{43}$/);
    expect(made.headers['location']).toBe(`/v1/keys/${made.body.id}`);
    const list = await request(service.app).get('/v1/keys').set('Authorization', admin);
    expect(list.body.keys.map(({ id }: { id: string }) => id)).toContain(made.body.id);
    expect(list.text).not.toContain(made.body.key.slice(12));
    expect(list.text).not.toContain('digest');
  });

  test('is kept as a digest only', async () => {
    const made = await make({ scopes: ['letters:read'] });
    const kept = JSON.stringify(await service.tools.keys.list());
    expect(kept).toContain(made.body.id);
    expect(kept).not.toContain(made.body.key.slice(12));
  });

  test('remembers the day of its last use', async () => {
    const made = await make({ scopes: ['letters:read'] });
    expect((await service.tools.keys.find(made.body.id))?.lastUsed).toBeUndefined();
    await request(service.app).get('/v1/letters/none').set('Authorization', `Bearer ${made.body.key}`);
    expect((await service.tools.keys.find(made.body.id))?.lastUsed).toBe('2026-11-25');
  });

  test('is worth nothing from the request after it was revoked', async () => {
    const made = await make({ scopes: ['letters:read'] });
    const ask = () => request(service.app).get('/v1/batches').set('Authorization', `Bearer ${made.body.key}`);
    expect((await ask()).status).toBe(200);
    const gone = await request(service.app).delete(`/v1/keys/${made.body.id}`).set('Authorization', admin);
    expect(gone.status).toBe(204);
    expect((await ask()).status).toBe(401);
  });

  test('is worth nothing from the day on which it expires', async () => {
    const moving = standingClock('2026-12-31');
    const aging = makeKeyedService({ tools: { clock: moving } });
    const key = await aging.keyFor('firm', scopes, '2027-01-01');
    const ask = () => request(aging.app).get('/v1/batches').set('Authorization', key);
    expect((await ask()).status).toBe(200);
    moving.set('2027-01-01');
    expect((await ask()).status).toBe(401);
    await aging.runner.stop(0);
  });

  test.each([
    ['no scope', { scopes: [] }],
    ['a scope that there is not', { scopes: ['everything'] }],
    ['a day that has passed', { scopes: ['admin'], expires: '2026-11-25' }],
    ['no day', { scopes: ['admin'], expires: 'soon' }],
    ['an owner of its own choosing', { scopes: ['admin'], owner: 'other-firm' }],
  ])('is not made with %s', async (_what, body) => {
    const answer = await make(body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text).code).toBe('request-invalid');
  });
});

describe('what is no good key is answered alike', () => {
  test.each([
    ['none', undefined],
    ['not a key', 'Bearer hello'],
    ['another scheme', 'Basic cms6cms='],
    ['an unknown id', `Bearer rk_aaaaaaaa_${'x'.repeat(43)}`],
    ['nothing after the scheme', 'Bearer '],
  ])('%s', async (_what, key) => {
    const ask = request(service.app).get('/v1/batches');
    const answer = await (key === undefined ? ask : ask.set('Authorization', key));
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(JSON.parse(answer.text).detail).toBe('No valid key was sent. Send one, or ask for one.');
  });

  test('a known id with a wrong secret', async () => {
    const wrong = admin.slice(0, -2) + (admin.endsWith('AA') ? 'BB' : 'AA');
    expect((await request(service.app).get('/v1/batches').set('Authorization', wrong)).status).toBe(401);
  });

  test('a good key in the address is refused', async () => {
    const answer = await request(service.app).get(`/v1/batches?api_key=${admin.slice(7)}`);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain(admin.slice(20));
  });
});

describe('every call asks for its scope', () => {
  test.each(Object.entries(table).filter(([, { scopes: wanted }]) => wanted.length > 0))('%s', async (_name, one) => {
    expect((await call(one)).status).toBe(401);
    for (const scope of scopes) {
      const { status } = await call(one, await service.keyFor('matrix', [scope]));
      expect([scope, status === 403]).toEqual([scope, !one.scopes.includes(scope)]);
    }
  });

  test('but those that tell nothing of letters ask for none', async () => {
    for (const one of Object.values(table).filter(({ scopes: wanted }) => wanted.length === 0)) {
      expect([one.path, [401, 403].includes((await call(one)).status)]).toEqual([one.path, false]);
    }
  });

  test('and the description says which', async () => {
    const { body } = await request(service.app).get('/openapi.json');
    expect(body.paths['/v1/keys'].post.description).toContain('admin');
    expect(body.paths['/healthz'].get.security).toEqual([]);
  });
});

test('a service without keys has none to make', async () => {
  const { makeService } = await import('../../support/make-service.ts');
  const open = makeService();
  const answer = await request(open.app).get('/v1/keys');
  await open.runner.stop(0);
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.text).detail).toContain('AUTH=keys');
});
