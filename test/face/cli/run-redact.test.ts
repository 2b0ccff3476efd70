import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../src/app.ts';
import { runRedact } from '../../../src/face/cli/run-redact.ts';
import { wordsOf } from '../../../src/model/document.ts';
import type { RedactLevel } from '../../../src/report/redact/find-personal.ts';
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

async function redact(letter: string, ending: string, level: RedactLevel = 'personal') {
  const out = path.join(folder, `${letter}${ending}`);
  const tools = makeCliTools(app);
  const code = await runRedact({ file: path.join('fixtures/letters', letter), out, today, level }, tools);
  return { code, bytes: readFileSync(out), told: tools.told() };
}

/** A refusal letter that tells the person's name in all the places that no page shows. */
async function hidingPdf(): Promise<Uint8Array> {
  const pdf = new PDFDocument({ info: { Title: 'Nwankwo', Author: 'Adaeze Nwankwo', Keywords: 'S300000109' } });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const done = new Promise((resolve) => pdf.on('end', resolve));
  pdf.file(Buffer.from('secret-note about Nwankwo'), { name: 'Nwankwo.txt' });
  pdf.text('Dear Adaeze Nwankwo,');
  pdf.text('I am refusing your application. You do not have significant family ties outside Canada.');
  pdf.note(80, 300, 30, 30, 'Nwankwo called twice');
  pdf.fillColor('white').fontSize(1).text('Application no.: S300000109', 80, 700);
  pdf.end();
  await done;
  return Buffer.concat(parts);
}

/** A PDF's bytes with its packed streams opened. */
function unpacked(bytes: Buffer): string {
  const raw = bytes.toString('latin1');
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...streams].join('\n');
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

test('a photo of a letter becomes a masked PDF', async () => {
  const { code, bytes } = await redact('c-study-en-photo.jpg', '.pdf');
  expect(code).toBe(0);
  const text = await textOf(bytes);
  expect(text).not.toMatch(/Adaeze|Nwankwo|Enugu|300000109/i);
  expect(text).toContain('You do not have significant family ties outside Canada.');
  expect(text).toContain('does not meet the requirements of the Immigration and Refugee Protection Act (IRPA)');
});

test('what a PDF hides goes as well: its metadata, its attachments, its hidden text, its comments', async () => {
  const file = path.join(folder, 'hiding.pdf');
  writeFileSync(file, await hidingPdf());
  const out = path.join(folder, 'hiding.masked.pdf');
  expect(await runRedact({ file, out, today, level: 'personal' }, makeCliTools(app))).toBe(0);
  const inside = unpacked(readFileSync(out));
  expect(inside).not.toMatch(/Nwankwo|S300000109|secret-note|EmbeddedFile|\/Annots|\/Author|\/Metadata/);
  expect(unpacked(readFileSync(file))).toMatch(/Nwankwo[\s\S]*EmbeddedFile/);
});

test('the level decides what stays readable', async () => {
  const at = async (level: RedactLevel) =>
    (await redact('c-study-en.pdf', `.${level}.txt`, level)).bytes.toString('utf8');
  const least = await at('names-and-ids');
  expect(least).not.toMatch(/Adaeze|S300000109/);
  expect(least).toMatch(/Enugu/);
  const personal = await at('personal');
  expect(personal).not.toMatch(/Enugu/);
  expect(personal).toMatch(/January 22, 2024/);
  const most = await at('all-numbers');
  expect(most).not.toMatch(/2024|Enugu|Adaeze/);
  expect(most).toContain('paragraph R216(1)');
});

test('it never overwrites the letter', async () => {
  const file = path.join('fixtures/letters', 'pgwp-fr.txt');
  await expect(
    runRedact({ file, out: `./${file}`, today, level: 'personal' }, makeCliTools(app)),
  ).rejects.toMatchObject({
    code: 'request-invalid',
  });
});

test('a file that can’t be read ends with 3 and leaves no copy', async () => {
  const out = path.join(folder, 'none.pdf');
  const level = 'personal';
  const tools = makeCliTools(app);
  expect(await runRedact({ file: 'package.json', out: path.join(folder, 'json.txt'), today, level }, tools)).toBe(0);
  expect(await runRedact({ file: 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm', out, today, level }, tools)).toBe(3);
  expect(() => readFileSync(out)).toThrow();
});
