import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroundView, PackView } from '../../../src/job/pack-view.ts';
import { searchGrounds } from '../../../src/job/search-grounds.ts';
import { makeService, type Service } from '../../support/make-service.ts';

const ground = (
  id: string,
  en: string,
  fr: string,
  sentence: string,
  change: Partial<GroundView> = {},
): GroundView => ({
  id,
  status: 'draft',
  class: 'evidence-gap',
  title: { en, fr },
  summary: { en: `About ${en}.`, fr: `À propos : ${fr}.` },
  applications: ['study'],
  law: [
    {
      id: 'irpr/216',
      title: { en: 'IRPR 216', fr: 'RIPR 216' },
      url: { en: 'https://example.org/e', fr: 'https://example.org/f' },
    },
  ],
  wordings: {},
  examples: [{ language: 'en', text: sentence }],
  remedies: [
    {
      show: { en: 'Show it.', fr: 'Montrez-le.' },
      documents: [{ id: 'statement', required: true, why: { en: 'Why.', fr: 'Pourquoi.' } }],
      mistakes: [],
    },
  ],
  routes: ['ca.reapply'],
  sources: ['https://example.org/source'],
  added: '2026-11-01',
  ...change,
});

const text = (en: string, fr: string) => ({ en, fr });
const pack: PackView = {
  country: 'ca',
  name: text('Here', 'Ici'),
  sha256: 'abcdef0123456789',
  grounds: [
    ground('ca.funds', 'Not enough money', 'Fonds insuffisants', 'Your assets are insufficient to support your stay.'),
    ground('ca.ties', 'Family ties', 'Liens familiaux', 'You do not have significant family ties at home.'),
    ground('ca.old', 'An old reason', 'Un ancien motif', 'No longer used.', { status: 'retired' }),
  ],
  documents: [
    {
      id: 'statement',
      name: text('A statement', 'Un relevé'),
      how: text('Ask.', 'Demandez.'),
      shows: text('All.', 'Tout.'),
      mistakes: [],
    },
  ],
  routes: [{ id: 'ca.reapply', title: text('Apply again', 'Nouvelle demande'), law: [] }],
  laws: [],
  kinds: [],
};

describe('searching reasons', () => {
  test.each([
    ['family', ['ca.ties']],
    ['FONDS insuffisants', ['ca.funds']],
    ['releve', []],
    ['irpr 216', ['ca.funds', 'ca.old', 'ca.ties']],
    ['the officer says you do not have significant family ties', ['ca.ties']],
    ['', []],
  ])('%s', (query, found) => {
    expect(searchGrounds(pack.grounds, query)).toEqual(found);
  });
});

describe('the pages of reasons', () => {
  let service: Service;
  beforeAll(() => {
    const found = { title: text('Not enough money', 'Fonds insuffisants'), clue: 'phrase', words: 'lack d argent' };
    const aside = { because: text('A general rule.', 'Une règle générale.') };
    service = makeService({
      tools: {
        packs: [pack],
        explain: (sentence) =>
          sentence.includes('lack')
            ? {
                found: [
                  { ...found, ground: 'ca.funds', pattern: 'lack ... money' },
                  { ...found, ground: 'ca.ties', pattern: 'ties', ...aside },
                ],
                suggested: [],
              }
            : { found: [], suggested: ['ca.ties'] },
      },
    });
  });
  afterAll(() => service.runner.stop(0));
  const get = (address: string) => request(service.app).get(address).set('Accept', 'text/html');

  test('list every reason that is in use, by name', async () => {
    const { text: page } = await get('/patterns?lang=en');
    expect(page).toContain('2 reasons');
    expect(page.indexOf('Family ties')).toBeLessThan(page.indexOf('Not enough money'));
    expect(page).not.toContain('An old reason');
  });

  test('find without script', async () => {
    const { text: page } = await get('/patterns?lang=fr&q=liens');
    expect(page).toContain('1 motif');
    expect(page).toContain('href="/patterns/ca/ca.ties?lang=fr"');
  });

  test('tell of one reason what answers it, how it is said, and where that is known from', async () => {
    const { text: page } = await get('/patterns/ca/ca.funds?lang=en');
    const said = [
      'Not enough money',
      'A statement',
      'Your assets are insufficient',
      'IRPR 216',
      'Apply again',
      'https://example.org/source',
      'abcdef01',
    ];
    expect(said.filter((words) => !page.includes(words))).toEqual([]);
    expect((await get('/patterns/ca/ca.none')).status).toBe(404);
  });

  test('show what a sentence gives and what sets it aside, without script and without an address that holds it', async () => {
    const tried = await request(service.app)
      .post('/patterns/try?lang=en')
      .set('Accept', 'text/html')
      .type('form')
      .send({ text: 'You lack d’argent,  she said.' });
    expect(tried.status).toBe(200);
    const said = ['Counts as a reason', '<mark>lack d’argent</mark>', 'Set aside', 'A general rule.', 'lack ... money'];
    expect(said.filter((words) => !tried.text.includes(words))).toEqual([]);
    const again = await request(service.app).get('/patterns/try?lang=fr').set('Accept', 'text/html');
    expect(again.headers['location']).toBe('/patterns?lang=fr');
  });

  test('name the nearest reasons when no pattern fits a sentence', async () => {
    const post = (text: string, accept: string) =>
      request(service.app).post('/patterns/try?lang=fr').set('Accept', accept).type('form').send({ text });
    const { text } = await post('nothing here', 'text/html');
    expect(text).toContain('Aucune formulation connue');
    expect(text).toContain('href="/patterns/ca/ca.ties?lang=fr"');
    expect((await post('nothing here', 'application/json')).body).toMatchObject({ suggested: ['ca.ties'] });
    expect((await post('  ', 'application/json')).status).toBe(400);
  });

  test('are there for programs too', async () => {
    const list = await request(service.app).get('/v1/patterns');
    expect(list.body.countries).toMatchObject([{ country: 'ca', grounds: 3, link: '/v1/patterns/ca' }]);
    expect((await request(service.app).get('/v1/patterns/ca')).body.grounds).toHaveLength(3);
    expect((await request(service.app).get('/v1/patterns/ca/grounds/ca.ties')).body.title.en).toBe('Family ties');
    expect((await request(service.app).get('/v1/patterns/xx')).status).toBe(404);
  });
});
