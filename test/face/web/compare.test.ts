import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoReport } from '../../support/demo-report.ts';
import { makeService, type Service } from '../../support/make-service.ts';

let service: Service;
beforeAll(() => {
  service = makeService({
    tools: {
      // A letter named "earlier" is dated before the others and gives one ground less.
      analyze: (document, answers) => {
        const report = demoReport(document, answers);
        const [first, ...others] = report.grounds;
        const { issued } = report.letter;
        if (!document.name.startsWith('earlier') || first === undefined || issued === undefined) return report;
        return {
          ...report,
          letter: { ...report.letter, issued: { ...issued, value: '2025-03-01' } },
          grounds: [{ ...first, ground: 'ca.cured', title: { en: 'Cured one', fr: 'Celui qui a disparu' } }, ...others],
        };
      },
    },
  });
});
afterAll(() => service.runner.stop(0));

const get = (address: string) => request(service.app).get(address).set('Accept', 'text/html');
async function readLetter(text: string, name: string): Promise<string> {
  const { body } = await request(service.app)
    .post('/v1/letters')
    .set('Prefer', 'wait=10')
    .attach('letter', Buffer.from(text), name);
  return body.id;
}

describe('comparing two letters', () => {
  test('offers the other letters, and never the same content', async () => {
    const id = await readLetter('one', 'later.pdf');
    const other = await readLetter('two', 'earlier.pdf');
    const { text } = await get(`/letters/${id}/compare?lang=en`);
    expect(text).toContain(`<option value="${other}">`);
    expect(text).not.toContain(`<option value="${id}">`);
  });

  test('says what came back, what did not and what is new, whichever was opened first', async () => {
    const later = await readLetter('one', 'later.pdf');
    const earlier = await readLetter('two', 'earlier.pdf');
    for (const [id, other] of [
      [later, earlier],
      [earlier, later],
    ]) {
      const { body } = await request(service.app).get(`/v1/letters/${id}/comparison`).query({ with: other });
      expect(body).toMatchObject({ older: { name: 'earlier.pdf' }, newer: { name: 'later.pdf' } });
      const idsOf = (group: readonly { ground: string }[]) => group.map(({ ground }) => ground);
      expect(idsOf(body.cured)).toEqual(['ca.cured']);
      expect(idsOf(body.new)).toEqual(['ca.family-ties']);
      expect(body.repeated).toHaveLength(3);
    }
    const { text } = await get(`/letters/${later}/compare?lang=fr&with=${earlier}`);
    const said = ['Soulevé de nouveau (3)', 'Non soulevé de nouveau (1)', 'Nouveau (1)', 'Celui qui a disparu'];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  test('takes a new letter by a form and shows both', async () => {
    const id = await readLetter('one', 'later.pdf');
    const { headers } = await request(service.app)
      .post(`/letters/${id}/compare?lang=en`)
      .attach('letter', Buffer.from('three'), 'earlier-still.pdf');
    expect(headers['location']).toMatch(new RegExp(`^/letters/${id}/compare\\?with=[\\w-]+&lang=en$`));
    expect((await get(headers['location'] ?? '')).text).toContain('earlier-still.pdf');
  });

  test('shows a letter that can’t be read with what to do, and knows no letter of nobody', async () => {
    const id = await readLetter('one', 'later.pdf');
    const { headers } = await request(service.app)
      .post(`/letters/${id}/compare?lang=en`)
      .attach('letter', Buffer.from('damaged'), 'broken.pdf');
    const { text } = await get(headers['location'] ?? '');
    expect(text).toContain('The other letter could not be read.');
    expect((await get(`/letters/${id}/compare?with=nobody`)).status).toBe(404);
    expect((await get('/letters/nobody/compare')).status).toBe(404);
  });
});
