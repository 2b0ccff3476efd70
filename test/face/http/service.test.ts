import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemKinds } from '../../../src/face/http/problem.ts';
import { failureCodes } from '../../../src/model/failure.ts';
import { makeService, type Service } from '../../support/make-service.ts';

let service: Service;
beforeAll(() => {
  service = makeService();
});
afterAll(() => service.runner.stop(0));
const get = (address: string) => request(service.app).get(address);

test('every address carries the headers that keep letters to themselves', async () => {
  for (const address of [
    '/',
    '/docs',
    '/openapi.json',
    '/healthz',
    '/v1/letters/none',
    '/letters/none',
    '/v1/patterns',
  ]) {
    const { headers } = await get(address);
    expect(headers['content-security-policy'], address).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' blob:;connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';object-src 'none';require-trusted-types-for 'script'",
    );
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});

describe('a service that asks for no key trusts only its own page', () => {
  test.each([
    ['another site’s form', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another site’s script', { Origin: 'https://elsewhere.example' }],
    ['another site on this machine', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s is refused', async (_who, headers) => {
    const answer = await request(service.app)
      .post('/v1/letters')
      .set(headers)
      .attach('letter', Buffer.from('a'), 'a.pdf');
    expect(answer.status).toBe(403);
  });

  test('a foreign name that points to this machine is refused', async () => {
    expect((await get('/').set('Host', 'elsewhere.example')).status).toBe(403);
    expect((await get('/').set('Host', 'localhost:3000')).status).toBe(200);
  });
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 that names every call, with its problems', async () => {
    const { body } = await get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/v1/letters', '/v1/letters/{id}/answers', '/v1/letters/{id}/pages/{n}.png', '/healthz']),
    );
    const post = body.paths['/v1/letters'].post;
    expect(Object.keys(post.responses)).toEqual(
      expect.arrayContaining(['200', '202', '413', '415', '422', '429', '503']),
    );
    expect(post.requestBody.content['multipart/form-data'].schema.properties.letter).toMatchObject({
      type: 'string',
      format: 'binary',
    });
  });

  test('refers only to parts that it has', async () => {
    const { body, text } = await get('/openapi.json');
    const names = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(names.length).toBeGreaterThan(10);
    for (const [, part = '', name = ''] of names) expect(body.components[part]).toHaveProperty(name);
  });

  test('is a page too, and every problem has one', async () => {
    const docs = await get('/docs');
    for (const code of failureCodes) {
      expect(docs.text).toContain(`/problems/${code}`);
      expect((await get(`/problems/${code}`)).text).toContain(problemKinds[code].title);
    }
    expect((await get('/problems/other')).status).toBe(404);
  });
});

test('it says that it lives, and that it is ready until it closes', async () => {
  expect((await get('/healthz')).body).toEqual({ status: 'alive' });
  expect((await get('/readyz')).body).toEqual({ status: 'ready' });
  const closing = makeService({ http: { closing: () => true } });
  const answer = await request(closing.app).get('/readyz');
  await closing.runner.stop(0);
  expect(answer.status).toBe(503);
  expect(answer.body.because).toBe('shutting down');
});

test('it says why it is not ready when some letters could not be read, and takes the others', async () => {
  const { app, runner } = makeService({ tools: { findLack: async () => 'the model is damaged: install it again' } });
  const answer = await request(app).get('/readyz');
  const upload = await request(app).post('/v1/letters').attach('letter', Buffer.from('a letter'), 'a.txt');
  await runner.stop(0);
  expect(answer.status).toBe(503);
  expect(answer.body).toEqual({ status: 'not-ready', because: 'the model is damaged: install it again' });
  expect(upload.status).toBe(202);
});

test('the schema of a report is there to be had', async () => {
  const answer = await get('/v1/schema/report');
  expect(answer.headers['content-type']).toContain('application/schema+json');
});
