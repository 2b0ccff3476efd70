import type { Localized } from '../../model/locale.ts';
import { problemSaid } from '../../report/problem-words.ts';
import { type FormName, fillTemplate, type ReportForms } from '../../report/report-forms.ts';
import type { Report } from '../../report/report-schema.ts';
import { renderCsv } from '../../report/sheet/render-csv.ts';
import { renderXlsx } from '../../report/sheet/render-xlsx.ts';
import { type Reported, reportSheets } from '../../report/sheet/report-sheets.ts';
import type { Analyzed } from './analyze-letters.ts';

export const formats = [
  'json',
  'jsonl',
  'text',
  'html',
  'csv',
  'xlsx',
  'docx',
  'pdf',
  'ics',
  'md',
  'submission',
  'checklist',
  'brief',
] as const;
export type Format = (typeof formats)[number];

/** The form behind each format that isn't JSON; its name is the file's ending under `--out`. */
const formOf: Readonly<Record<Exclude<Format, 'json' | 'jsonl'>, FormName>> = {
  text: 'txt',
  html: 'html',
  csv: 'csv',
  xlsx: 'xlsx',
  docx: 'docx',
  pdf: 'pdf',
  ics: 'ics',
  md: 'md',
  submission: 'submission.docx',
  checklist: 'checklist.docx',
  brief: 'brief.docx',
};

/** Formats that hold many letters in one file. */
export const tables: readonly Format[] = ['csv', 'xlsx', 'ics'];
/** Formats that can be printed one after another to standard output. */
export const streams: readonly Format[] = ['jsonl', 'text', 'md'];

export function extensionOf(format: Format): string {
  return format === 'json' || format === 'jsonl' ? 'json' : formOf[format];
}

/** The language of a report when it is not the letter's, and a firm's own Word document to put it in. */
export type Spoken = { readonly language?: keyof Localized; readonly template?: Uint8Array };

/** One letter's result in the format; nothing for a problem that the format has no place for. */
export async function formatReport(
  result: Analyzed,
  format: Format,
  { language, template }: Spoken,
  forms: ReportForms,
): Promise<string | Uint8Array> {
  if ('problem' in result) return formatProblem(result.name, result.problem, format);
  const { report } = result;
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  if (format === 'jsonl') return `${JSON.stringify(report)}\n`;
  const spoken = language ?? languageOf(report);
  if (template !== undefined && format === 'docx') return fillTemplate(report, spoken, template);
  return forms[formOf[format]].render(report, spoken);
}

/** Many letters in one table or calendar. */
export async function formatTable(
  results: readonly Analyzed[],
  format: Format,
  language: keyof Localized | undefined,
): Promise<string | Uint8Array> {
  const reports = results.flatMap((result) => ('report' in result ? [result.report] : []));
  const [first] = reports;
  const spoken = language ?? (first === undefined ? 'en' : languageOf(first));
  const letters = results.map(
    (result): Reported =>
      'report' in result ? result : { name: result.name, problem: problemSaid(result.problem, spoken) },
  );
  if (format === 'csv') return renderCsv(letters, spoken);
  if (format === 'xlsx') return renderXlsx(reportSheets(letters, spoken));
  const { renderIcs } = await import('../../report/calendar/render-ics.ts');
  return renderIcs(reports, spoken);
}

function formatProblem(
  name: string,
  problem: { readonly code: string; readonly detail: string },
  format: Format,
): string {
  if (format === 'json') return `${JSON.stringify({ name, problem }, null, 2)}\n`;
  if (format === 'jsonl') return `${JSON.stringify({ name, problem })}\n`;
  return format === 'text' || format === 'md' ? `${name}\n  ${problem.detail} (${problem.code})\n` : '';
}

/** The letter's own language where the product speaks it. */
export function languageOf(report: Report): keyof Localized {
  return report.letter.language === 'fr' ? 'fr' : 'en';
}
