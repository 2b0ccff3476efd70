import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/app.ts';
import { reportSchema } from '../src/report/report-schema.ts';
import { type ExpectedLetter, readExpected } from './support/expected-letter.ts';
import { makeApp, readFixture } from './support/make-app.ts';
import { misplacedQuotes } from './support/misplaced-quotes.ts';

let app: App;
beforeAll(() => {
  app = makeApp();
});
afterAll(async () => {
  await app.reader.close();
});

const letters = readExpected('fixtures/letters').flatMap((expected) =>
  expected.files.map((file) => ({ file, expected })),
);
const digits = (text: string | undefined) => text?.replace(/\D/g, '');

describe.concurrent('a fixture letter is read as a careful person reads it', () => {
  test.each(letters)('$file', async ({ file, expected }) => {
    const { document, report } = await readFixture(app, `fixtures/letters/${file}`);
    expect(misplacedQuotes(document, report)).toEqual([]);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    const { letter } = report;
    expect({
      kind: letter.kind,
      outcome: letter.outcome,
      language: letter.language,
      application: letter.application,
      issued: letter.issued?.value ?? 'unsure',
      reference: letter.reference?.value,
      clientId: digits(letter.clientId?.value),
      wrong: wrongGrounds(report.grounds, expected),
      missing: missingGrounds(report.grounds, expected),
      notes: expected.notes.filter((code) => !report.notes.some((note) => note.code === code)),
    }).toEqual({
      kind: expected.kind,
      outcome: expected.outcome,
      language: expected.language,
      application: expected.application,
      issued: expected.issued ?? letter.issued?.value ?? 'unsure',
      reference: expected.reference,
      clientId: digits(expected.clientId),
      wrong: [],
      missing: [],
      notes: [],
    });
  });
});

type Found = readonly { readonly ground: string; readonly strength: string }[];

function wrongGrounds(found: Found, expected: ExpectedLetter): readonly string[] {
  return found
    .filter(
      ({ ground, strength }) =>
        strength !== 'possible' && !(ground in expected.grounds) && !expected.neutral.includes(ground),
    )
    .map(({ ground }) => ground);
}

function missingGrounds(found: Found, expected: ExpectedLetter): readonly string[] {
  return Object.keys(expected.grounds).filter(
    (id) => !found.some(({ ground, strength }) => ground === id && strength !== 'possible'),
  );
}
