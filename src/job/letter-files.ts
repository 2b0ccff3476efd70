import type { Document } from '../model/document.ts';
import { Failure } from '../model/failure.ts';
import type { Report } from '../report/report-schema.ts';
import type { Files } from '../seam/files.ts';
import type { Source } from '../seam/reader.ts';
import type { LetterRecord } from '../seam/store.ts';

/** Keys of what is kept of a letter. Removing the folder with the letter's id removes all of it. */
export const originalKey = (id: string): string => `${id}/original`;
const documentKey = (id: string): string => `${id}/document.json`;
const reportKey = (id: string): string => `${id}/report.json`;
export const pictureKey = (id: string, page: number, dpi: number): string => `${id}/page-${page}-${dpi}.png`;

export const pictureDpis = [72, 144, 216] as const;

export const reviewKey = (id: string): string => `${id}/review.json`;

/** A report with the day it was worked out for: another day, other deadlines. */
export type KeptReport = { readonly today: string; readonly report: Report };

const toBytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

export const putDocument = (files: Files, id: string, document: Document): Promise<void> =>
  files.put(documentKey(id), toBytes(document));

export const putReport = (files: Files, id: string, kept: KeptReport): Promise<void> =>
  files.put(reportKey(id), toBytes(kept));

async function getJson(files: Files, key: string): Promise<string> {
  const bytes = await files.get(key);
  if (bytes === undefined) {
    throw new Failure('not-found', 'The letter is no longer kept. Upload it again to have it read anew.');
  }
  return Buffer.from(bytes).toString('utf8');
}

export async function getDocument(files: Files, id: string): Promise<Document> {
  const document: Document = JSON.parse(await getJson(files, documentKey(id)));
  return document;
}

export async function getReport(files: Files, id: string): Promise<KeptReport> {
  const kept: KeptReport = JSON.parse(await getJson(files, reportKey(id)));
  return kept;
}

/** The file as it came. Throws not-found when it was deleted. */
export async function getOriginal(files: Files, letter: LetterRecord): Promise<Source> {
  const bytes = await files.get(originalKey(letter.id));
  if (bytes === undefined) {
    throw new Failure('not-found', 'The file of this letter is no longer kept. Upload it again if you need it.');
  }
  return { name: letter.name, bytes };
}

/** Removes the file as it came and every picture of it: what was read of it and its report stay. */
export async function removeOriginal(files: Files, { id, pagesTotal }: LetterRecord): Promise<void> {
  await files.remove(originalKey(id));
  for (let page = 1; page <= pagesTotal; page += 1)
    for (const dpi of pictureDpis) await files.remove(pictureKey(id, page, dpi));
}
