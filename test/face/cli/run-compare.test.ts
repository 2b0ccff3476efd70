import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { compareFormats, runCompare } from '../../../src/face/cli/run-compare.ts';
import { makeApp, today } from '../../support/make-app.ts';
import { makeCliTools } from '../../support/make-cli-tools.ts';
import { sampleReport } from '../../support/sample-report.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
const saved = path.join(folder, 'saved.json');
let app: App;
beforeAll(() => {
  app = makeApp();
  writeFileSync(
    saved,
    JSON.stringify(sampleReport({ grounds: ['ca.purpose-of-visit', 'ca.travel-history'] }), null, 2),
  );
});
afterAll(async () => {
  await app.reader.close();
  rmSync(folder, { recursive: true });
});

test('a saved report and a letter can be compared', async () => {
  const tools = makeCliTools(app);
  const run = { older: saved, newer: 'fixtures/letters/c-study-en.pdf', format: 'json', today } as const;
  expect(await runCompare(run, tools)).toBe(0);
  const comparison = JSON.parse(tools.printed());
  expect(comparison.repeated.map(({ ground }: { ground: string }) => ground)).toEqual(['ca.purpose-of-visit']);
  expect(comparison.cured.map(({ ground }: { ground: string }) => ground)).toEqual(['ca.travel-history']);
  expect(comparison.new.map(({ ground }: { ground: string }) => ground)).toContain('ca.assets-financial-situation');
});

test.each(compareFormats)('it comes as %s', async (format) => {
  const tools = makeCliTools(app);
  expect(await runCompare({ older: saved, newer: saved, format, today, language: 'fr' }, tools)).toBe(0);
  expect(tools.printed().length).toBeGreaterThan(300);
});

test.each([
  ['a file that is not there', 'no-such.pdf', 'request-invalid'],
  ['a JSON that is no report', 'package.json', undefined],
])('%s is told as a mistake of the caller or read as text', async (_name, file, code) => {
  const done = runCompare({ older: file, newer: saved, format: 'json', today }, makeCliTools(app));
  if (code === undefined) expect(await done).toBe(0);
  else await expect(done).rejects.toMatchObject({ code });
});

test('a saved report that was spoiled is refused', async () => {
  const spoiled = path.join(folder, 'spoiled.json');
  writeFileSync(spoiled, '{ "format": 1, "letter": 3 }');
  await expect(
    runCompare({ older: spoiled, newer: saved, format: 'json', today }, makeCliTools(app)),
  ).rejects.toMatchObject({ code: 'request-invalid' });
});
