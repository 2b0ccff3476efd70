import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../src/face/http/create-http-app.ts';
import type { Operation } from '../../../src/face/http/operation.ts';
import { type KeyedService, makeKeyedService } from '../../support/make-keyed-service.ts';

let service: KeyedService;
let hers: { readonly key: string; readonly letter: string; readonly batch: string; readonly keyId: string };
let other: string;
beforeAll(async () => {
  service = makeKeyedService({ http: { limited: false } });
  const key = await service.keyFor('firm-a');
  other = await service.keyFor('firm-b');
  const letter = await request(service.app)
    .post('/v1/letters')
    .set('Authorization', key)
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from('her letter'), 'hers.pdf');
  const batch = await request(service.app)
    .post('/v1/batches')
    .set('Authorization', key)
    .attach('letters', Buffer.from('her batch'), 'hers.pdf');
  const [made] = await service.tools.keys.list();
  hers = { key, letter: letter.body.id, batch: batch.body.id, keyId: made?.id ?? '' };
});
afterAll(() => service.runner.stop(0));

const table: Readonly<Record<string, Operation>> = operations;
const named = Object.entries(table).filter(([, { path, scopes }]) => path.includes('{id}') && scopes.length > 0);

function addressOf(path: string, id: string): string {
  return path
    .replace('{id}', id)
    .replace('{n}', '1')
    .replace('{form}', 'json')
    .replaceAll(/\{\w+\}/g, 'none');
}
const idFor = (path: string): string =>
  path.startsWith('/v1/keys') ? hers.keyId : path.startsWith('/v1/batches') ? hers.batch : hers.letter;
/** Bodies of calls that look at theirs before they look for the letter. */
const bodies: Readonly<Record<string, object>> = {
  patchAnswers: {},
  putReview: { by: 'A reviewer', corrections: [] },
};
function ask(name: string, { method, path }: Operation, id: string, key: string) {
  const sent = request(service.app)[method](addressOf(path, id)).set('Authorization', key);
  if (name === 'postBatchLetters') return sent.attach('letters', Buffer.from('x'), 'x.pdf');
  const body = bodies[name];
  return body === undefined ? sent : sent.send(body);
}
/** An answer without what differs from request to request. */
const seen = ({ status, text }: { status: number; text: string }) => ({
  status,
  text: text.replace(/"requestId":"[^"]*"/, ''),
});

describe('what belongs to somebody else looks like what there never was', () => {
  test.each(named)('%s', async (name, operation) => {
    const [one, two] = await Promise.all([
      ask(name, operation, idFor(operation.path), other),
      ask(name, operation, 'neverWasThere', other),
    ]);
    expect(one.status).toBe(404);
    expect(seen(one)).toEqual(seen(two));
  });

  test('beside a letter of one’s own too', async () => {
    const own = await request(service.app)
      .post('/v1/letters')
      .set('Authorization', other)
      .set('Prefer', 'wait=10')
      .attach('letter', Buffer.from('his letter'), 'his.pdf');
    const at = (id: string) => `/v1/letters/${own.body.id}/comparison?with=${id}`;
    const [one, two] = await Promise.all(
      [hers.letter, 'neverWasThere'].map((id) => request(service.app).get(at(id)).set('Authorization', other)),
    );
    expect(one?.status).toBe(404);
    expect(one && seen(one)).toEqual(two && seen(two));
  });

  test('and stands as it was afterwards', async () => {
    for (const address of [`/v1/letters/${hers.letter}`, `/v1/batches/${hers.batch}`]) {
      expect((await request(service.app).get(address).set('Authorization', hers.key)).status).toBe(200);
    }
  });

  test.each(['', '/events'])('on the pages too: /letters/{id}%s', async (more) => {
    const page = await request(service.app).get(`/letters/${hers.letter}${more}`).set('Authorization', other);
    expect(page.status).toBe(404);
  });
});

test('the same file of two owners is two letters, and neither learns of the other', async () => {
  const answer = await request(service.app)
    .post('/v1/letters')
    .set('Authorization', other)
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from('her letter'), 'his.pdf');
  expect(answer.status).toBe(200);
  expect(answer.body.id).not.toBe(hers.letter);
  expect(answer.body).not.toHaveProperty('duplicateOf');
  const list = await request(service.app).get('/v1/batches').set('Authorization', other);
  expect(list.body.batches).toEqual([]);
});
