import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { createReaderPool, type ReaderPool, type ReaderPoolOptions } from '../../src/adapter/create-reader-pool.ts';
import { usualLimits } from '../../src/adapter/reading-settings.ts';

function stopWordsOf(language: string): string[] {
  const file: unknown = parse(readFileSync(`patterns/languages/${language}.yaml`, 'utf8'));
  const words: unknown = Reflect.get(Object(file), 'stopWords');
  if (!Array.isArray(words)) throw new Error(`no stop words in ${language}.yaml`);
  return words.map(String);
}

/** What the product gives a reader, with the engine that needs nothing installed. */
export const testPoolOptions: ReaderPoolOptions = {
  size: 1,
  limits: usualLimits,
  engines: { ocr: 'tesseract.js' },
  childScript: path.resolve(process.env['READER_SCRIPT'] ?? 'dist/bin/reader.js'),
  stopWords: { en: stopWordsOf('en'), fr: stopWordsOf('fr') },
  ocrModels: { en: 'eng', fr: 'fra' },
  modelFolder: path.resolve('patterns/languages/ocr'),
};

export function openTestPool(changes: Partial<ReaderPoolOptions> = {}): ReaderPool {
  return createReaderPool({ ...testPoolOptions, ...changes });
}

/** A child that does what `code` says, in place of the real one. In it `answer(word)` answers a letter with one word. */
export function fakeChild(code: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fake-reader-'));
  const script = path.join(folder, 'reader.mjs');
  writeFileSync(path.join(folder, 'refuse-sockets.js'), '');
  writeFileSync(
    script,
    `process.on('disconnect', () => process.exit());
const box = { left: 0, top: 0, right: 1, bottom: 1 };
const answer = (text) => process.send({ tell: 'read', notes: [], rss: 0, pages: [{ number: 1, width: 1, height: 1,
  origin: 'text-layer', confidence: 1, marks: [], lines: [{ box, words: [{ at: 0, text: String(text), box, confidence: 1 }] }] }] });
process.on('message', ({ task }) => { if (task !== undefined) { ${code} } });`,
  );
  return script;
}
