import { beforeEach, describe, expect, test } from 'vitest';
import { openBatch } from '../../../src/job/accept-batch.ts';
import { acceptLetter } from '../../../src/job/accept-letter.ts';
import { makeKey } from '../../../src/job/api-keys.ts';
import { addToBatch } from '../../../src/job/batch/add-to-batch.ts';
import { reviewKey } from '../../../src/job/letter-files.ts';
import { reportOfLetter } from '../../../src/job/report-of-letter.ts';
import { holdLetter } from '../../../src/job/retention/hold-letter.ts';
import { runLetter } from '../../../src/job/run-letter.ts';
import type { Tools } from '../../../src/job/tools.ts';
import { exportEverything } from '../../../src/job/transfer/export-everything.ts';
import { importEverything } from '../../../src/job/transfer/import-everything.ts';
import { makeTools } from '../../support/make-tools.ts';

let from: Tools;
let to: Tools;
let ids: { readonly read: string; readonly waiting: string };
beforeEach(async () => {
  from = makeTools();
  to = makeTools();
  const send = async (text: string, name: string) =>
    (await acceptLetter(from, { owner: 'firm-a', source: { name, bytes: Buffer.from(text) }, answers: {} })).letter.id;
  const read = await send('a letter', 'première.txt');
  const batch = await openBatch(from, 'firm-b', 'Two letters');
  for (const text of ['one', 'locked two', 'odd type'])
    await addToBatch(from, batch, [{ name: `${text}.txt`, bytes: Buffer.from(text) }]);
  for (const lease of await from.queue.claim(10)) await runLetter(from, lease, new AbortController().signal);
  await holdLetter(from, 'firm-a', read, true);
  await from.letters.change('firm-a', read, { answers: { notified: '2026-11-03', submitted: ['bank-statements'] } });
  await from.files.put(reviewKey(read), Buffer.from('{"corrections":[]}'));
  await makeKey(from, { owner: 'firm-a', scopes: ['letters:read'], expires: '2030-01-01' });
  ids = { read, waiting: await send('later', 'later.txt') };
});

async function linesOf(tools: Tools): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of exportEverything(tools)) lines.push(JSON.stringify(line));
  return lines;
}
async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
/** All that a store holds, to be compared. */
async function allOf(tools: Tools) {
  const owners = ['firm-a', 'firm-b'];
  const files = (await tools.files.list()).map(({ key }) => key).toSorted();
  return {
    letters: await Promise.all(owners.map((owner) => tools.letters.list(owner, { limit: 99 }))),
    batches: await Promise.all(owners.map((owner) => tools.batches.list(owner))),
    keys: await tools.keys.list(),
    files: await Promise.all(
      files.map(async (key) => [key, Buffer.from((await tools.files.get(key)) ?? []).toString()]),
    ),
  };
}

describe('an export that is imported elsewhere', () => {
  test('gives the same letters, reports, reviews, batches and keys', async () => {
    const counts = await importEverything(to, each(await linesOf(from)));
    expect(counts).toMatchObject({ keys: 1, batches: 1, letters: 5 });
    expect(await allOf(to)).toEqual(await allOf(from));
    expect(await reportOfLetter(to, 'firm-a', ids.read)).toEqual(await reportOfLetter(from, 'firm-a', ids.read));
  });

  test('puts only what waited in line again', async () => {
    // A letter that was being read when it was exported is read where it went.
    await from.queue.claim(1);
    await importEverything(to, each(await linesOf(from)));
    expect((await to.queue.claim(10)).map(({ letter }) => letter.id)).toEqual([ids.waiting]);
  });

  test('may be begun again, and changes nothing that is there', async () => {
    const lines = await linesOf(from);
    await expect(importEverything(to, each(lines.slice(0, 6)))).rejects.toMatchObject({ code: 'request-invalid' });
    await importEverything(to, each(lines));
    await to.letters.change('firm-a', ids.read, { gathered: ['passport'] });
    await importEverything(to, each(lines));
    expect((await to.letters.list('firm-a', { limit: 9 })).letters).toHaveLength(2);
    expect(await to.letters.find('firm-a', { id: ids.read })).toMatchObject({ gathered: ['passport'], hold: true });
    expect(await to.keys.list()).toHaveLength(1);
  });
});

describe('an export that is not whole is refused with its line', () => {
  test.each<readonly [string, (lines: readonly string[]) => readonly string[], string]>([
    ['cut off at the end', (lines) => lines.slice(0, -1), 'is missing'],
    ['cut off in a line', (lines) => [...lines.slice(0, 3), (lines[3] ?? '').slice(0, 40)], 'Line 4'],
    ['without a line in the middle', (lines) => lines.toSpliced(4, 1), 'counts other things'],
    ['without its head', (lines) => lines.slice(1), 'Line 1'],
    ['something else', () => ['hello'], 'Line 1'],
    [
      'of a later format',
      (lines) => [(lines[0] ?? '').replace('"refusals":1', '"refusals":2'), ...lines.slice(1)],
      'Line 1',
    ],
    ['with something after its end', (lines) => [...lines, lines[1] ?? ''], 'after the end'],
    [
      'with a file that names a place of its own',
      (lines) => [...lines.slice(0, 2), '{"file":{"letter":"aaaaaaaaaa","name":"../../x","base64":""}}'],
      'Line 3',
    ],
  ])('%s', async (_name, spoil, told) => {
    const lines = spoil(await linesOf(from));
    await expect(importEverything(to, each(lines))).rejects.toThrow(told);
  });
});
