import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryAudit } from '../../../src/adapter/audit-trail.ts';
import { createDiskFiles } from '../../../src/adapter/files/create-disk-files.ts';
import { openFiles } from '../../../src/adapter/files/open-files.ts';
import { openBatch } from '../../../src/job/accept-batch.ts';
import { acceptLetter } from '../../../src/job/accept-letter.ts';
import { deleteLetter } from '../../../src/job/delete-letter.ts';
import { drawLetterPage } from '../../../src/job/draw-letter-page.ts';
import { reportOfLetter } from '../../../src/job/report-of-letter.ts';
import { createSweeper, createTurn } from '../../../src/job/retention/create-sweeper.ts';
import { holdLetter } from '../../../src/job/retention/hold-letter.ts';
import { runLetter } from '../../../src/job/run-letter.ts';
import type { Tools } from '../../../src/job/tools.ts';
import { makeTools, standingClock } from '../../support/make-tools.ts';

const hour = 3_600_000;
const day = 24 * hour;
const usual = { originalDays: 30, reportDays: 180 };

let clock: ReturnType<typeof standingClock>;
let audit: ReturnType<typeof createMemoryAudit>;
let tools: Tools;
beforeEach(() => {
  clock = standingClock();
  audit = createMemoryAudit();
  tools = makeTools({ clock, audit });
});

async function keep(owner: string, text = 'a'): Promise<string> {
  const source = { name: 'a.txt', bytes: Buffer.from(text) };
  return (await acceptLetter(tools, { owner, source, answers: {} })).letter.id;
}
async function keepRead(owner: string, text = 'a'): Promise<string> {
  const id = await keep(owner, text);
  for (const lease of await tools.queue.claim(10)) await runLetter(tools, lease, new AbortController().signal);
  return id;
}
const left = async (owner: string) => (await tools.letters.list(owner, { limit: 100 })).letters.map(({ id }) => id);
/** Names of the files of a letter. */
const filesOf = async (id: string) =>
  (await tools.files.list())
    .flatMap(({ key }) => (key.startsWith(`${id}/`) ? [key.slice(id.length + 1)] : []))
    .toSorted();

/** A sweeper that has seen this clock for more than a day. */
async function trusting(retention = usual) {
  const sweep = createSweeper(tools, retention);
  // Hour by hour, as the service does, if not told otherwise.
  const go = async (milliseconds: number, step = hour): Promise<number> => {
    let touched = 0;
    for (let passed = 0; passed < milliseconds; passed += step) {
      clock.pass(Math.min(step, milliseconds - passed));
      touched += await sweep();
    }
    return touched;
  };
  await sweep();
  await go(25 * hour);
  return { sweep, go };
}

describe('when their time is over', () => {
  test('letters of every owner go, and the trail says so', async () => {
    const old = [await keep('firm-a'), await keep('firm-b')];
    const { go } = await trusting({ originalDays: 20, reportDays: 20 });
    await go(10 * day);
    const young = await keep('firm-c');
    expect(await go(10 * day)).toBe(2);
    expect(await tools.letters.owners()).toEqual(['firm-c']);
    expect(await filesOf(young)).toEqual(['original']);
    for (const id of old) expect(await filesOf(id)).toEqual([]);
    expect(audit.rows).toEqual(old.map((on) => ({ who: 'service', what: 'retention', on, result: 'deleted' })));
  });

  test('the file and its pictures go first, and the report stays until its own day', async () => {
    const id = await keepRead('me');
    await drawLetterPage(tools, 'me', id, { page: 1, dpi: 144 });
    expect(await filesOf(id)).toContain('page-1-144.png');
    const { go } = await trusting();
    expect(await go(30 * day)).toBe(1);
    expect(await filesOf(id)).toEqual(['document.json', 'report.json']);
    expect((await reportOfLetter(tools, 'me', id)).grounds.length).toBeGreaterThan(0);
    await expect(drawLetterPage(tools, 'me', id, { page: 1, dpi: 144 })).rejects.toMatchObject({ code: 'not-found' });
    expect(await tools.letters.find('me', { id })).toMatchObject({ originalGone: true });
    await go(150 * day);
    expect(await left('me')).toEqual([]);
    expect(await filesOf(id)).toEqual([]);
    expect(audit.rows.map(({ what }) => what)).toEqual(['retention of the file', 'retention']);
  });

  test('a batch goes after its last letter', async () => {
    await openBatch(tools, 'me', 'Quixworthy family');
    await keep('me');
    const { go } = await trusting();
    expect(await tools.batches.list('me')).toHaveLength(1);
    await go(180 * day);
    expect(await tools.batches.list('me')).toEqual([]);
  });

  test('files that belong to nobody go, and those of somebody’s letter never', async () => {
    const id = await keep('firm-a');
    // Files in memory carry the machine's own time.
    clock.pass(Math.max(0, Date.now() - clock.now().getTime()));
    const { go } = await trusting({ originalDays: 3650, reportDays: 3650 });
    await tools.files.put('nobody/original', Buffer.from('x'));
    await go(5 * day);
    expect(await filesOf('nobody')).toEqual([]);
    expect(await filesOf(id)).toEqual(['original']);
  });
});

describe('a letter on hold', () => {
  test('outlives its time and every deletion, until the hold is ended', async () => {
    const id = await keepRead('me');
    await holdLetter(tools, 'me', id, true);
    const { go } = await trusting();
    await go(200 * day);
    expect(await filesOf(id)).toEqual(['document.json', 'original', 'report.json']);
    await expect(deleteLetter(tools, 'me', id)).rejects.toMatchObject({ code: 'forbidden' });
    await holdLetter(tools, 'me', id, false);
    await go(hour);
    expect(await left('me')).toEqual([]);
  });
});

describe('where letters are forgotten once they were shown', () => {
  beforeEach(() => {
    tools = { ...tools, forgetful: true };
  });
  const forget = { originalDays: 0, reportDays: 0 };

  test('one goes ten minutes after its report was handed out, and not before', async () => {
    const { sweep } = await trusting(forget);
    const id = await keepRead('me');
    await reportOfLetter(tools, 'me', id);
    clock.pass(9 * 60_000);
    expect(await sweep()).toBe(0);
    clock.pass(2 * 60_000);
    expect(await sweep()).toBe(1);
    expect(await filesOf(id)).toEqual([]);
  });

  test('one that nobody fetches goes an hour after it was read, one that is not read after a day', async () => {
    const { go } = await trusting(forget);
    const read = await keepRead('me', 'b');
    const waiting = await keep('me', 'c');
    await go(hour);
    expect(await left('me')).toEqual([read, waiting]);
    await go(hour);
    expect(await left('me')).toEqual([waiting]);
    await go(day);
    expect(await left('me')).toEqual([]);
  });
});

describe('a clock that jumped deletes nothing', () => {
  test.each([
    ['a year ahead', '2027-11-25'],
    ['ten days ahead', '2026-12-06'],
    ['back to 1970', '1970-01-01'],
  ])('%s, before it has gone on for a day', async (_name, to) => {
    const { go } = await trusting({ originalDays: 5, reportDays: 5 });
    const id = await keep('me');
    clock.set(to);
    expect(await go(23 * hour)).toBe(0);
    clock.set('2026-11-26');
    expect(await go(23 * hour)).toBe(0);
    expect(await left('me')).toEqual([id]);
  });

  test('not even when the service is started anew with the wrong clock', async () => {
    const id = await keep('me');
    await trusting({ originalDays: 5, reportDays: 5 });
    clock.set('2030-01-01');
    for (let restart = 0; restart < 3; restart += 1) {
      const sweep = createSweeper(tools, { originalDays: 5, reportDays: 5 });
      clock.pass(hour);
      expect(await sweep()).toBe(0);
    }
    expect(await left('me')).toEqual([id]);
  });

  test('but one that was right, after a long time off, deletes a day later', async () => {
    await keep('me');
    await trusting();
    clock.set('2030-01-01');
    const sweep = createSweeper(tools, usual);
    let touched = await sweep();
    for (let at = 0; at < 25; at += 1) {
      clock.pass(hour);
      touched += await sweep();
    }
    expect(touched).toBe(1);
  });
});

test('what retention deleted can’t be read from yesterday’s copy of the disk', async () => {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'sweep-'));
  const { files } = await openFiles({ dataFolder });
  tools = { ...tools, files };
  const id = await keepRead('me');
  const kept = new Map<string, Uint8Array>();
  const raw = createDiskFiles(path.join(dataFolder, 'letters'));
  for (const { key } of await raw.list()) kept.set(key, (await raw.get(key)) ?? Buffer.alloc(0));
  const { go } = await trusting();
  await go(181 * day, 5 * day);
  expect(await left('me')).toEqual([]);
  for (const [key, bytes] of kept) await raw.put(key, bytes);
  expect(kept.size).toBeGreaterThan(2);
  for (const name of ['original', 'document.json', 'report.json'])
    expect(await files.get(`${id}/${name}`)).toBeUndefined();
});

test('of several processes the one that has the duty sweeps', async () => {
  const looked: string[] = [];
  const process = (name: string, duty: boolean): Tools => ({
    ...tools,
    duties: { take: async () => duty },
    letters: {
      ...tools.letters,
      owners: async () => {
        looked.push(name);
        return [];
      },
    },
  });
  const turns = [createTurn(process('one', true), usual), createTurn(process('other', false), usual)];
  for (let hours = 0; hours < 26; hours += 1) {
    await Promise.all(turns.map((turn) => turn()));
    clock.pass(hour);
  }
  expect(new Set(looked)).toEqual(new Set(['one']));
});
