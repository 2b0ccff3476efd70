import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeService, type Service } from '../../support/make-service.ts';

let service: Service;
const logged: string[] = [];
const passwords: (string | undefined)[] = [];
beforeAll(() => {
  service = makeService({
    tools: {
      log: (event, facts) => void logged.push(JSON.stringify([event, facts])),
      drawPage: async ({ password }) => {
        passwords.push(password);
        return Buffer.from('a picture');
      },
    },
  });
});
afterAll(() => service.runner.stop(0));

async function lockedLetter(text: string): Promise<string> {
  const { headers } = await request(service.app)
    .post('/v1/letters')
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from(text), 'locked.pdf');
  return headers['location']?.split('/').at(-1) ?? '';
}
const unlock = (id: string, password: string) =>
  request(service.app).post(`/letters/${id}/unlock?lang=en`).set('Accept', 'text/html').type('form').send({ password });

test('the page of a locked letter asks for its password, in a field that is not sent by an address', async () => {
  const id = await lockedLetter('locked 1');
  const { text, status } = await request(service.app).get(`/letters/${id}?lang=fr`).set('Accept', 'text/html');
  expect(status).toBe(422);
  expect(text).toContain('Mot de passe du fichier');
  expect(text).toMatch(/<form class="card unlock" method="post"/);
});

test.each(['wrong', '', 'x'.repeat(600)])('a password that does not open it is asked for again: %.8s', async (word) => {
  const id = await lockedLetter('locked 2');
  const { text, status } = await unlock(id, word);
  expect(status).toBe(422);
  expect(text).toContain('This password does not open the file.');
  expect((await request(service.app).get(`/v1/letters/${id}`)).body).toMatchObject({ state: 'failed' });
});

test('the right one opens it: read, its pages drawn, and the password kept nowhere', async () => {
  const id = await lockedLetter('locked 3');
  const answer = await unlock(id, 'open sesame');
  expect(answer.headers['location']).toBe(`/letters/${id}?lang=en`);
  expect((await request(service.app).get(`/v1/letters/${id}`)).body).toMatchObject({ state: 'done', pagesTotal: 1 });
  expect((await request(service.app).get(`/v1/letters/${id}/report`)).body.grounds).toHaveLength(4);
  expect(passwords).toEqual(['open sesame', 'open sesame', 'open sesame']);
  expect((await request(service.app).get(`/v1/letters/${id}/pages/1.png?dpi=216`)).status).toBe(200);
  expect(passwords).toHaveLength(3);
  const files = await service.tools.files.list();
  const kept = await Promise.all(files.map(async ({ key }) => (await service.tools.files.get(key)) ?? Buffer.from('')));
  const record = await service.tools.letters.find('local', { id });
  const everything = [...kept.map((bytes) => Buffer.from(bytes).toString('utf8')), JSON.stringify(record), ...logged];
  expect(everything.filter((text) => text.includes('sesame'))).toEqual([]);
});

test('a letter that is open already just goes on to its page', async () => {
  const id = await lockedLetter('locked 4');
  await unlock(id, 'open sesame');
  expect((await unlock(id, 'whatever')).headers['location']).toBe(`/letters/${id}?lang=en`);
});
