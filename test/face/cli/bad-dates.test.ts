import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runCli } from '../../support/run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dates-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shape = z.object({
  notes: z.array(z.object({ code: z.string() })).transform((all) => all.map(({ code }) => code)),
  questions: z.array(z.object({ id: z.string() })).transform((all) => all.map(({ id }) => id)),
  routes: z.array(z.object({ deadline: z.object({ on: z.string() }).optional() })),
});

async function read(date: string, ...flags: readonly string[]): Promise<z.output<typeof shape>> {
  const file = path.join(folder, 'letter.txt');
  const letter = [
    date === '' ? '' : `Date: ${date}`,
    'Application no.: S300000109',
    '',
    'Dear Ada Obi,',
    'I am refusing your application on the following grounds:',
    '   • You do not have significant family ties outside Canada.',
    'Yours truly,',
  ];
  writeFileSync(file, `${letter.join('\n')}\n`);
  const { out } = await runCli(['analyze', file, '--format', 'json', '--today', '2026-11-25', ...flags]);
  return shape.parse(JSON.parse(out));
}

test.each([
  ['', 'date-missing'],
  ['04/05/2026', 'date-ambiguous'],
  ['2027-05-01', 'date-in-future'],
  ['1985-04-23', 'date-too-old'],
])('a letter dated "%s" is asked about, and no day is counted from it', async (date, note) => {
  const { notes, questions, routes } = await read(date);
  expect(notes).toContain(note);
  expect(questions).toContain('letter-date');
  expect(routes.flatMap(({ deadline }) => deadline ?? [])).toEqual([]);
});

test('told which reading is right, days are counted', async () => {
  const { notes, routes } = await read('04/05/2026', '--issued', '2026-05-04', '--decided-inside');
  expect(notes).not.toContain('date-ambiguous');
  expect(routes.map(({ deadline }) => deadline?.on)).toContain('2026-05-19');
});

test('an answer that the letter contradicts is said', async () => {
  const { notes } = await read('2026-11-10', '--issued', '2026-11-01', '--decided-inside');
  expect(notes).toContain('answers-contradict');
});
