import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openAccounts } from '../../../src/app/open-accounts.ts';
import { found, letter } from './store-contract.ts';

const settingsOf = (dataFolder: string) => ({ dataFolder, programs: path.resolve('dist/bin') });
const lineOf = (table: string, put: { readonly id: string }) => `${JSON.stringify([{ table, id: put.id, put }])}\n`;

test('a data folder of the journal store is taken over once, and opens again with all of it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  const batch = { id: 'b', owner: 'me', name: 'October', created: '2026-11-25T12:00:00.000Z', refused: [] };
  const read = letter({ batch: 'b', state: 'done', found, finished: '2026-11-25T12:01:00.000Z', attempts: 1 });
  const cut = letter({ state: 'reading', attempts: 1 });
  const gone = letter();
  const key = {
    id: 'abcdefgh',
    owner: 'me',
    scopes: ['admin'],
    created: '2026-11-25T12:00:00.000Z',
    expires: '2999-01-01',
    digest: 'd',
  };
  const lines = [lineOf('batch', batch), lineOf('letter', read), lineOf('letter', gone), lineOf('letter', cut)];
  const drop = `${JSON.stringify([{ table: 'letter', id: gone.id, drop: true }])}\n`;
  // The last line was cut off by a crash: it was never answered for.
  writeFileSync(path.join(folder, 'store.jsonl'), `${lines.join('')}${drop}[{"table":"letter","id":"half","pu`);
  writeFileSync(path.join(folder, 'keys.jsonl'), lineOf('key', key));

  const first = await openAccounts(settingsOf(folder));
  await first.store.opened;
  expect((await first.store.letters.list('me', { limit: 9 })).letters).toEqual([read, { ...cut, state: 'waiting' }]);
  expect(await first.store.letters.remove('me', cut.id)).toBe(true);
  await first.close();
  expect(['store.jsonl', 'keys.jsonl'].map((name) => existsSync(path.join(folder, name)))).toEqual([false, false]);

  const again = await openAccounts(settingsOf(folder));
  const { letters, batches, keys } = again.store;
  expect((await letters.list('me', { limit: 9 })).letters).toEqual([read]);
  expect((await batches.find('me', 'b'))?.counts).toMatchObject({ total: 1, done: 1, check: 1 });
  expect(await keys.list()).toEqual([key]);
  await again.close();
});

test('letters that were being read when the process ended are in line again after a start', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'restart-'));
  const first = await openAccounts(settingsOf(folder));
  const one = letter();
  await first.store.letters.accept([one], 'both');
  await first.store.queue.claim(1);
  await first.close();
  const again = await openAccounts(settingsOf(folder));
  expect(await again.store.letters.find('me', { id: one.id })).toMatchObject({ state: 'waiting', attempts: 1 });
  await again.close();
});

test('an embedded store is not left behind unseen when a server is given', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'both-'));
  const embedded = await openAccounts(settingsOf(folder));
  await embedded.store.opened;
  await embedded.close();
  const server = openAccounts({ ...settingsOf(folder), databaseUrl: 'postgres://localhost:1/none' });
  await expect(server).rejects.toThrow('holds an embedded store');
});

test('a folder that can’t be opened says so', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broken-'));
  writeFileSync(path.join(folder, 'database-pg18'), 'not a folder');
  const accounts = await openAccounts(settingsOf(folder));
  await expect(accounts.store.opened).rejects.toThrow(/can't be opened/);
  await expect(accounts.store.letters.find('me', { id: 'x' })).rejects.toThrow();
  await accounts.close();
});
