import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { expectedOutcomes } from '../fixtures/make/hostile/expected.ts';
import { letterPdf } from '../fixtures/make/hostile/pdf-writer.ts';
import { planHostile } from '../fixtures/make/hostile/plan-hostile.ts';
import { ownChildren } from './support/child-processes.ts';
import { readHostile } from './support/read-hostile.ts';
import { openTestPool } from './support/test-pool.ts';
import { makeWatchedReader, watchedFiles } from './support/watched-reader.ts';

const plan = planHostile('fixtures/make');
const cheap = Object.entries(expectedOutcomes).filter(([, { dear }]) => dear !== true);

const usualTemp = process.env['TMPDIR'];
const { childScript, ground, temp } = makeWatchedReader();
const files = path.join(ground, 'files');
const childrenBefore = ownChildren();
const pool = openTestPool({ childScript });
const goodLetter = letterPdf();

beforeAll(async () => {
  mkdirSync(files);
  process.env['TMPDIR'] = temp;
  for (const [name] of cheap) writeFileSync(path.join(files, name), (await plan[name]?.()) ?? '');
});

afterAll(async () => {
  await pool.close();
  if (usualTemp === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = usualTemp;
  rmSync(ground, { recursive: true });
});

test('every hostile file has its line in the table, and every line its file', () => {
  expect(Object.keys(expectedOutcomes).toSorted()).toEqual(Object.keys(plan).toSorted());
});

describe('a hostile file', () => {
  test.each(cheap)('%s ends as the table says, and the next good letter is read', async (name, expected) => {
    const became = await readHostile(readFileSync(path.join(files, name)), pool);
    if ('refused' in expected) {
      expect(became).toEqual({ refused: expected.refused });
    } else {
      expect(became).toMatchObject({ notes: expected.notes, text: expect.stringContaining(expected.says ?? '') });
      if (expected.lacks !== undefined)
        expect(became).toMatchObject({ text: expect.not.stringContaining(expected.lacks) });
    }
    const next = await readHostile(goodLetter, pool);
    expect(next).toMatchObject({
      notes: [],
      text: expect.stringContaining('not satisfied that you will leave Canada'),
    });
  });

  test('is made the same every time', async () => {
    for (const name of ['bits-turned-many.pdf', 'random.txt', 'texts-2000.png', 'locked.zip']) {
      const again = await plan[name]?.();
      expect(Buffer.compare(readFileSync(path.join(files, name)), Buffer.from(again ?? ''))).toBe(0);
    }
  });
});

test('when all are read, no process is left, and nothing in the folders for passing files', async () => {
  const started = (): readonly number[] => ownChildren().filter((pid) => !childrenBefore.includes(pid));
  // Else the next lines would see nothing because there is nothing to see it with.
  if (process.platform === 'linux') expect(started()).toHaveLength(pool.running());
  await pool.close();
  await vi.waitFor(() => expect(started()).toEqual([]), 5000);
  expect(readdirSync(temp)).toEqual([]);
  expect(readdirSync(files).toSorted()).toEqual(cheap.map(([name]) => name).toSorted());
  expect(readdirSync(ground).toSorted()).toEqual(['files', ...watchedFiles]);
});
