import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { App } from '../src/app.ts';
import { makeApp, readFixture } from './support/make-app.ts';

const quietSchema = z.array(
  z.object({
    files: z.array(z.string()).min(1),
    kind: z.string(),
    outcome: z.string().optional(),
    allowed: z.array(z.string()).default([]),
    printedDays: z.number().optional(),
  }),
);

let app: App;
beforeAll(() => {
  app = makeApp();
});
afterAll(async () => {
  await app.reader.close();
});

const letters = quietSchema
  .parse(parse(readFileSync('fixtures/quiet/expected.yaml', 'utf8')))
  .flatMap((expected) => expected.files.map((file) => ({ file, expected })));

describe('a letter that refuses nothing gives no ground', () => {
  test.each(letters)('$file', async ({ file, expected }) => {
    const { report } = await readFixture(app, `fixtures/quiet/${file}`);
    const { letter } = report;
    const days = (letter.printedDeadlines ?? []).flatMap(({ value }) => value.days ?? []);
    expect({
      kind: letter.kind,
      // Of a text of a few words nobody can tell the language; these are longer.
      language: letter.language,
      outcome: expected.outcome === undefined ? undefined : letter.outcome,
      grounds: report.grounds.map((ground) => ground.ground).filter((id) => !expected.allowed.includes(id)),
      days: expected.printedDays === undefined || days.includes(expected.printedDays),
    }).toEqual({
      kind: expected.kind,
      language: /-fr\b/.test(file) ? 'fr' : 'en',
      outcome: expected.outcome,
      grounds: [],
      days: true,
    });
  });
});
