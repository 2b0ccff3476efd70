import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoReport } from '../../support/demo-report.ts';
import { makeService, type Service } from '../../support/make-service.ts';
import { sampleDocument } from '../../support/sample-document.ts';

let service: Service;
beforeAll(() => {
  service = makeService();
});
afterAll(() => service.runner.stop(0));
const browser = 'text/html,application/xhtml+xml';
const get = (address: string) => request(service.app).get(address).set('Accept', browser);
const send = (text: string) =>
  request(service.app)
    .post('/letters?lang=en')
    .set('Accept', browser)
    .attach('letter', Buffer.from(text), 'letter.pdf');

async function readLetter(text: string): Promise<string> {
  const { body } = await request(service.app)
    .post('/v1/letters')
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from(text), 'letter.pdf');
  return body.id;
}

describe('the first page', () => {
  test('is in the language of the address, or else of the browser', async () => {
    expect((await get('/?lang=fr')).text).toContain('<html lang="fr">');
    expect((await get('/').set('Accept-Language', 'fr-CA,fr;q=0.9')).text).toContain(
      'Comprendre votre lettre de refus',
    );
    expect((await get('/').set('Accept-Language', 'de')).text).toContain('Understand your refusal letter');
  });

  test('holds no script, style or address of anybody else', async () => {
    const { text } = await get('/');
    expect(text).not.toMatch(/ style="|<style|<script(?![^>]*(src="\/assets|type="application\/json"))|onclick=/);
    expect(text).not.toMatch(/(src|href|action)="(https?:)?\/\//);
  });
});

describe('without script', () => {
  test('a form with a letter leads to the letter’s page', async () => {
    const answer = await send('by a form');
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toMatch(/^\/letters\/[\w-]+\?lang=en$/);
  });

  test('a form with pasted text does too', async () => {
    const answer = await request(service.app)
      .post('/letters')
      .field('text', 'pasted words')
      .attach('letter', Buffer.from(''), '');
    expect(answer.status).toBe(303);
  });

  test.each([
    [
      'nothing',
      () => request(service.app).post('/letters?lang=en').set('Accept', browser).field('text', ' '),
      400,
      'No letter was sent',
    ],
    ['a wrong type', () => send('odd type'), 415, 'This kind of file can’t be read'],
    ['too much', () => send('x'.repeat(100_001)), 413, 'The file is too large'],
  ])('a form with %s comes back with what to do', async (_what, post, status, words) => {
    const answer = await post();
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('name="letter"');
  });

  test('the waiting page loads itself again', async () => {
    const { headers } = await send('slow');
    const page = await get(headers['location'] ?? '');
    expect(page.text).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    const id = /letters\/([\w-]+)/.exec(headers['location'] ?? '')?.[1] ?? '';
    await request(service.app).delete(`/v1/letters/${id}`);
  });

  test('an answer, the ticks and deleting are forms', async () => {
    const id = await readLetter('forms');
    const answer = await request(service.app)
      .post(`/letters/${id}/answers?lang=en`)
      .type('form')
      .send({ decided: 'inside', notified: '' });
    expect(answer.headers['location']).toBe(`/letters/${id}?lang=en`);
    await request(service.app)
      .post(`/letters/${id}/gathered`)
      .type('form')
      .send('document=bank-statements&document=study-plan');
    const letter = await service.tools.letters.find('local', { id });
    expect(letter).toMatchObject({ answers: { decided: 'inside' }, gathered: ['bank-statements', 'study-plan'] });
    const page = await get(`/letters/${id}?lang=en`);
    expect(page.text).toContain('November 27, 2026');
    expect(page.text).toMatch(/value="bank-statements"[^>]*checked/);
    const gone = await request(service.app).post(`/letters/${id}/delete?lang=en`);
    expect(gone.headers['location']).toBe('/deleted?lang=en');
    expect((await get(`/letters/${id}?lang=en`)).status).toBe(404);
  });
});

describe('the result', () => {
  const document = sampleDocument();
  const report = demoReport(document);

  test('holds every reason, quote, document, route and note in the page as it is sent', async () => {
    const { text } = await get(`/letters/${await readLetter('all of it')}?lang=en`);
    const body = text
      .slice(0, text.indexOf('<script type="application/json"'))
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"');
    const said = [
      'Your application was refused for 4 reasons',
      '47 days left',
      ...report.grounds.flatMap(({ title, summary, sightings }) => [
        title.en,
        summary.en,
        ...sightings.map(({ evidence }) => evidence.quote),
      ]),
      ...report.checklist.map(({ name }) => name.en),
      ...report.routes.map(({ title }) => title.en),
      ...report.notes.map(({ detail }) => detail.en),
      ...report.unrecognised.map(({ evidence }) => evidence.quote),
    ];
    expect(said.filter((words) => !body.includes(words))).toEqual([]);
  });

  test('marks each quote at its boxes, in points of the page', async () => {
    const { text } = await get(`/letters/${await readLetter('the boxes')}?lang=en`);
    for (const { evidence } of report.grounds.flatMap(({ sightings }) => sightings)) {
      for (const { box } of evidence.places) expect(text).toContain(`<rect x="${box.left - 1.5}" y="${box.top - 1}"`);
    }
    expect(text).toContain('viewBox="0 0 612 792"');
  });

  test('links reasons and marks both ways', async () => {
    const { text } = await get(`/letters/${await readLetter('the links')}?lang=en`);
    for (const number of [1, 2, 3, 4]) {
      expect(text).toContain(`href="#reason-${number}"`);
      expect(text).toContain(`id="reason-${number}"`);
      expect(text).toContain(`href="#mark-${number}-1"`);
      expect(text).toContain(`id="mark-${number}-1"`);
    }
  });

  test('speaks French with French dates and plurals', async () => {
    const { text } = await get(`/letters/${await readLetter('en français')}?lang=fr`);
    const said = [
      'Votre demande a été refusée pour 4 motifs',
      '47 jours restants',
      'lundi 11 janvier 2027',
      'Datée du 12 novembre 2026',
    ];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  test('lets no word of a letter become markup', async () => {
    const evil = '</script><img src=x onerror=alert(1)>';
    const tricked = makeService({
      tools: { analyze: (read) => ({ ...demoReport(read), notes: [{ code: 'x', detail: { en: evil, fr: evil } }] }) },
    });
    const { body } = await request(tricked.app)
      .post('/v1/letters')
      .set('Prefer', 'wait=10')
      .attach('letter', Buffer.from('a'), `${evil}.pdf`);
    const { text } = await request(tricked.app).get(`/letters/${body.id}?lang=en`);
    await tricked.runner.stop(0);
    expect(text).not.toContain('<img src=x');
    // The data alone: without the built client there is no other script.
    expect(text.match(/<\/script>/g)).toHaveLength(1);
  });

  test('of a letter that could not be read says why and what to do', async () => {
    const { headers } = await send('locked letter');
    for (let tries = 0; tries < 50; tries += 1) {
      const page = await get(headers['location'] ?? '');
      if (page.status === 422) {
        expect(page.text).toContain('print it to a new PDF');
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect.unreachable('the letter never failed');
  });
});
