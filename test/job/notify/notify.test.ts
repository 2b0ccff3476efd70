import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBatch } from '../../../src/job/accept-batch.ts';
import { acceptLetter } from '../../../src/job/accept-letter.ts';
import { addToBatch } from '../../../src/job/batch/add-to-batch.ts';
import { createNotifier, type Notifier } from '../../../src/job/notify/create-notifier.ts';
import { reportOfLetter } from '../../../src/job/report-of-letter.ts';
import { runLetter } from '../../../src/job/run-letter.ts';
import type { Tools } from '../../../src/job/tools.ts';
import type { Webhook, WebhookMessage } from '../../../src/seam/webhook.ts';
import { makeTools } from '../../support/make-tools.ts';

type Answer = Awaited<ReturnType<Webhook['send']>>;

let answers: Answer[];
let sent: WebhookMessage[];
let base: Tools;
let tools: Tools;
let notifier: Notifier;
const webhook: Webhook = {
  send: async (message) => {
    sent.push(message);
    return answers.shift() ?? 'taken';
  },
};
beforeEach(() => {
  answers = [];
  sent = [];
  base = makeTools();
  notifier = createNotifier(base, webhook, [5, 5]);
  tools = { ...base, notify: notifier.tell };
});
afterEach(() => notifier.stop());

async function readAll(): Promise<void> {
  for (const lease of await tools.queue.claim(10)) await runLetter(tools, lease, new AbortController().signal);
}
const until = async (isTrue: () => boolean | Promise<boolean>) => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 2));
};
const outbox = async () => (await tools.files.list()).filter(({ key }) => key.startsWith('webhooks/'));
const told = () => sent.map(({ body }) => JSON.parse(body));

test('letters and their batch are told by their ids and nothing else', async () => {
  const batch = await openBatch(tools, 'me', 'Quixworthy');
  for (const text of ['Dear Zebulon', 'locked'])
    await addToBatch(tools, batch, [{ name: `${text}.txt`, bytes: Buffer.from(text) }]);
  await readAll();
  await until(() => sent.length === 3);
  const { letters } = await tools.letters.list('me', { limit: 9 });
  expect(told().map(({ type, data }) => [type, data])).toEqual([
    ['letter.done', { id: letters[0]?.id }],
    ['letter.failed', { id: letters[1]?.id }],
    ['batch.done', { id: batch.id }],
  ]);
  for (const body of told()) expect(Object.keys(body).toSorted()).toEqual(['data', 'timestamp', 'type']);
  await until(async () => (await outbox()).length === 0);
});

describe('a message', () => {
  test('that is not taken is tried again, the same each time, until it is', async () => {
    answers = ['later', 'later'];
    await notifier.tell({ type: 'letter.done', id: 'a' });
    await until(() => sent.length === 3);
    expect(new Set(sent.map(({ id, body }) => id + body)).size).toBe(1);
    await until(async () => (await outbox()).length === 0);
  });

  test.each<[string, Answer[], number]>([
    ['that is never taken is given up after the last try', ['later', 'later', 'later', 'later'], 3],
    ['that nobody wants is not sent again', ['never'], 1],
  ])('%s', async (_name, given, tries) => {
    answers = given;
    await notifier.tell({ type: 'letter.done', id: 'a' });
    await until(async () => (await outbox()).length === 0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(sent).toHaveLength(tries);
  });

  test('that a restart cut off is sent by the next process', async () => {
    answers = ['later'];
    const slow = createNotifier(base, webhook, [60_000]);
    await slow.tell({ type: 'letter.done', id: 'a' });
    await until(() => sent.length === 1);
    await slow.stop();
    expect(await outbox()).toHaveLength(1);
    await notifier.resume();
    await until(async () => (await outbox()).length === 0);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  });
});

test('a letter is read even where nobody can be told', async () => {
  tools = { ...base, notify: () => Promise.reject(new Error('outbox full')) };
  const { letter } = await acceptLetter(tools, {
    owner: 'me',
    source: { name: 'a.txt', bytes: Buffer.from('a') },
    answers: {},
  });
  await readAll();
  expect((await reportOfLetter(tools, 'me', letter.id)).grounds.length).toBeGreaterThan(0);
});
