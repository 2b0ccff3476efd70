import request from 'supertest';
import { expect, test } from 'vitest';
import { createMemoryAudit } from '../../../src/adapter/audit-trail.ts';
import { operations } from '../../../src/face/http/create-http-app.ts';
import { makeKeyedService } from '../../support/make-keyed-service.ts';
import { makeService } from '../../support/make-service.ts';

const readValue = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1),
  );

test('metrics count requests by route, letters by their end, what waits, and memory', async () => {
  const service = makeService();
  const send = (text: string) =>
    request(service.app).post('/v1/letters').set('Prefer', 'wait=10').attach('letter', Buffer.from(text), 'a.pdf');
  await send('a good letter');
  await send('locked');
  await request(service.app).get('/v1/letters/none');
  await service.runner.stop(0);
  await request(service.app).post('/v1/letters').attach('letter', Buffer.from('it waits'), 'a.pdf');
  const { text, headers } = await request(service.app).get('/metrics');
  expect(headers['content-type']).toContain('text/plain; version=0.0.4');
  expect(readValue(text, 'refusals_letters_total{state="done",code="none"}')).toBe(1);
  expect(readValue(text, 'refusals_letters_total{state="failed",code="file-encrypted"}')).toBe(1);
  expect(readValue(text, 'refusals_http_requests_total{method="GET",route="/v1/letters/:id",status="404"}')).toBe(1);
  expect(readValue(text, 'refusals_http_request_seconds_count{room="letters"}')).toBe(4);
  expect(readValue(text, 'refusals_queue_letters{state="waiting"}')).toBe(1);
  expect(readValue(text, 'refusals_reader_processes')).toBe(0);
  expect(readValue(text, 'refusals_process_memory_bytes{kind="resident"}')).toBeGreaterThan(1_000_000);
});

test('metrics stay few whatever is asked, and take nothing from what is asked', async () => {
  const service = makeService();
  for (let at = 0; at < 200; at += 1) {
    await request(service.app).get(`/v1/letters/made-up-${at}`);
    await request(service.app).get(`/no/such/place-${at}`);
  }
  for (const { method, path } of Object.values(operations)) await request(service.app)[method](path);
  await request(service.app).propfind('/odd');
  const { text } = await request(service.app).get('/metrics');
  await service.runner.stop(0);
  const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(series.length).toBeLessThan(300);
  expect(text).not.toMatch(/made-up|no\/such|PROPFIND/);
});

test('with keys on, metrics take a key of their own', async () => {
  const service = makeKeyedService();
  const get = (key: string) => request(service.app).get('/metrics').set('Authorization', key);
  expect((await request(service.app).get('/metrics')).status).toBe(401);
  expect((await get(await service.keyFor('firm', ['letters:read']))).status).toBe(403);
  expect((await get(await service.keyFor('watch', ['metrics']))).status).toBe(200);
  await service.runner.stop(0);
});

test('the audit trail says who changed, exported or deleted what, and is silent on reading', async () => {
  const audit = createMemoryAudit();
  const service = makeKeyedService({ tools: { audit } });
  const authorization = await service.keyFor('firm');
  const who = authorization.slice(10, 18);
  const call = (method: 'get' | 'post' | 'delete', address: string) =>
    request(service.app)[method](address).set('Authorization', authorization);
  const { body } = await call('post', '/v1/letters')
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from('a'), 'a.pdf');
  await call('get', `/v1/letters/${body.id}/report`);
  await call('get', `/v1/letters/${body.id}/original`);
  await call('delete', `/v1/letters/${body.id}`);
  await call('delete', `/v1/letters/${body.id}`);
  const key = await call('post', '/v1/keys').send({ scopes: ['export'], expires: '2027-01-01' });
  await request(service.app).get('/v1/batches').set('Authorization', 'Bearer rk_guess');
  await service.runner.stop(0);
  expect(audit.rows).toEqual([
    { who, what: 'POST /v1/letters', on: body.id, result: '200' },
    { who, what: 'GET /v1/letters/:id/original', on: body.id, result: '200' },
    { who, what: 'DELETE /v1/letters/:id', on: body.id, result: '204' },
    { who, what: 'DELETE /v1/letters/:id', result: '404' },
    { who, what: 'POST /v1/keys', on: key.body.id, result: '201' },
    { who: 'unknown', what: 'key check', result: 'unauthorized' },
  ]);
});
