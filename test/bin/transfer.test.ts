import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStores } from '../../src/app/open-stores.ts';
import { newLetter, sha256Of } from '../../src/job/accept-letter.ts';
import { runCli } from '../support/run-cli.ts';

const programs = path.resolve('dist/bin');
const freshFolder = () => mkdtempSync(path.join(tmpdir(), 'transfer-'));

/** Runs the built command line on a data folder. */
async function refusals(dataFolder: string, ...args: readonly string[]) {
  const before = process.env['DATA_DIR'];
  process.env['DATA_DIR'] = dataFolder;
  try {
    return await runCli(args);
  } finally {
    if (before === undefined) delete process.env['DATA_DIR'];
    else process.env['DATA_DIR'] = before;
  }
}

// Six processes, each of which opens a store: long on a busy machine.
test('all that a data folder holds moves to another one by export and import', { timeout: 180_000 }, async () => {
  const [old, fresh] = [freshFolder(), freshFolder()];
  const file = path.join(freshFolder(), 'all.jsonl');
  const bytes = Buffer.from('Dear Zebulon Quixworthy');
  const letter = newLetter(
    { owner: 'local', source: { name: 'a.txt', bytes }, answers: {} },
    sha256Of(bytes),
    '2026-11-25T12:00:00.000Z',
  );
  const before = await openStores({ dataFolder: old, programs, files: {} });
  await before.files.put(`${letter.id}/original`, bytes);
  await before.letters.accept([letter], 'both');
  const read = {
    ...letter,
    id: 'a-letter-that-was-read',
    sha256: sha256Of(Buffer.from('read')),
    state: 'done',
    finished: '2026-11-25T12:01:00.000Z',
    hold: true,
    originalGone: true,
    fetched: '2026-11-25T12:02:00.000Z',
    gathered: ['passport'],
    found: {
      kind: 'k',
      outcome: 'refused',
      application: 'a',
      language: 'en',
      grounds: [{ id: 'ca.purpose-of-visit', strength: 'stated' }],
      unrecognised: 0,
      deadline: '2026-12-01',
      check: false,
    },
  } as const;
  await before.letters.accept([read], 'both');
  const busy = await refusals(old, 'export', file);
  expect([busy.code, busy.err]).toEqual([1, expect.stringContaining('in use by process')]);
  await before.close();

  const exported = await refusals(old, 'export', file);
  expect(exported).toMatchObject({ code: 0, out: '' });
  expect(exported.err).toContain('2 letters with 1 files');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect((await refusals(old, 'export', file)).code).toBe(2);
  expect((await refusals(fresh, 'import', file)).code).toBe(0);
  const after = await openStores({ dataFolder: fresh, programs, files: {} });
  expect((await after.letters.list('local', { limit: 9 })).letters).toEqual([letter, read]);
  expect((await after.letters.list('local', { ground: 'ca.purpose-of-visit', limit: 9 })).letters).toEqual([read]);
  // What was read is not read again.
  expect((await after.queue.claim(9)).map((lease) => lease.letter.id)).toEqual([letter.id]);
  expect(Buffer.from((await after.files.get(`${letter.id}/original`)) ?? []).equals(bytes)).toBe(true);
  await after.close();

  writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, 2).join('\n'));
  const cut = await refusals(freshFolder(), 'import', file);
  expect([cut.code, cut.err]).toEqual([2, expect.stringContaining('cut off')]);
  expect((await refusals(fresh, 'import', `${file}.none`)).code).toBe(2);
});
