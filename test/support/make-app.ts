import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { Document } from '../../src/model/document.ts';
import type { Report } from '../../src/report/report-schema.ts';

/** The real program, with the real reader, on the files of this project. Close its reader when done. */
export function makeApp(): App {
  return createApp(path.resolve('.'), { workers: 2, maxFileBytes: 20 * 1024 * 1024, maxPages: 100 });
}

/** A day that all fixture letters lie before. */
export const today = '2026-11-25';

export type Read = { readonly document: Document; readonly report: Report };

/** Reads one file as the command line would: its words and its report. */
export async function readFixture(app: App, file: string): Promise<Read> {
  const source = { name: path.basename(file), bytes: readFileSync(file) };
  const document = await app.reader.read(source, new AbortController().signal);
  const made = { at: '2026-11-25T00:00:00Z', analyzer: 'test' };
  return { document, report: app.analyze(document, { answers: {}, today, made }) };
}
