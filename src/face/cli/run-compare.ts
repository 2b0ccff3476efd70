import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../model/failure.ts';
import type { Localized } from '../../model/locale.ts';
import { type Comparison, compareReports } from '../../report/compare-reports.ts';
import { renderPdf } from '../../report/render/pdf/render-pdf.ts';
import { renderHtml } from '../../report/render/render-html.ts';
import { renderMarkdown } from '../../report/render/render-markdown.ts';
import { renderText } from '../../report/render/render-text.ts';
import { renderWord } from '../../report/report-forms.ts';
import { type Report, reportSchema } from '../../report/report-schema.ts';
import { writeComparison } from '../../report/write/write-comparison.ts';
import { type CliTools, exitCodes } from './cli-tools.ts';
import { languageOf } from './format-reports.ts';
import { problemOf } from './problem-of.ts';

export const compareFormats = ['json', 'text', 'html', 'md', 'pdf', 'docx'] as const;

export type CompareRun = {
  readonly older: string;
  readonly newer: string;
  readonly format: (typeof compareFormats)[number];
  readonly today: string;
  readonly language?: keyof Localized;
  readonly password?: string;
};

/** `refusals compare`: returns the exit code. Each side is a letter, or a report that was saved as JSON. */
export async function runCompare(run: CompareRun, tools: CliTools): Promise<number> {
  const reports: Report[] = [];
  for (const file of [run.older, run.newer]) {
    try {
      reports.push(await reportOf(file, run, tools));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'internal' || problem.code === 'request-invalid') throw error;
      tools.err(`${path.basename(file)}: ${problem.detail}\n`);
      return exitCodes.noneRead;
    }
  }
  const [older, newer] = reports;
  if (older === undefined || newer === undefined) return exitCodes.noneRead;
  tools.out(
    await formatComparison(compareReports(older, newer), {
      run,
      tools,
      language: run.language ?? languageOf(newer),
      made: newer.made,
    }),
  );
  return exitCodes.done;
}

async function reportOf(file: string, run: CompareRun, tools: CliTools): Promise<Report> {
  const bytes = readLetter(file);
  const saved = readSavedReport(bytes);
  if (saved !== undefined) return saved;
  const { password, today, language } = run;
  const source = { name: path.basename(file), bytes, ...(password === undefined ? {} : { password }) };
  const document = await tools.read(source, new AbortController().signal);
  return tools.analyze(document, { answers: {}, today, ...(language === undefined ? {} : { language }) });
}

/** Throws request-invalid for a path that can't be read. */
export function readLetter(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Failure('request-invalid', `The file "${file}" can't be read. Check the path.`, { cause });
  }
}

function readSavedReport(bytes: Uint8Array): Report | undefined {
  const text = Buffer.from(bytes.subarray(0, 200)).toString('utf8').trimStart();
  if (!text.startsWith('{') || !text.includes('"format"')) return undefined;
  try {
    return reportSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (cause) {
    throw new Failure(
      'request-invalid',
      'A JSON file was given that is no report of this program. Give a letter, or a report saved with --format json.',
      { cause },
    );
  }
}

type Around = {
  readonly run: CompareRun;
  readonly tools: CliTools;
  readonly language: keyof Localized;
  readonly made: string;
};

async function formatComparison(
  comparison: Comparison,
  { run, tools, language, made }: Around,
): Promise<string | Uint8Array> {
  if (run.format === 'json') return `${JSON.stringify(comparison, null, 2)}\n`;
  const paper = writeComparison(comparison, language, made);
  switch (run.format) {
    case 'text':
      return renderText(paper);
    case 'html':
      return renderHtml(paper);
    case 'md':
      return renderMarkdown(paper);
    case 'pdf':
      return renderPdf(paper, tools.typesetter);
    case 'docx':
      return renderWord(paper);
  }
}
