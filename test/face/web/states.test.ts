import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { speechOf } from '../../../src/face/web/speech/speech-of.ts';
import { demoReport } from '../../support/demo-report.ts';
import { makeKeyedService } from '../../support/make-keyed-service.ts';
import { makeService, type Service } from '../../support/make-service.ts';
import { makeTools } from '../../support/make-tools.ts';

const html = 'text/html,application/xhtml+xml';
const fileNote = {
  code: 'one-of-several',
  detail: { en: 'This file holds 2 letters.', fr: 'Ce fichier contient 2 lettres.' },
};

const costOf = (route: string) => ({ en: `What ${route} costs`, fr: `Ce que coûte ${route}` });

let service: Service;
beforeAll(() => {
  const { readLetter } = makeTools();
  service = makeService({
    tools: {
      readLetter: async (source, signal, progress) => {
        const document = await readLetter(source, signal, progress);
        const [page] = document.pages;
        if (!source.name.includes('pair') || page === undefined) return document;
        return { ...document, pages: [page, { ...page, number: 2 }] };
      },
      // A file of two letters: every page but the first is another's.
      split: (document) =>
        document.name.includes('pair') ? [document, { ...document, name: `${document.name} (2)` }] : [document],
      analyze: (document, answers) => {
        const plain = demoReport(document, answers);
        const report = { ...plain, routes: plain.routes.map((route) => ({ ...route, cost: costOf(route.id) })) };
        return document.name.includes('pair') ? { ...report, notes: [...report.notes, fileNote] } : report;
      },
    },
  });
});
afterAll(() => service.runner.stop(0));

const page = (address: string) => request(service.app).get(address).set('Accept', html);
async function read(text: string, name: string): Promise<string> {
  const { body } = await request(service.app)
    .post('/v1/letters')
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from(text), name);
  return body.id;
}
/** The state of a letter once it is read. */
async function stateOf(id: string) {
  for (;;) {
    const { body } = await request(service.app).get(`/v1/letters/${id}`);
    if (body.state === 'done') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a file that holds two letters', () => {
  test('has a page for each, and each leads to the other, on the page and in the API', async () => {
    const first = await read('a pair', 'pair.pdf');
    const { inFile } = await stateOf(first);
    const second: string = inFile.others[0].id;
    expect(inFile).toEqual({
      part: 1,
      of: 2,
      others: [{ part: 2, id: second, self: `/v1/letters/${second}`, view: `/letters/${second}` }],
    });
    expect((await stateOf(second)).inFile).toMatchObject({ part: 2, of: 2, others: [{ part: 1, id: first }] });
    for (const [here, there, words] of [
      [first, second, 'Lire la lettre 2'],
      [second, first, 'Lire la lettre 1'],
    ]) {
      const { text } = await page(`/letters/${here}?lang=fr`);
      expect(text).toContain('Ce fichier contient 2 lettres.');
      expect(text).toContain(`<a href="/letters/${there}?lang=fr">${words}</a>`);
    }
    // What was deleted is not led to any more.
    await request(service.app).delete(`/v1/letters/${second}`);
    expect((await stateOf(first)).inFile).toEqual({ part: 1, of: 2, others: [] });
  });

  test('says nothing of others where there are none', async () => {
    const alone = await read('alone', 'alone.pdf');
    expect(await stateOf(alone)).not.toHaveProperty('inFile');
  });
});

describe('a letter on hold', () => {
  test('is marked in the table, and its page says why it can’t be deleted instead of offering it', async () => {
    const { body } = await request(service.app).post('/v1/batches').attach('letters', Buffer.from('held'), 'a.pdf');
    const { body: list } = await request(service.app).get(`/v1/batches/${body.id}/letters`);
    const id: string = list.letters[0].id;
    await stateOf(id);
    await request(service.app).put(`/v1/letters/${id}/hold`);
    const rows = await request(service.app).get(`/batches/${body.id}/rows`);
    expect(rows.body.rows[0].held).toBe(true);
    const { text } = await page(`/letters/${id}?lang=en`);
    expect(text).toContain('On hold: not to be deleted');
    expect(text).not.toContain(`/letters/${id}/delete`);
    const refused = await request(service.app).post(`/batches/${body.id}/delete?lang=fr`).set('Accept', html);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('Conservée\u00a0: à ne pas supprimer');
  });
});

describe('a letter whose reading was stopped', () => {
  test('is not called unreadable, and can be read from its page', async () => {
    const idle = makeService();
    // Nobody reads: every letter's turn is still to come.
    await idle.runner.stop(0);
    const { body } = await request(idle.app).post('/v1/batches').attach('letters', Buffer.from('a'), 'a.pdf');
    await request(idle.app).post(`/v1/batches/${body.id}/cancel`);
    const { body: list } = await request(idle.app).get(`/v1/batches/${body.id}/letters?state=failed`);
    const stopped: string = list.letters[0].id;
    for (const [language, title, button] of [
      ['en', 'This letter has not been read', 'Read it now'],
      ['fr', 'Cette lettre n’a pas été lue', 'La lire maintenant'],
    ]) {
      const { text } = await request(idle.app).get(`/letters/${stopped}?lang=${language}`).set('Accept', html);
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(text).toContain(button);
      expect(text).not.toMatch(/still being read|en cours de lecture/);
    }
  });
});

describe('a way forward', () => {
  test('shows what it costs beside its fee, or alone where there is none', async () => {
    const id = await read('costs', 'costs.pdf');
    const { body: report } = await request(service.app).get(`/v1/letters/${id}/report`);
    const { text } = await page(`/letters/${id}?lang=en`);
    const drawn = text.slice(0, text.indexOf('<script type="application/json"'));
    for (const route of report.routes) expect(drawn.includes(costOf(route.id).en)).toBe(route.state !== 'closed');
  });
});

describe('with keys', () => {
  test('the owner sees what each key may do and until when, and no secret', async () => {
    const keyed = makeKeyedService();
    const key = await keyed.keyFor('firm');
    const small = await keyed.keyFor('firm', ['letters:read', 'letters:write'], '2027-03-01');
    const other = await keyed.keyFor('others');
    const idOf = (text: string): string => /rk_([^_.]+)/.exec(text)?.[1] ?? '';
    const see = async (header: string): Promise<string> =>
      (await request(keyed.app).get('/keys?lang=en').set('Accept', html).set('Authorization', header)).text;
    const all = await see(key);
    expect(all).toContain('March 1, 2027');
    expect(all).toContain('make and revoke keys');
    for (const [text, shown] of [
      [key, true],
      [small, true],
      [other, false],
    ] as const) {
      expect(all.includes(idOf(text))).toBe(shown);
      expect(all).not.toContain(text.slice('Bearer '.length));
    }
    const own = await see(small);
    expect(own).toContain(idOf(small));
    expect(own).not.toContain(idOf(key));
    await keyed.runner.stop(0);
  });

  test('there is no such page where nobody is asked for one', async () => {
    expect((await page('/keys')).status).toBe(404);
  });
});

test('French is set as printers set it, and English quotes stay what they are', () => {
  const text = { en: "The officer's words: none", fr: "L'agent a dit: « non »; pourquoi ?" };
  expect(speechOf('fr').say(text)).toBe('L’agent a dit\u00a0: «\u00a0non\u00a0»\u00a0; pourquoi\u00a0?');
  expect(speechOf('en').say(text)).toBe('The officer’s words: none');
});
