import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Route, routesOf } from '../../support/app-routes.ts';
import { everyStore, type StoreInUse } from '../../support/every-store.ts';
import { type KeyedService, makeKeyedService } from '../../support/make-keyed-service.ts';

/** Of every firm the same: what the packs know. */
const isPublic = ({ path }: Route): boolean => /^\/(v1\/)?(patterns|assets|problems)\//.test(path);
/** Goes on to another address whatever its id is, which then says that there is nothing. */
const goesOn = new Set(['get /letters/:id/unlock']);
/** Bodies of calls that look at theirs before they look for the letter. */
const bodies: Readonly<Record<string, object>> = {
  'patch /v1/letters/:id/answers': {},
  'put /v1/letters/:id/review': { by: 'A reviewer', corrections: [] },
};
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
/** Every route of the app that names something by its id: Express itself is asked, so that a new one is not forgotten. */
const named = routesOf(makeKeyedService().app).filter((route) => route.path.includes(':') && !isPublic(route));
const neverWas = 'neverWasThere';

function ask(service: KeyedService, route: Route, id: string, key: string) {
  const filled = route.path.replace(':id', id).replace(':n', '1').replace(':form', 'json');
  const sent = request(service.app)[route.method](filled).set('Authorization', key);
  if (nameOf(route) === 'post /v1/batches/:id/letters') return sent.attach('letters', Buffer.from('x'), 'x.pdf');
  const body = bodies[nameOf(route)];
  return body === undefined ? sent : sent.send(body);
}
/** An answer without what differs from request to request, and without the id that was asked for. */
const seen = (answer: { status: number; text?: string; headers: object }, id: string) => {
  const text = `${answer.text ?? ''}`.replace(/"requestId":"[^"]*"/, '').replaceAll(id, 'ID');
  const location = String(Reflect.get(answer.headers, 'location') ?? '').replaceAll(id, 'ID');
  return { status: answer.status, text, location };
};

test('some routes name something by its id', () => {
  expect(named.length).toBeGreaterThan(35);
  expect(named.map(nameOf)).toContain('get /batches/:id/rows');
});

describe.each(everyStore)('with %s', (_name, openStore) => {
  let store: StoreInUse;
  let service: KeyedService;
  let other: string;
  let hers: { readonly key: string; readonly letter: string; readonly batch: string; readonly keyId: string };

  const upload = (key: string, text: string) =>
    request(service.app)
      .post('/v1/letters')
      .set('Authorization', key)
      .set('Prefer', 'wait=20')
      .attach('letter', Buffer.from(text), 'a.pdf');
  const read = async (address: string) => (await request(service.app).get(address).set('Authorization', hers.key)).text;
  /** All that she can see of what is hers, and the files that lie there. */
  const hersNow = async () => ({
    letter: await read(`/v1/letters/${hers.letter}`),
    report: await read(`/v1/letters/${hers.letter}/report`),
    review: await read(`/v1/letters/${hers.letter}/review`),
    batch: await read(`/v1/batches/${hers.batch}`),
    letters: await read(`/v1/batches/${hers.batch}/letters`),
    keys: (await service.tools.keys.list()).map(({ id }) => id),
    files: (await service.tools.files.list()).map(({ key }) => key).toSorted(),
  });

  beforeAll(async () => {
    store = await openStore();
    service = makeKeyedService({ http: { limited: false }, tools: store.tools });
    const key = await service.keyFor('firm-a');
    other = await service.keyFor('firm-b');
    const letter = await upload(key, 'her letter');
    const batch = await request(service.app)
      .post('/v1/batches')
      .set('Authorization', key)
      .attach('letters', Buffer.from('her batch'), 'hers.pdf')
      .attach('letters', Buffer.from('locked'), 'locked.pdf');
    hers = { key, letter: letter.body.id, batch: batch.body.id, keyId: (await service.tools.keys.list())[0]?.id ?? '' };
    await vi.waitUntil(async () => JSON.parse(await read(`/v1/batches/${hers.batch}`)).state === 'done', {
      timeout: 20_000,
    });
  }, 60_000);
  afterAll(async () => {
    await service.runner.stop(0);
    await store.close();
  });

  test('what belongs to somebody else looks like what there never was, at every route and with every id', async () => {
    const before = await hersNow();
    for (const route of named) {
      const nothing = seen(await ask(service, route, neverWas, other), neverWas);
      if (!goesOn.has(nameOf(route))) expect(nothing.status, nameOf(route)).toBe(404);
      for (const id of [hers.letter, hers.batch, hers.keyId]) {
        expect(seen(await ask(service, route, id, other), id), nameOf(route)).toEqual(nothing);
      }
    }
    expect(await hersNow()).toEqual(before);
  }, 120_000);

  test('nor can it be compared with a letter of one’s own', async () => {
    const own = await upload(other, 'his letter');
    for (const [one, two] of [
      [own.body.id, hers.letter],
      [hers.letter, own.body.id],
    ]) {
      const at = (first: string, second: string) =>
        request(service.app).get(`/v1/letters/${first}/comparison?with=${second}`).set('Authorization', other);
      const answer = await at(one, two);
      const nothing = await at(one === hers.letter ? neverWas : one, two === hers.letter ? neverWas : two);
      expect(answer.status).toBe(404);
      expect(seen(answer, hers.letter)).toEqual(seen(nothing, neverWas));
    }
  });

  test('lists show what is one’s own and nothing else', async () => {
    for (const address of ['/v1/batches', '/v1/keys', '/batches']) {
      const { text } = await request(service.app).get(address).set('Authorization', other);
      for (const id of [hers.letter, hers.batch, hers.keyId]) expect(text).not.toContain(id);
    }
  });

  test('the same file of two owners is two letters, and neither learns of the other', async () => {
    const answer = await upload(other, 'her letter');
    expect(answer.status).toBe(200);
    expect(answer.body.id).not.toBe(hers.letter);
    expect(answer.body).not.toHaveProperty('duplicateOf');
    const batch = await request(service.app)
      .post('/v1/batches')
      .set('Authorization', other)
      .attach('letters', Buffer.from('her batch'), 'x.pdf');
    const { body } = await request(service.app).get(`/v1/batches/${batch.body.id}/letters`).set('Authorization', other);
    expect(body.letters).toHaveLength(1);
    expect(body.letters[0]).not.toHaveProperty('duplicateOf');
  });

  test('one key of two owners’ uploads gives each their own letter', async () => {
    const send = (key: string, text: string) => upload(key, text).set('Idempotency-Key', 'the-same');
    const [one, two] = [await send(hers.key, 'first of hers'), await send(other, 'first of his')];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body.id).not.toBe(two.body.id);
  });
});
