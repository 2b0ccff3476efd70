import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeyedService, makeKeyedService } from '../../support/make-keyed-service.ts';
import { standingClock } from '../../support/make-tools.ts';

const clock = standingClock();
const browser = 'text/html,application/xhtml+xml';
const own = { Origin: 'http://127.0.0.1', Host: '127.0.0.1' };
let service: KeyedService;
let key: string;
beforeAll(async () => {
  service = makeKeyedService({ tools: { clock }, http: { limited: false } });
  key = (await service.keyFor('firm')).slice('Bearer '.length);
});
afterAll(() => service.runner.stop(0));

const signIn = (fields: object = { key }) =>
  request(service.app).post('/sign-in?lang=en').set(own).set('Accept', browser).type('form').send(fields);
const cookieOf = (headers: Record<string, string>): string => [headers['set-cookie']].flat()[0] ?? '';
const tokenOf = (headers: Record<string, string>): string => cookieOf(headers).split(';')[0] ?? '';
const page = (address: string, cookie = '') =>
  request(service.app).get(address).set({ Host: '127.0.0.1', Accept: browser, Cookie: cookie });

describe('with keys on', () => {
  test.each(['/', '/batches', '/patterns', '/letters/none'])('%s leads to the form', async (address) => {
    const { status, headers } = await page(address);
    expect(status).toBe(303);
    expect(headers['location']).toBe(`/sign-in?next=${encodeURIComponent(address)}&lang=en`);
  });

  test('the form is in both languages and asks for the key alone', async () => {
    const { text } = await page('/sign-in?next=/batches&lang=fr');
    expect(text).toContain('Votre clé');
    expect(text).toContain('<input type="hidden" name="next" value="/batches"/>');
    expect(text).toContain('type="password"');
    expect((await page('/sign-in')).text).toContain('Your key');
  });

  test('what belongs to every page is there before', async () => {
    expect((await request(service.app).get('/assets/icon.svg')).status).toBe(200);
  });
});

describe('signing in', () => {
  test('sets a cookie that scripts and other sites can’t use, and goes where somebody wanted to go', async () => {
    const { status, headers } = await signIn({ key: ` ${key} `, next: '/batches' });
    expect(status).toBe(303);
    expect(headers['location']).toBe('/batches?lang=en');
    expect(cookieOf(headers)).toMatch(
      /^session=[\w-]{43}; Max-Age=43200; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
  });

  test('behind encryption the cookie is for this host and encrypted pages alone', async () => {
    const { headers } = await signIn().set('X-Forwarded-Proto', 'https');
    expect(cookieOf(headers)).toMatch(/^__Host-session=.*HttpOnly; Secure; SameSite=Strict$/);
    const back = await page('/', tokenOf(headers)).set('X-Forwarded-Proto', 'https');
    expect(back.status).toBe(200);
  });

  test('is new each time, and what is kept is not the cookie', async () => {
    const [one, two] = [await signIn(), await signIn()].map(({ headers }) => tokenOf(headers));
    expect(one).not.toBe(two);
    const token = String(one).replace('session=', '');
    expect(await service.tools.keys.findSession(token)).toBeUndefined();
  });

  test.each([
    ['//elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/letters/abc', '/letters/abc'],
  ])('with the address %s leads to %s', async (next, place) => {
    expect((await signIn({ key, next })).headers['location']).toBe(`${place}?lang=en`);
  });

  test.each([
    ['a wrong key', () => 'rk_wrong', 401, 'This key is not good.'],
    ['no key', () => '', 401, 'This key is not good.'],
    [
      'a key that may not read',
      async () => (await service.keyFor('firm', ['export'])).slice(7),
      403,
      'may not read letters',
    ],
  ])('with %s shows the form again and says why', async (_what, given, status, words) => {
    const answer = await signIn({ key: await given(), next: '/batches' });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('value="/batches"');
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });
});

describe('who is signed in', () => {
  test('sees pages and calls the API, with a way out', async () => {
    const cookie = tokenOf((await signIn()).headers);
    const home = await page('/', cookie);
    expect(home.status).toBe(200);
    expect(home.text).toContain('action="/sign-out?lang=en"');
    expect((await page('/patterns', cookie)).text).toContain('action="/sign-out?lang=en"');
    expect((await request(service.app).get('/v1/batches').set('Cookie', cookie)).status).toBe(200);
  });

  test('may do what the key may', async () => {
    const reader = (await service.keyFor('firm', ['letters:read'])).slice(7);
    const cookie = tokenOf((await signIn({ key: reader })).headers);
    const post = await request(service.app)
      .post('/letters')
      .set({ ...own, Cookie: cookie, Accept: browser })
      .field('text', 'a letter');
    expect(post.status).toBe(403);
  });

  test.each([
    ['/letters', 'en', 'Your key does not allow this'],
    ['/letters', 'fr', 'Votre clé ne permet pas cela'],
    ['/batches', 'fr', 'Votre clé ne permet pas cela'],
    ['/letters/none/delete', 'en', 'Your key does not allow this'],
  ])('a page that the key does not reach says so as a page (%s, %s)', async (address, language, title) => {
    const reader = (await service.keyFor('firm', ['letters:read'])).slice(7);
    const cookie = tokenOf((await signIn({ key: reader })).headers);
    const post = await request(service.app)
      .post(`${address}?lang=${language}`)
      .set({ ...own, Cookie: cookie, Accept: browser })
      .field('text', 'a letter');
    expect([post.status, post.type]).toEqual([403, 'text/html']);
    expect(post.text).toContain(`<h1>${title}</h1>`);
  });

  test('a key that may only write is told so by a page too, and a program by a problem', async () => {
    const writer = await service.keyFor('firm', ['letters:write']);
    const asked = request(service.app).get('/batches').set({ Authorization: writer });
    const shown = await asked.set('Accept', browser);
    expect([shown.status, shown.type]).toEqual([403, 'text/html']);
    const told = await request(service.app).get('/batches').set({ Authorization: writer, Accept: 'application/json' });
    expect([told.status, told.type]).toEqual([403, 'application/problem+json']);
  });

  test.each([
    ['another site', { Origin: 'https://elsewhere.example' }],
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page that does not say which it is', {}],
  ])('is not used by %s', async (_who, headers) => {
    const cookie = tokenOf((await signIn()).headers);
    const before = (await service.tools.batches.list('firm')).length;
    const post = await request(service.app)
      .post('/v1/batches')
      .set({ Host: '127.0.0.1', Cookie: cookie, ...headers })
      .attach('letters', Buffer.from('x'), 'x.pdf');
    expect(post.status).toBe(403);
    expect(await service.tools.batches.list('firm')).toHaveLength(before);
  });

  test('is not counted where a key is sent: a bad one stays bad', async () => {
    const cookie = tokenOf((await signIn()).headers);
    const both = request(service.app).get('/v1/batches').set({ Cookie: cookie, Authorization: 'Bearer rk_no' });
    expect((await both).status).toBe(401);
  });

  test('is out after signing out: the server has forgotten', async () => {
    const cookie = tokenOf((await signIn()).headers);
    const out = await request(service.app)
      .post('/sign-out?lang=en')
      .set({ ...own, Cookie: cookie });
    expect(out.status).toBe(303);
    expect(cookieOf(out.headers)).toMatch(/^session=;/);
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    expect((await request(service.app).get('/v1/batches').set('Cookie', cookie)).status).toBe(401);
  });

  test('is out when the key is revoked, and after twelve hours', async () => {
    const other = (await service.keyFor('firm')).slice(7);
    const cookie = tokenOf((await signIn({ key: other })).headers);
    await service.tools.keys.remove(other.slice(3, 11));
    expect((await page('/batches', cookie)).headers['location']).toContain('/sign-in');
    const late = tokenOf((await signIn()).headers);
    clock.pass(12 * 3_600_000 - 1);
    expect((await page('/batches', late)).status).toBe(200);
    clock.pass(1);
    expect((await page('/batches', late)).headers['location']).toContain('/sign-in');
    expect((await request(service.app).get('/v1/batches').set('Cookie', late)).status).toBe(401);
  });
});
