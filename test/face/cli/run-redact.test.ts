import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { runRedact } from '../../../src/face/cli/run-redact.ts';
import { wordsOf } from '../../../src/model/document.ts';
import { makeApp, today } from '../../support/make-app.ts';
import { makeCliTools } from '../../support/make-cli-tools.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'redact-'));
let app: App;
beforeAll(() => {
  app = makeApp();
});
afterAll(async () => {
  await app.reader.close();
  rmSync(folder, { recursive: true });
});

async function redact(letter: string, ending: string) {
  const out = path.join(folder, `${letter}${ending}`);
  const tools = makeCliTools(app);
  const code = await runRedact({ file: path.join('fixtures/letters', letter), out, today }, tools);
  return { code, bytes: readFileSync(out), told: tools.told() };
}

/** What the program itself reads in the text layer of a PDF. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const document = await app.reader.read({ name: 'copy.pdf', bytes }, new AbortController().signal);
  return wordsOf(document)
    .map(({ text }) => text)
    .join(' ');
}

test.each([
  [
    'c-study-en.pdf',
    ['Adaeze', 'Nwankwo', 'Zik', 'Independence', 'Enugu', 'S300000109', '4409'],
    'You do not have significant family ties outside Canada.',
  ],
  ['b-study-fr.pdf', ['Aïssatou', 'Camara', 'Marché', 'Kindia', 'S300000107', '4407'], 'Madame'],
])('%s: the new PDF holds none of the person’s data, and the reasons stay', async (letter, planted, stays) => {
  const { code, bytes, told } = await redact(letter, '.pdf');
  expect(code).toBe(0);
  const text = await textOf(bytes);
  for (const word of planted) {
    expect(text).not.toContain(word);
    expect(bytes.toString('latin1')).not.toContain(word);
    expect(told).not.toContain(word);
  }
  expect(text).toContain(stays);
});

test('the picture itself is masked: reading it anew finds nothing', async () => {
  const { bytes } = await redact('c-study-en.pdf', '.seen.pdf');
  const { signal } = new AbortController();
  const picture = await app.reader.draw({ name: 'copy.pdf', bytes }, 1, 150, signal);
  const seen = wordsOf(await app.reader.read({ name: 'copy.png', bytes: picture }, signal))
    .map(({ text }) => text)
    .join(' ');
  expect(seen).toContain('family ties');
  expect(seen).not.toMatch(/Adaeze|Nwankwo|Zik Close|Enugu|300000109|2233/i);
});

test('a text letter becomes masked text', async () => {
  const { code, bytes } = await redact('pgwp-fr.txt', '.txt');
  const text = bytes.toString('utf8');
  expect(code).toBe(0);
  expect(text).not.toMatch(/Fatoumata|Doucouré|Dalhousie|G1K|W300000125|11-2233-4425/);
  expect(text).toContain('Votre établissement a confirmé la fin de vos études le 7 juin 2024.');
});

test('it never overwrites the letter', async () => {
  const file = path.join('fixtures/letters', 'pgwp-fr.txt');
  await expect(runRedact({ file, out: `./${file}`, today }, makeCliTools(app))).rejects.toMatchObject({
    code: 'request-invalid',
  });
});

test('a file that can’t be read ends with 3 and leaves no copy', async () => {
  const out = path.join(folder, 'none.pdf');
  const tools = makeCliTools(app);
  expect(await runRedact({ file: 'package.json', out: path.join(folder, 'json.txt'), today }, tools)).toBe(0);
  expect(await runRedact({ file: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', out, today }, tools)).toBe(3);
  expect(() => readFileSync(out)).toThrow();
});
