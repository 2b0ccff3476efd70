import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBatch } from '../../../src/job/accept-batch.ts';
import { newLetter } from '../../../src/job/accept-letter.ts';
import { addToBatch } from '../../../src/job/batch/add-to-batch.ts';
import { makeService, type Service } from '../../support/make-service.ts';
import { makeTools } from '../../support/make-tools.ts';
import { makeZip } from '../../support/make-zip.ts';

let service: Service;
beforeAll(() => {
  service = makeService();
});
afterAll(() => service.runner.stop(0));

describe('more than an upload may bring is refused, and nothing of it is kept', () => {
  const post = (address: string) => request(service.app).post(address);
  const withFiles = (address: string, field: string, count: number, bytes = 1) => {
    const sent = post(address);
    for (let at = 0; at < count; at += 1) void sent.attach(field, Buffer.alloc(bytes, `${at}`), `${at}.pdf`);
    return sent;
  };
  const withFields = (count: number) => {
    const sent = post('/v1/letters').attach('letter', Buffer.from('a letter'), 'a.pdf');
    for (let at = 0; at < count; at += 1) void sent.field(`field${at}`, 'x');
    return sent;
  };

  test.each([
    ['files of one letter', () => withFiles('/v1/letters', 'letter', 11), 400, 'request-invalid'],
    ['files of a batch', () => withFiles('/v1/batches', 'letters', 301), 400, 'request-invalid'],
    ['bytes of a batch together', () => withFiles('/v1/batches', 'letters', 14, 99_000), 413, 'file-too-large'],
    ['bytes of one file of a batch', () => withFiles('/v1/batches', 'letters', 1, 100_001), 413, 'file-too-large'],
    ['fields', () => withFields(17), 400, 'request-invalid'],
    ['of a field', () => withFields(0).field('notified', 'x'.repeat(100_001)), 400, 'request-invalid'],
    ['of a field’s name', () => withFields(0).field('n'.repeat(200), 'x'), 400, 'request-invalid'],
    [
      'of JSON',
      () =>
        request(service.app)
          .patch('/v1/letters/a/answers')
          .send({ notified: 'x'.repeat(65_536) }),
      413,
      'file-too-large',
    ],
  ])('%s', async (_name, send, status, code) => {
    const answer = await send();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail.length).toBeGreaterThan(20);
    expect((await service.tools.letters.list('local', { limit: 1 })).letters).toEqual([]);
    expect(await service.tools.files.list()).toEqual([]);
  });
});

test('a batch that is full takes what still fits, and names every file that did not', async () => {
  const tools = makeTools();
  const batch = await openBatch(tools, 'me', 'full');
  const source = { name: 'a.pdf', bytes: Buffer.from('a') };
  const there = Array.from({ length: 9998 }, (_, at) => ({
    ...newLetter({ owner: 'me', source, answers: {} }, `hash ${at}`, '2026-11-25T12:00:00Z'),
    batch: batch.id,
  }));
  await tools.letters.accept(there, 'both');
  const zip = makeZip(['one', 'two', 'three'].map((text) => ({ name: `${text}.pdf`, data: text })));
  await addToBatch(tools, batch, [
    { name: 'three.zip', bytes: zip },
    { name: 'late.pdf', bytes: Buffer.from('late') },
  ]);
  const found = await tools.batches.find('me', batch.id);
  expect(found?.counts.total).toBe(10_000);
  expect(found?.batch.refused.map(({ name, code }) => [name, code])).toEqual([
    ['three.zip', 'request-invalid'],
    ['late.pdf', 'request-invalid'],
  ]);
});

test('the same content twice in one upload is two letters, the second linked to the first', async () => {
  const tools = makeTools();
  const batch = await openBatch(tools, 'me', 'twice');
  const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
  await addToBatch(tools, batch, [file('a.pdf', 'same'), file('x.pdf', 'odd type'), file('b.pdf', 'same')]);
  const { letters } = await tools.letters.list('me', { batch: batch.id, limit: 9 });
  expect(letters.map(({ name, state, duplicateOf }) => [name, state, duplicateOf])).toEqual([
    ['a.pdf', 'waiting', undefined],
    ['x.pdf', 'failed', undefined],
    ['b.pdf', 'waiting', letters[0]?.id],
  ]);
});

test('when the disk is full nothing of an upload stays, and the answer says when to come again', async () => {
  const tools = makeTools();
  const full = makeService({
    tools: {
      files: {
        ...tools.files,
        put: async (key, bytes) => {
          await tools.files.put(key, bytes);
          if (Buffer.from(bytes).includes('third')) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
        },
      },
    },
  });
  const sent = request(full.app).post('/v1/batches');
  for (const text of ['first', 'second', 'third']) void sent.attach('letters', Buffer.from(text), `${text}.pdf`);
  const answer = await sent;
  expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'busy', '60']);
  expect(await tools.files.list()).toEqual([]);
  expect((await full.tools.letters.list('local', { limit: 1 })).letters).toEqual([]);
  await full.runner.stop(0);
});
