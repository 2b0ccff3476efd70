import type { Localized } from '../model/locale.ts';
import { problemSaid } from '../report/problem-words.ts';
import type { Report } from '../report/report-schema.ts';
import type { Correction } from '../report/review-schema.ts';
import { renderCsv } from '../report/sheet/render-csv.ts';
import { renderXlsx } from '../report/sheet/render-xlsx.ts';
import { type Reported, reportSheets } from '../report/sheet/report-sheets.ts';
import type { Sheet } from '../report/sheet/sheet.ts';
import type { LetterRecord } from '../seam/store.ts';
import { lettersOfBatch } from './accept-batch.ts';
import { reportOfLetter } from './report-of-letter.ts';
import { reviewOfLetter } from './review-letter.ts';
import type { Tools } from './tools.ts';

type Result =
  | {
      readonly letter: LetterRecord;
      readonly name: string;
      readonly report: Report;
      /** What reviewers said of it, apart from the report. */
      readonly corrections: readonly Correction[];
    }
  | {
      readonly letter: LetterRecord;
      readonly name: string;
      readonly problem: { readonly code: string; readonly detail: string };
    };

/** Letters whose reports are in memory at one time. */
const together = 50;

const notDone = { code: 'not-done', detail: 'Not read yet.' } as const;

async function resultOf(tools: Tools, letter: LetterRecord): Promise<Result> {
  const { name, problem, state } = letter;
  if (state !== 'done') return { letter, name, problem: problem ?? notDone };
  const report = await reportOfLetter(tools, letter.owner, letter.id);
  const { corrections } =
    letter.corrections === undefined ? { corrections: [] } : await reviewOfLetter(tools, letter.owner, letter.id);
  return { letter, name, report, corrections };
}

/** The results of a batch in the order of its letters, some at a time. */
async function* results(tools: Tools, owner: string, batch: string): AsyncGenerator<readonly Result[]> {
  let group: Result[] = [];
  for await (const letter of lettersOfBatch(tools, owner, batch)) {
    group.push(await resultOf(tools, letter));
    if (group.length < together) continue;
    yield group;
    group = [];
  }
  yield group;
}

const reported =
  (language: keyof Localized) =>
  (result: Result): Reported =>
    'report' in result ? result : { name: result.name, problem: problemSaid(result.problem, language) };

/** A result as JSON: the report as it is, with the review beside it where there is one. */
function contentOf(result: Result): object {
  if (!('report' in result)) return { name: result.name, problem: result.problem };
  const { report, corrections } = result;
  return corrections.length === 0 ? report : { ...report, review: { corrections } };
}

/** Two sheets of the same kind as one. */
function append(before: readonly Sheet[], more: readonly Sheet[]): readonly Sheet[] {
  if (before.length === 0) return more;
  return before.map((sheet, at) => ({ ...sheet, rows: [...sheet.rows, ...(more[at]?.rows ?? [])] }));
}

/** One row a ground, in pieces as they are made. */
export async function* batchCsv(
  tools: Tools,
  owner: string,
  batch: string,
  language: keyof Localized,
): AsyncGenerator<string> {
  const head = renderCsv([], language);
  yield head;
  for await (const group of results(tools, owner, batch))
    yield renderCsv(group.map(reported(language)), language).slice(head.length);
}

/** One report or problem a line. */
export async function* batchJsonLines(tools: Tools, owner: string, batch: string): AsyncGenerator<string> {
  for await (const group of results(tools, owner, batch)) {
    yield group.map((result) => `${JSON.stringify(contentOf(result))}\n`).join('');
  }
}

/** The workbook of the whole batch. */
export async function batchWorkbook(
  tools: Tools,
  owner: string,
  batch: string,
  language: keyof Localized,
): Promise<Uint8Array> {
  let sheets: readonly Sheet[] = [];
  for await (const group of results(tools, owner, batch))
    sheets = append(sheets, reportSheets(group.map(reported(language)), language));
  return renderXlsx(sheets);
}

export type PackedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Every report as JSON, and the table of all, one file at a time. */
export async function* batchFiles(
  tools: Tools,
  owner: string,
  batch: string,
  language: keyof Localized,
): AsyncGenerator<PackedFile> {
  const table: string[] = [];
  for await (const piece of batchCsv(tools, owner, batch, language)) table.push(piece);
  yield { name: 'results.csv', bytes: Buffer.from(table.join('')) };
  let number = 0;
  for await (const group of results(tools, owner, batch)) {
    for (const result of group) {
      number += 1;
      const name = `${String(number).padStart(5, '0')}-${result.name.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.json`;
      yield { name: `reports/${name}`, bytes: Buffer.from(JSON.stringify(contentOf(result))) };
    }
  }
}
