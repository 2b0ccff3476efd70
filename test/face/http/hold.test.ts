import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeService, type Service } from '../../support/make-service.ts';

let service: Service;
beforeAll(() => {
  service = makeService();
});
afterAll(() => service.runner.stop(0));

test('a letter on hold says so and is not deleted, alone or with its batch, until the hold is ended', async () => {
  const { app } = service;
  const { body: batch } = await request(app).post('/v1/batches').attach('letters', Buffer.from('a'), 'a.pdf');
  const { body } = await request(app).get(`/v1/batches/${batch.id}/letters`);
  const at = `/v1/letters/${body.letters[0].id}`;
  const held = await request(app).put(`${at}/hold`);
  expect([held.status, held.body.hold]).toEqual([200, true]);
  for (const address of [at, `/v1/batches/${batch.id}`]) {
    const refused = await request(app).delete(address);
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect(refused.body.detail).toContain('hold');
  }
  expect((await request(app).get(at)).body.hold).toBe(true);
  const ended = await request(app).delete(`${at}/hold`);
  expect([ended.status, ended.body.hold]).toEqual([200, undefined]);
  expect((await request(app).delete(`/v1/batches/${batch.id}`)).status).toBe(204);
  expect((await request(app).get(at)).status).toBe(404);
});
