import { expect, test } from 'vitest';
import { sealNames } from '../../../src/adapter/files/seal-names.ts';
import { createMemoryStore } from '../../../src/adapter/store/memory/create-memory-store.ts';
import { newLetter } from '../../../src/job/accept-letter.ts';
import { standingClock } from '../../support/make-tools.ts';

const name = 'Zebulon Quixworthy.pdf';
const key = Buffer.alloc(32, 1);
const letter = {
  ...newLetter(
    { owner: 'me', source: { name, bytes: Buffer.from('x') }, answers: {} },
    'a'.repeat(64),
    '2026-11-25T12:00:00.000Z',
  ),
  batch: 'b',
};
const batch = {
  id: 'b',
  owner: 'me',
  name: 'The Quixworthy family',
  created: '2026-11-25T12:00:00.000Z',
  refused: [],
};
const refused = [{ name: 'Quixworthy.zip', code: 'file-unreadable', detail: 'Broken.' }] as const;

test('names are kept sealed, and given back on every way out', async () => {
  const kept = createMemoryStore(standingClock());
  const { letters, batches, queue } = sealNames(kept, key);
  await batches.open(batch);
  await batches.refuse('me', 'b', refused);
  expect(await letters.accept([letter], 'both')).toEqual([letter]);
  expect(await letters.find('me', { id: letter.id })).toEqual(letter);
  expect((await letters.list('me', { limit: 9 })).letters).toEqual([letter]);
  expect(await letters.change('me', letter.id, { hold: true })).toMatchObject({ name, hold: true });
  expect((await batches.list('me')).map((one) => one.batch)).toEqual([{ ...batch, refused }]);
  expect((await batches.find('me', 'b'))?.batch).toEqual({ ...batch, refused });
  const [lease] = await queue.claim(1);
  expect(lease?.letter.name).toBe(name);
  const found = {
    kind: 'k',
    outcome: 'refused',
    application: 'a',
    language: 'en',
    grounds: [],
    unrecognised: 0,
    check: false,
    deadline: '2026-12-01',
  } as const;
  await queue.complete(lease?.token ?? '', { state: 'done', found, pages: 1 });
  expect((await batches.summarize('me', 'b')).deadlines).toEqual([{ on: '2026-12-01', letter: letter.id, name }]);
  const inside = [
    await kept.letters.list('me', { limit: 9 }),
    await kept.batches.list('me'),
    await kept.batches.summarize('me', 'b'),
  ];
  expect(JSON.stringify(inside)).not.toContain('Quixworthy');
});

test('names of an older store are read, and one that was changed or moved to another letter is not', async () => {
  const kept = createMemoryStore(standingClock());
  const { letters } = sealNames(kept, key);
  await kept.letters.accept([letter], 'both');
  expect(await letters.find('me', { id: letter.id })).toMatchObject({ name });
  const second = { ...letter, id: 'second-letter' };
  await letters.accept([second], 'both');
  const sealed = (await kept.letters.find('me', { id: second.id }))?.name ?? '';
  await kept.letters.accept([{ ...letter, id: 'third', name: sealed }], 'both');
  expect(await letters.find('me', { id: 'third' })).toMatchObject({ name: '?' });
});
