import { readdirSync } from 'node:fs';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeService, type Service } from '../../support/make-service.ts';

let service: Service;
beforeAll(() => {
  service = makeService();
});
afterAll(() => service.runner.stop(0));

const upload = (text: string, name = 'letter.pdf') =>
  request(service.app).post('/v1/letters').attach('letter', Buffer.from(text), name);
const readNow = (text: string) => upload(text).set('Prefer', 'wait=10');

describe('a letter that is uploaded', () => {
  test('is kept and answered with 202, its state and where to look', async () => {
    const answer = await upload('first letter');
    expect(answer.status).toBe(202);
    const { id } = answer.body;
    expect(answer.headers['location']).toBe(`/v1/letters/${id}`);
    expect(answer.body).toMatchObject({
      name: 'letter.pdf',
      pagesDone: 0,
      links: { report: `/v1/letters/${id}/report` },
    });
  });

  test('is answered with the report when it is done within the wait', async () => {
    const answer = await readNow('second letter');
    expect(answer.status).toBe(200);
    expect(answer.headers['preference-applied']).toBe('wait=10');
    expect(answer.body.grounds).toHaveLength(4);
    expect(answer.headers['location']).toBe(`/v1/letters/${answer.body.id}`);
  });

  test('is the earlier one when the same content comes again', async () => {
    const first = await readNow('third letter');
    const again = await upload('third letter', 'other-name.pdf');
    expect(again.body).toMatchObject({ id: first.body.id, duplicateOf: first.body.id, state: 'done' });
  });

  test('is one letter when fifty come at once with one key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => upload('many at once').set('Idempotency-Key', 'key-1')),
    );
    const failed = answers.filter(({ status }) => status !== 202 && status !== 200 && status !== 429);
    expect(failed).toEqual([]);
    expect(new Set(answers.flatMap(({ body }) => body.id ?? [])).size).toBe(1);
  });

  test('is refused when its key was used for another file', async () => {
    await upload('one').set('Idempotency-Key', 'key-2');
    const answer = await upload('another').set('Idempotency-Key', 'key-2');
    expect(answer.body).toMatchObject({ code: 'request-invalid', status: 400 });
  });

  test('may be pasted as text', async () => {
    const answer = await request(service.app)
      .post('/v1/letters')
      .set('Prefer', 'wait=10')
      .field('text', 'I am refusing your application.');
    expect(answer.status).toBe(200);
    expect(answer.body.document.name).toBe('pasted-text.txt');
  });

  test('takes answers with it', async () => {
    const answer = await readNow('with answers').field('decided', 'inside').field('notified', '2026-11-20');
    expect(answer.body.routes[1].deadline).toMatchObject({ on: '2026-12-05', countedFrom: '2026-11-20' });
  });

  test('leaves no file behind in the folder for uploads', () => {
    expect(readdirSync(service.uploadFolder)).toEqual([]);
  });
});

describe('what can’t be taken gets the right problem', () => {
  test.each([
    ['an empty file', () => upload(''), 422, 'file-unreadable'],
    ['a file of the wrong type', () => upload('odd type'), 415, 'file-type-unsupported'],
    ['a file that is too large', () => upload('x'.repeat(100_001)), 413, 'file-too-large'],
    ['a locked file', () => readNow('locked'), 422, 'file-encrypted'],
    ['no file', () => request(service.app).post('/v1/letters').field('notified', '2026-11-20'), 400, 'request-invalid'],
    ['no form', () => request(service.app).post('/v1/letters').send({}), 400, 'request-invalid'],
    ['two files', () => upload('a').attach('letter', Buffer.from('b'), 'b.pdf'), 400, 'request-invalid'],
    ['an answer that is no day', () => upload('a day').field('notified', 'yesterday'), 400, 'request-invalid'],
    ['an answer nobody asked', () => upload('a joke').field('colour', 'green'), 400, 'request-invalid'],
    ['a key with blanks', () => upload('a').set('Idempotency-Key', 'a b'), 400, 'request-invalid'],
    ['an unknown letter', () => request(service.app).get('/v1/letters/none'), 404, 'not-found'],
    ['an unknown address', () => request(service.app).get('/v1/nothing'), 404, 'not-found'],
    ['a broken address', () => request(service.app).get('/v1/letters/%E0%A4%A'), 400, 'request-invalid'],
  ])('%s', async (_what, send, status, code) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = JSON.parse(answer.text);
    expect(problem).toMatchObject({ type: `/problems/${code}`, code, status });
    expect(problem.whatToDo.length).toBeGreaterThan(10);
    expect(problem.requestId).toBe(answer.headers['x-request-id']);
  });

  test('a body cut off in the middle is no file', async () => {
    const answer = await request(service.app)
      .post('/v1/letters')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="letter"; filename="a.pdf"\r\n\r\nhalf');
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'request-invalid' });
    expect(readdirSync(service.uploadFolder)).toEqual([]);
  });

  test('an error of ours says nothing of what was in the letter', async () => {
    const { body } = await upload('breaks');
    const letter = await service.tools.letters.find('local', { id: body.id });
    expect(JSON.stringify(letter)).not.toContain('secret');
  });

  test('uploads beyond what fits at once are told to wait', async () => {
    const busy = makeService({ uploads: { atOnce: 0 } });
    const answer = await request(busy.app).post('/v1/letters').attach('letter', Buffer.from('a'), 'a.pdf');
    await busy.runner.stop(0);
    expect(answer.status).toBe(429);
    expect(answer.headers['retry-after']).toBe('1');
  });

  test('without a good key there is nothing to see', async () => {
    const closed = makeService({ http: { authenticate: async () => undefined } });
    const answers = await Promise.all(
      ['/v1/letters/a', '/letters/a', '/'].map((address) => request(closed.app).get(address)),
    );
    await closed.runner.stop(0);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  });
});

describe('a letter that was read', () => {
  test('has its report as JSON, as a page and as text', async () => {
    const { body } = await readNow('a report');
    const at = `/v1/letters/${body.id}/report`;
    const json = await request(service.app).get(at);
    expect(json.body.format).toBe(1);
    expect((await request(service.app).get(`${at}.html?lang=fr`)).text).toBe('<p>Refus de permis d’études</p>');
    expect((await request(service.app).get(at).set('Accept', 'text/plain')).text).toBe('Study permit refusal');
    expect((await request(service.app).get(`${at}.json`)).body).toEqual(json.body);
    expect((await request(service.app).get(`${at}.exe`)).status).toBe(404);
  });

  test('is worked out anew when an answer comes, under the name of the answer or of the question', async () => {
    const { body } = await readNow('to be answered');
    const at = `/v1/letters/${body.id}/answers`;
    const inside = await request(service.app).patch(at).send({ decided: 'inside' });
    expect(inside.body.routes[1].deadline.on).toBe('2026-11-27');
    await request(service.app).patch(at).send({ 'applied-before-expiry': 'yes', 'status-expires': '2027-01-01' });
    const kept = await service.tools.letters.find('local', { id: body.id });
    expect(kept?.answers).toEqual({ decided: 'inside', appliedBeforeExpiry: true, statusExpires: '2027-01-01' });
    await request(service.app).patch(at).send({ decided: null });
    expect((await service.tools.letters.find('local', { id: body.id }))?.answers).not.toHaveProperty('decided');
  });

  test('gives its pages as pictures and its file as it came, never shown as a page', async () => {
    const { body } = await upload('a file', 'lettre "é"\r\n.html').set('Prefer', 'wait=10');
    const page = await request(service.app).get(`/v1/letters/${body.id}/pages/1.png`);
    // A browser must not keep the letter's picture: it would outlive the letter.
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-type']).toBe('image/png');
    expect((await request(service.app).get(`/v1/letters/${body.id}/pages/2.png`)).status).toBe(404);
    expect((await request(service.app).get(`/v1/letters/${body.id}/pages/1.png?dpi=9`)).status).toBe(400);
    const original = await request(service.app).get(`/v1/letters/${body.id}/original`).buffer(true);
    expect(Buffer.from(original.body).toString()).toBe('a file');
    expect(original.headers['content-type']).toBe('application/octet-stream');
    expect(original.headers['content-disposition']).toMatch(/^attachment; filename=/);
    expect(original.headers['content-security-policy']).toContain('sandbox');
  });

  test('is gone with everything when it is deleted', async () => {
    const { body } = await readNow('to be deleted');
    await request(service.app).get(`/v1/letters/${body.id}/pages/1.png`);
    expect((await request(service.app).delete(`/v1/letters/${body.id}`)).status).toBe(204);
    expect((await request(service.app).get(`/v1/letters/${body.id}/report`)).status).toBe(404);
    expect((await service.tools.files.list()).filter(({ key }) => key.startsWith(body.id))).toEqual([]);
  });

  test('is answered with 409 and when to ask again while it is read', async () => {
    const { body } = await upload('slow');
    const answer = await request(service.app).get(`/v1/letters/${body.id}/report`);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'not-done', status: 409 });
    expect(answer.headers['retry-after']).toBe('2');
    await request(service.app).delete(`/v1/letters/${body.id}`);
  });
});

test('when sixty-four wait already, the next is told when to come again and nothing of it is kept', async () => {
  const full = makeService();
  await full.runner.stop(0);
  const sent = Array.from({ length: 64 }, (_, at) => ({ name: `${at}.pdf`, bytes: Buffer.from(`waiting ${at}`) }));
  for (const { name, bytes } of sent) {
    await request(full.app).post('/v1/letters').attach('letter', bytes, name);
  }
  const answer = await request(full.app).post('/v1/letters').attach('letter', Buffer.from('one more'), 'more.pdf');
  expect(answer.status).toBe(503);
  expect(answer.headers['retry-after']).toBe('5');
  expect(await full.tools.files.list()).toHaveLength(64);
});
