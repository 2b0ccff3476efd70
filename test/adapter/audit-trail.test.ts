import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openAudit } from '../../src/adapter/audit-trail.ts';
import { verifyAudit } from '../../src/adapter/verify-audit.ts';
import { standingClock } from '../support/make-tools.ts';

let folder: string;
let file: string;
/** A trail of six rows: its beginning and five entries. */
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
  file = path.join(folder, 'audit.jsonl');
  const audit = await openAudit(folder, standingClock());
  await Promise.all(
    [1, 2, 3, 4, 5].map((n) => audit.record({ who: 'k1', what: `act ${n}`, on: `letter${n}`, result: '200' })),
  );
  await audit.close();
});

const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n');
const write = (rows: readonly string[]) => writeFileSync(file, rows.map((row) => `${row}\n`).join(''));
const entry = { who: 'k2', what: 'later', result: 'done' };

test('a trail says who did what to which thing, when and with what result', async () => {
  expect(JSON.parse(lines()[1] ?? '')).toMatchObject({
    row: 2,
    at: '2026-11-25T12:00:00.000Z',
    who: 'k1',
    what: 'act 1',
    on: 'letter1',
    result: '200',
  });
  expect(await verifyAudit(folder)).toEqual({ rows: 6 });
  expect(statSync(path.join(folder, 'audit.key')).mode & 0o777).toBe(0o600);
});

test('a trail that is opened again goes on where it ended', async () => {
  const audit = await openAudit(folder, standingClock());
  await audit.record(entry);
  await audit.close();
  expect(await verifyAudit(folder)).toEqual({ rows: 7 });
});

describe('what somebody does to the rows is named', () => {
  const swap = (rows: string[]) => [rows[0], rows[1], rows[3], rows[2], rows[4], rows[5]].map(String);
  test.each([
    ['one changed', (rows: string[]) => rows.map((row) => row.replace('act 2', 'act 9')), 'row 3 was changed (line 3)'],
    [
      'one given to another',
      (rows: string[]) => rows.map((row) => row.replace('letter4', 'letter5')),
      'row 5 was changed (line 5)',
    ],
    ['one dropped', (rows: string[]) => rows.toSpliced(2, 1), 'row 3 is missing: row 4 stands in its place (line 3)'],
    ['two in the other order', swap, 'row 3 was moved: it stands after row 4'],
    ['the last one cut off', (rows: string[]) => rows.slice(0, 5), 'row 6 is missing at the end: there were 6'],
    [
      'one written twice',
      (rows: string[]) => rows.toSpliced(3, 0, String(rows[2])),
      'row 3 stands out of order (line 4)',
    ],
    ['one made unreadable', (rows: string[]) => rows.with(3, '{'), "row 4 can't be read (line 4)"],
    ['all gone', () => [], 'row 1 is missing at the end: there were 6'],
  ])('%s', async (_what, change, problem) => {
    write(change(lines()));
    expect((await verifyAudit(folder)).problem).toBe(problem);
  });

  test('a row that somebody makes up, without the secret', async () => {
    const last = JSON.parse(lines()[5] ?? '');
    write([...lines(), JSON.stringify({ ...last, row: 7, before: last.seal, seal: 'f'.repeat(64) })]);
    expect((await verifyAudit(folder)).problem).toBe('row 7 was changed (line 7)');
  });

  test('rows cut off at the end stay missing when the service goes on', async () => {
    write(lines().slice(0, 4));
    const audit = await openAudit(folder, standingClock());
    await audit.record(entry);
    await audit.close();
    expect((await verifyAudit(folder)).problem).toBe('row 5 is missing: row 7 stands in its place (line 5)');
  });

  test('a head that is gone', async () => {
    rmSync(path.join(folder, 'audit.head'));
    expect((await verifyAudit(folder)).problem).toContain('audit.head was changed or is gone');
  });
});

test('a row that a crash cut off is no damage: it was never answered for', async () => {
  writeFileSync(file, `${lines().join('\n')}\n{"row":7,"at":"2026`);
  expect(await verifyAudit(folder)).toEqual({ rows: 6 });
  const audit = await openAudit(folder, standingClock());
  await audit.record(entry);
  await audit.close();
  expect(await verifyAudit(folder)).toEqual({ rows: 7 });
});
