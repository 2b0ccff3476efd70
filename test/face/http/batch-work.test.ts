import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/report-schema.ts';
import { demoReport } from '../../support/demo-report.ts';
import { makeService, type Service } from '../../support/make-service.ts';

/** What the packs of the moment see; a test may correct them. */
let packs: (report: Report) => Report = (report) => report;
let service: Service;
beforeAll(() => {
  service = makeService({ tools: { analyze: (document, answers) => packs(demoReport(document, answers)) } });
});
afterAll(() => service.runner.stop(0));

async function send(...texts: readonly string[]): Promise<string> {
  const post = request(service.app).post('/v1/batches');
  for (const [at, text] of texts.entries()) void post.attach('letters', Buffer.from(text), `${at + 1}.pdf`);
  return (await post).body.id;
}
async function until(id: string, counts: Readonly<Record<string, number>>) {
  for (;;) {
    const { body } = await request(service.app).get(`/v1/batches/${id}`);
    if (Object.entries(counts).every(([state, count]) => body.counts[state] === count)) return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const rerun = async (id: string) => {
  const answer = await request(service.app)
    .post(`/v1/batches/${id}/rerun`)
    .buffer(true)
    .parse((response, done) => {
      let text = '';
      response.on('data', (piece) => {
        text += String(piece);
      });
      response.on('end', () => done(null, text));
    });
  expect(answer.headers['content-type']).toContain('application/jsonl');
  return String(answer.body)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

describe('cancelling a batch', () => {
  test('ends what waits, lets finish what is read, and retry reads the rest after all', async () => {
    const id = await send('slow one', 'slow two', 'three', 'four');
    await until(id, { reading: 2 });
    const answer = await request(service.app).post(`/v1/batches/${id}/cancel`);
    expect([answer.status, answer.body]).toEqual([200, { cancelled: 2 }]);
    const batch = await until(id, { failed: 2, reading: 2 });
    expect(batch.counts.waiting).toBe(0);
    const { body } = await request(service.app).get(`/v1/batches/${id}/letters?state=failed`);
    for (const { problem } of body.letters) {
      expect(problem.code).toBe('not-done');
      expect(problem.detail).toContain('cancelled by the user');
    }
    for (const [language, said] of [
      ['en', 'Reading was cancelled by the user'],
      ['fr', 'Cette lettre n’a pas encore été lue.'],
    ]) {
      const table = await request(service.app).get(`/v1/batches/${id}/results.csv?lang=${language}`);
      expect(table.text).toContain(said);
    }
    const report = await request(service.app).get(`/v1/letters/${body.letters[0].id}/report`);
    expect(report.status).toBe(409);
    // Who waits for a report must not wait for one that nobody makes.
    expect(report.headers).not.toHaveProperty('retry-after');
    await until(id, { reading: 0 });
    expect((await request(service.app).post(`/v1/batches/${id}/retry`)).body.retried).toBe(4);
    await until(id, { done: 2 });
  }, 30_000);

  test('that has nothing left to read changes nothing', async () => {
    const id = await send('a');
    await until(id, { done: 1 });
    expect((await request(service.app).post(`/v1/batches/${id}/cancel`)).body).toEqual({ cancelled: 0 });
    await until(id, { done: 1 });
  });
});

describe('running a batch again', () => {
  test('with the same packs changes nothing', async () => {
    const id = await send('a', 'locked b');
    await until(id, { done: 1, failed: 1 });
    const [first, second] = await rerun(id);
    expect(first).toMatchObject({ name: '1.pdf', changed: false, grounds: [], routes: [] });
    expect(second).toMatchObject({ name: '2.pdf', problem: { code: 'file-encrypted' } });
  });

  test('with corrected packs says what is new, gone, weaker or due on another day, and keeps the new report', async () => {
    const id = await send('a');
    await until(id, { done: 1 });
    const { body: before } = await request(service.app).get(`/v1/batches/${id}/letters`);
    const letter = before.letters[0].id;
    await request(service.app).patch(`/v1/letters/${letter}/answers`).send({ notified: '2026-11-03' });
    packs = (report) => ({
      ...report,
      madeWith: { ...report.madeWith, packSha256: 'corrected' },
      grounds: report.grounds.flatMap((ground, at) => {
        if (at === 0) return [];
        return [
          at === 1 ? { ...ground, strength: 'possible' as const } : ground,
          ...(at === 2 ? [{ ...ground, ground: 'ca.new' }] : []),
        ];
      }),
      routes: report.routes.map((route, at) =>
        at === report.routes.findIndex(({ deadline }) => deadline !== undefined) && route.deadline !== undefined
          ? { ...route, deadline: { ...route.deadline, on: '2027-01-01' } }
          : route,
      ),
    });
    const [line] = await rerun(id);
    packs = (report) => ({ ...report, grounds: [] });
    expect(line).toMatchObject({
      letter,
      changed: true,
      packs: { now: 'corrected' },
      grounds: expect.arrayContaining([
        { ground: 'ca.family-ties', change: 'gone', before: 'stated' },
        { ground: 'ca.new', change: 'new', now: expect.any(String) },
        { ground: 'ca.purpose-of-visit', change: 'strength', before: 'stated', now: 'possible' },
      ]),
    });
    expect(line.grounds).toHaveLength(3);
    expect(line.routes).toEqual([
      {
        route: expect.any(String),
        before: expect.objectContaining({ state: expect.any(String) }),
        now: expect.objectContaining({ on: '2027-01-01' }),
      },
    ]);
    const { body: report } = await request(service.app).get(`/v1/letters/${letter}/report`);
    expect(report.grounds.map(({ ground }: { ground: string }) => ground)).toContain('ca.new');
    const { body: summary } = await request(service.app).get(`/v1/batches/${id}/summary`);
    expect(summary.grounds).toContainEqual({ id: 'ca.new', count: 1 });
    packs = (one) => one;
  });
});
