import type { lookup } from 'node:dns';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/adapter/system-clock.ts';
import { createWebhook } from '../../../src/adapter/webhook/create-webhook.ts';
import { isPublicAddress } from '../../../src/adapter/webhook/public-address.ts';
import { readConfig } from '../../../src/config.ts';
import { addressOf } from '../../../src/face/http/serve.ts';

const secret = Buffer.alloc(32, 5);
const message = { id: 'letter.1', body: '{"type":"letter.done","data":{"id":"a"}}' } as const;
const signal = new AbortController().signal;

let server: Server;
let got: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
let status = 200;
beforeEach(async () => {
  got = [];
  status = 200;
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      got.push({ headers: request.headers, body: body.toString() });
      response.writeHead(status, { Location: '/elsewhere' }).end('x');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

const to = (url: string, allowPrivate: boolean, find?: typeof lookup) =>
  createWebhook({ url, secret, allowPrivate }, systemClock, find);

test('a message is signed so that the standard’s own library takes it', async () => {
  expect(await to(addressOf(server), true).send(message, signal)).toBe('taken');
  const [{ headers, body } = { headers: {}, body: '' }] = got;
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const receiver = new Webhook(secret.toString('base64'));
  expect(receiver.verify(body, plain)).toEqual(JSON.parse(message.body));
  expect(() => receiver.verify(`${body} `, plain)).toThrow();
  expect(headers['webhook-id']).toBe(message.id);
});

test.each([
  [204, 'taken'],
  [302, 'later'],
  [404, 'later'],
  [500, 'later'],
  [410, 'never'],
])('answered with %i it is %s, and no redirect is followed', async (answered, meaning) => {
  status = answered;
  expect(await to(addressOf(server), true).send(message, signal)).toBe(meaning);
  expect(got).toHaveLength(1);
});

test('a receiver that is not there is tried later', async () => {
  expect(await to('http://127.0.0.1:9/', true).send(message, signal)).toBe('later');
});

describe('without leave to reach private addresses', () => {
  /** Names as somebody else’s server answers them. */
  const names = (...addresses: readonly string[]) => {
    let asked = 0;
    const find: unknown = (_name: string, _options: object, done: (...answer: unknown[]) => void) => {
      asked += 1;
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
    const isLookup = (value: unknown): value is typeof lookup => typeof value === 'function';
    if (!isLookup(find)) throw new TypeError('no lookup');
    return { find, asked: () => asked };
  };
  const port = () => new URL(addressOf(server)).port;

  test('this machine is not reached by its number', async () => {
    expect(await to(addressOf(server), false).send(message, signal)).toBe('never');
    expect(await to(`http://[::ffff:127.0.0.1]:${port()}/`, false).send(message, signal)).toBe('never');
    expect(got).toEqual([]);
  });

  test.each([['127.0.0.1'], ['8.8.8.8,127.0.0.1'], ['::1'], ['::ffff:127.0.0.1'], ['169.254.169.254'], ['10.0.0.7']])(
    'nor by a name that means %s',
    async (addresses) => {
      const { find, asked } = names(...addresses.split(','));
      expect(await to(`http://rebound.example:${port()}/`, false, find).send(message, signal)).toBe('later');
      // Asked once, and by the connection itself: there is no second answer that could differ from the one checked.
      expect(asked()).toBe(1);
      expect(got).toEqual([]);
    },
  );

  test('the same name is reached when private addresses are allowed to it', async () => {
    expect(await to(`http://localhost:${port()}/`, true).send(message, signal)).toBe('taken');
  });
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['172.32.0.1', true],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['127.8.8.8', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['no address', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

describe('the settings', () => {
  const good = { WEBHOOK_URL: 'https://firm.example/hook', WEBHOOK_SECRET: `whsec_${secret.toString('base64')}` };
  test('are off by default, and taken whole', () => {
    expect(readConfig({})).not.toHaveProperty('webhook');
    expect(readConfig(good)).toMatchObject({ webhook: { url: good.WEBHOOK_URL, secret, allowPrivate: false } });
  });
  test.each([
    [{ WEBHOOK_SECRET: '' }, 'WEBHOOK_SECRET'],
    [{ WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }, '24 to 64'],
    [{ WEBHOOK_URL: 'http://firm.example/' }, 'https://'],
    [{ WEBHOOK_URL: 'https://name:word@firm.example/' }, 'password'],
    [{ WEBHOOK_ALLOW_PRIVATE: 'maybe' }, 'yes or no'],
  ])('stop the start when they are wrong: %j', (change, told) => {
    const config = readConfig({ ...good, ...change });
    expect('mistakes' in config ? config.mistakes.join() : '').toContain(told);
  });
});
