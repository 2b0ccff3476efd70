import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GroundView } from '../../../src/job/pack-view.ts';
import { makeService, type Service } from '../../support/make-service.ts';
import { standingClock } from '../../support/make-tools.ts';

const clock = standingClock();
const missed: GroundView = {
  id: 'ca.missed',
  status: 'draft',
  class: 'evidence-gap',
  title: { en: 'A missed reason', fr: 'Un motif oublié' },
  summary: { en: '', fr: '' },
  applications: [],
  law: [],
  wordings: {},
  examples: [],
  remedies: [],
  routes: [],
  sources: [],
  added: '2026-11-01',
};
const country = { country: 'ca', name: { en: '', fr: '' }, sha256: '', documents: [], routes: [], laws: [], kinds: [] };

let service: Service;
let letter: string;
beforeAll(async () => {
  service = makeService({ tools: { clock, packs: [{ ...country, grounds: [missed] }] } });
  const { body } = await request(service.app)
    .post('/v1/letters')
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from('to be reviewed'), 'letter.pdf');
  letter = body.id;
});
afterAll(() => service.runner.stop(0));

const put = (body: object) => request(service.app).put(`/v1/letters/${letter}/review`).send(body);
const confirmed = { ground: 'ca.family-ties', verdict: 'confirmed' };
const added = { ground: 'ca.missed', verdict: 'added', quote: 'the SPONSOR’S letter was noted', note: 'Look.' };

describe('a review', () => {
  test('is empty at first, and stands beside a report that it does not change', async () => {
    const report = (await request(service.app).get(`/v1/letters/${letter}/report`)).body;
    expect((await request(service.app).get(`/v1/letters/${letter}/review`)).body).toEqual({ corrections: [] });
    const { body, status } = await put({ by: 'Ana', corrections: [confirmed, added] });
    expect(status).toBe(200);
    expect(body.corrections).toMatchObject([
      { ...confirmed, by: 'Ana', at: '2026-11-25T12:00:00.000Z', title: { en: 'Family ties outside Canada' } },
      { ...added, by: 'Ana', page: 1, title: { en: 'A missed reason' } },
    ]);
    expect((await request(service.app).get(`/v1/letters/${letter}/report`)).body).toEqual(report);
  });

  test('keeps who said what was said before, and signs only what is new', async () => {
    clock.set('2026-11-26');
    const dismissed = { ground: 'ca.purpose-of-visit', verdict: 'dismissed' };
    const { body } = await put({ by: 'Ben', corrections: [confirmed, dismissed] });
    expect(body.corrections.map(({ by, at }: { by: string; at: string }) => [by, at.slice(0, 10)])).toEqual([
      ['Ana', '2026-11-25'],
      ['Ben', '2026-11-26'],
    ]);
  });

  test.each([
    ['no name', { by: ' ', corrections: [confirmed] }],
    ['a ground that is not in the report', { by: 'Ana', corrections: [{ ...confirmed, ground: 'ca.missed' }] }],
    ['an added ground that nobody knows', { by: 'Ana', corrections: [{ ...added, ground: 'ca.nothing' }] }],
    ['an added ground without a quote', { by: 'Ana', corrections: [{ ...added, quote: ' ' }] }],
    ['an added ground that was found', { by: 'Ana', corrections: [{ ...added, ground: 'ca.family-ties' }] }],
    ['a ground twice', { by: 'Ana', corrections: [confirmed, { ...confirmed, verdict: 'dismissed' }] }],
    ['another verdict', { by: 'Ana', corrections: [{ ...confirmed, verdict: 'perhaps' }] }],
    ['no corrections', { by: 'Ana' }],
  ])('with %s is refused and changes nothing', async (_what, body) => {
    const before = (await request(service.app).get(`/v1/letters/${letter}/review`)).body;
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('request-invalid');
    expect((await request(service.app).get(`/v1/letters/${letter}/review`)).body).toEqual(before);
  });

  test('shows on the letter’s page, with its words', async () => {
    await put({ by: 'Ana Tremblay', corrections: [added] });
    const { text } = await request(service.app).get(`/letters/${letter}?lang=fr`).set('Accept', 'text/html');
    const said = ['Vérifié par une personne', 'Ajouté', 'Un motif oublié', 'Ana Tremblay', 'SPONSOR’S letter'];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  test('goes with the letter, and there is none for a letter of nobody', async () => {
    expect((await request(service.app).get('/v1/letters/nobody/review')).status).toBe(404);
    const { body } = await request(service.app)
      .post('/v1/letters')
      .set('Prefer', 'wait=10')
      .attach('letter', Buffer.from('to be deleted'), 'letter.pdf');
    await request(service.app)
      .put(`/v1/letters/${body.id}/review`)
      .send({ by: 'Ana', corrections: [confirmed] });
    await request(service.app).delete(`/v1/letters/${body.id}`);
    const files = await service.tools.files.list();
    expect(files.filter(({ key }) => key.startsWith(body.id))).toEqual([]);
  });
});

test('a batch’s exports carry the reviews of its letters', async () => {
  const { body } = await request(service.app)
    .post('/v1/batches')
    .attach('letters', Buffer.from('first of a batch'), 'first.pdf')
    .attach('letters', Buffer.from('second of a batch'), 'second.pdf');
  await expect
    .poll(async () => (await request(service.app).get(`/v1/batches/${body.id}`)).body.state, { timeout: 10_000 })
    .toBe('done');
  const list = (await request(service.app).get(`/v1/batches/${body.id}/letters`)).body.letters;
  await request(service.app)
    .put(`/v1/letters/${list[0].id}/review`)
    .send({ by: 'Ana', corrections: [confirmed, added] });
  const lines = (await request(service.app).get(`/v1/batches/${body.id}/results.jsonl`).buffer()).text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ review }) => review?.corrections.length)).toEqual([2, undefined]);
  const csv = (await request(service.app).get(`/v1/batches/${body.id}/results.csv?lang=en`)).text;
  expect(csv.split('\r\n').filter((line) => line.endsWith('Ana,2026-11-26,Look.'))).toHaveLength(1);
  expect(csv).toContain('confirmed,Ana,2026-11-26,');
  const days = await request(service.app).get(`/batches/${body.id}/deadlines?lang=en`).set('Accept', 'text/html');
  expect(days.text).toContain('2 letters have a deadline');
  expect(days.text).toContain('January 2027');
});
