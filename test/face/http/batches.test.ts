import { unzipSync, zipSync } from 'fflate';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, closeServer, serve } from '../../../src/face/http/serve.ts';
import { makeService, type Service } from '../../support/make-service.ts';

let service: Service;
beforeAll(() => {
  service = makeService();
});
afterAll(() => service.runner.stop(0));

const send = (files: Record<string, string | Uint8Array>, address = '/v1/batches') => {
  const post = request(service.app).post(address);
  for (const [name, content] of Object.entries(files)) void post.attach('letters', Buffer.from(content), name);
  return post;
};
async function finished(id: string) {
  for (;;) {
    const { body } = await request(service.app).get(`/v1/batches/${id}`);
    if (body.state === 'done') return body;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
/** The bytes of an answer, whatever its type says. */
const get = (address: string) =>
  request(service.app)
    .get(address)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    });
const bytes = (text: string) => new TextEncoder().encode(text);

test('every file becomes a letter, those in a ZIP too, and a bad one stops nothing', async () => {
  const zip = zipSync({ 'c.pdf': bytes('letter c'), 'in/d.pdf': bytes('letter d') });
  const answer = await send({
    'a.pdf': 'letter a',
    'b.pdf': 'odd type',
    'more.zip': zip,
    'e.pdf': 'locked e',
    'bad.zip': zip.subarray(0, 40),
  });
  expect(answer.status).toBe(202);
  expect(answer.headers['location']).toBe(`/v1/batches/${answer.body.id}`);
  const batch = await finished(answer.body.id);
  expect(batch.counts).toMatchObject({ total: 5, done: 3, failed: 2 });
  expect(batch.refused).toMatchObject([{ name: 'bad.zip', code: 'file-unreadable' }]);
  const { body } = await request(service.app).get(`/v1/batches/${batch.id}/letters`);
  expect(
    body.letters.map(({ name, state, problem }: { name: string; state: string; problem?: { code: string } }) => [
      name,
      problem?.code ?? state,
    ]),
  ).toEqual([
    ['a.pdf', 'done'],
    ['b.pdf', 'file-type-unsupported'],
    ['c.pdf', 'done'],
    ['d.pdf', 'done'],
    ['e.pdf', 'file-encrypted'],
  ]);
});

test('its letters come by page, state and ground, and its sums with them', async () => {
  const { body: started } = await send({ '1.pdf': 'one', '2.pdf': 'two', '3.pdf': 'locked three' });
  await finished(started.id);
  const at = `/v1/batches/${started.id}`;
  const first = await request(service.app).get(`${at}/letters?limit=2`);
  expect(first.body.letters).toHaveLength(2);
  const rest = await request(service.app).get(`${at}/letters?limit=2&after=${first.body.next}`);
  expect(rest.body.letters).toHaveLength(1);
  expect(rest.body).not.toHaveProperty('next');
  expect((await request(service.app).get(`${at}/letters?state=failed`)).body.letters).toHaveLength(1);
  expect((await request(service.app).get(`${at}/letters?ground=ca.family-ties`)).body.letters).toHaveLength(2);
  expect((await request(service.app).get(`${at}/letters?ground=ca.other`)).body.letters).toEqual([]);
  expect((await request(service.app).get(`${at}/letters?limit=0`)).status).toBe(400);
  const { body } = await request(service.app).get(`${at}/summary`);
  expect(body.grounds).toContainEqual({ id: 'ca.family-ties', count: 2 });
  expect(body.kinds).toEqual([{ id: 'study-permit-refusal', count: 2 }]);
  expect(body.months).toEqual([{ month: '2026-11', count: 2 }]);
  expect(body.deadlines).toHaveLength(2);
});

test('results are a table, a workbook, lines and a ZIP', async () => {
  const { body: started } = await send({ 'good.pdf': 'good', '=bad.pdf': 'locked' });
  await finished(started.id);
  const at = `/v1/batches/${started.id}/results`;
  const csv = await request(service.app).get(`${at}.csv`);
  expect(csv.headers['content-disposition']).toContain('results.csv');
  expect(csv.text.trim().split('\r\n')).toHaveLength(1 + 4 + 1);
  expect(csv.text).toContain("'=bad.pdf");
  const lines = (await get(`${at}.jsonl`)).body
    .toString()
    .trim()
    .split('\n')
    .map((line: string) => JSON.parse(line));
  expect(lines).toMatchObject([{ format: 1 }, { name: '=bad.pdf', problem: { code: 'file-encrypted' } }]);
  const zip = await get(`${at}.zip`);
  expect(Object.keys(unzipSync(zip.body))).toEqual([
    'results.csv',
    'reports/00001-good.pdf.json',
    'reports/00002-_bad.pdf.json',
  ]);
  const xlsx = await get(`${at}.xlsx?lang=fr`);
  expect(Object.keys(unzipSync(xlsx.body))).toContain('xl/workbook.xml');
});

test('a letter that is there already is marked, and read all the same', async () => {
  const { body: started } = await send({ 'x.pdf': 'twice', 'y.pdf': 'twice' });
  await finished(started.id);
  const { body } = await request(service.app).get(`/v1/batches/${started.id}/letters`);
  expect(body.letters[1]).toMatchObject({ state: 'done', duplicateOf: body.letters[0].id });
});

test('more letters can be added, failed ones tried again, and all of it deleted', async () => {
  const { body: started } = await send({ 'f.pdf': 'locked f' });
  const at = `/v1/batches/${started.id}`;
  await send({ 'g.pdf': 'letter g' }, `${at}/letters`);
  expect((await finished(started.id)).counts).toMatchObject({ total: 2, failed: 1 });
  expect((await request(service.app).post(`${at}/retry`)).body).toEqual({ retried: 1 });
  await finished(started.id);
  expect((await request(service.app).delete(at)).status).toBe(204);
  expect((await request(service.app).get(at)).status).toBe(404);
  expect((await request(service.app).get(`${at}/results.csv`)).status).toBe(404);
});

test('progress is told as events, and who comes back gets only what is new', async () => {
  const { body: started } = await send({ 'h.pdf': 'letter h' });
  await finished(started.id);
  const at = `/v1/batches/${started.id}/events`;
  const server = await serve(service.app, 0, '127.0.0.1');
  const read = async (last: string, until: RegExp): Promise<string> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 400);
    const { body } = await fetch(`${addressOf(server)}${at}`, {
      headers: { 'Last-Event-ID': last },
      signal: stop.signal,
    });
    let text = '';
    try {
      for await (const piece of body ?? []) {
        text += new TextDecoder().decode(piece);
        if (until.test(text)) break;
      }
    } catch {
      // The time is over: what came is all there is.
    }
    clearTimeout(timer);
    stop.abort();
    return text;
  };
  const text = await read('', /\n\n/);
  expect(text).toContain('event: progress');
  const id = /id: (\S+)/.exec(text)?.[1] ?? '';
  expect(await read(id, /progress/)).toBe('');
  await closeServer(server, 0);
});
