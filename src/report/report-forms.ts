import type { Localized } from '../model/locale.ts';
import type { Typesetter } from '../seam/typesetter.ts';
import type { Paper } from './paper.ts';
import { renderHtml } from './render/render-html.ts';
import { renderMarkdown } from './render/render-markdown.ts';
import { renderText } from './render/render-text.ts';
import type { Report } from './report-schema.ts';
import { renderCsv } from './sheet/render-csv.ts';
import { renderXlsx } from './sheet/render-xlsx.ts';
import { type Reported, reportSheets } from './sheet/report-sheets.ts';
import { templateFields } from './write/template-fields.ts';
import { writeBrief } from './write/write-brief.ts';
import { writeChecklist } from './write/write-checklist.ts';
import { writeReport } from './write/write-report.ts';
import { writeSubmission } from './write/write-submission.ts';

type Language = keyof Localized;
type Body = string | Uint8Array;

/** A report in a form that can be handed on. */
export type PaperForm = {
  readonly mediaType: string;
  readonly title: Localized;
  readonly render: (report: Report, language: Language) => Promise<Body>;
};

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How a form's file ends, which is also its name. */
export type FormName =
  | 'html'
  | 'txt'
  | 'md'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'csv'
  | 'ics'
  | 'submission.docx'
  | 'checklist.docx'
  | 'checklist.pdf'
  | 'brief.docx';

export type ReportForms = Readonly<Record<FormName, PaperForm>>;

/** Every form of one report. The large libraries behind DOCX, ICS and PDF are loaded when the first of that kind is made. */
export function createReportForms(typesetter: Typesetter): ReportForms {
  const alone = (report: Report): readonly Reported[] => [{ name: report.document.name, report }];
  const docx = (title: Localized, write: (report: Report, language: Language) => Paper): PaperForm => ({
    mediaType: word,
    title,
    render: async (report, language) => renderWord(write(report, language)),
  });
  const pdf = (title: Localized, write: (report: Report, language: Language) => Paper): PaperForm => ({
    mediaType: 'application/pdf',
    title,
    render: async (report, language) =>
      (await import('./render/pdf/render-pdf.ts')).renderPdf(write(report, language), typesetter),
  });
  const made = (
    mediaType: string,
    title: Localized,
    render: (report: Report, language: Language) => Body | Promise<Body>,
  ): PaperForm => ({
    mediaType,
    title,
    render: async (report, language) => render(report, language),
  });
  return {
    html: made('text/html', { en: 'Web page', fr: 'Page Web' }, (report, language) =>
      renderHtml(writeReport(report, language)),
    ),
    txt: made('text/plain', { en: 'Text', fr: 'Texte' }, (report, language) =>
      renderText(writeReport(report, language)),
    ),
    md: made('text/markdown', { en: 'Markdown', fr: 'Markdown' }, (report, language) =>
      renderMarkdown(writeReport(report, language)),
    ),
    pdf: pdf({ en: 'PDF', fr: 'PDF' }, writeReport),
    docx: docx({ en: 'Word', fr: 'Word' }, writeReport),
    xlsx: made(excel, { en: 'Excel', fr: 'Excel' }, (report, language) =>
      renderXlsx(reportSheets(alone(report), language)),
    ),
    csv: made('text/csv', { en: 'CSV table', fr: 'Tableau CSV' }, (report, language) =>
      renderCsv(alone(report), language),
    ),
    ics: made('text/calendar', { en: 'Calendar dates', fr: 'Dates pour le calendrier' }, async (report, language) =>
      (await import('./calendar/render-ics.ts')).renderIcs([report], language),
    ),
    'submission.docx': docx(
      { en: 'Submission letter (draft)', fr: 'Lettre de présentation (ébauche)' },
      writeSubmission,
    ),
    'checklist.docx': docx({ en: 'Checklist (Word)', fr: 'Liste de contrôle (Word)' }, writeChecklist),
    'checklist.pdf': pdf({ en: 'Checklist (PDF)', fr: 'Liste de contrôle (PDF)' }, writeChecklist),
    'brief.docx': docx({ en: 'Brief for a lawyer', fr: 'Note pour l’avocat' }, writeBrief),
  };
}

/** The report in a firm's own Word document. Throws request-invalid when the template can't be filled in. */
export async function fillTemplate(report: Report, language: Language, template: Uint8Array): Promise<Uint8Array> {
  const { mergeTemplate } = await import('./render/docx/merge-template.ts');
  return mergeTemplate(template, templateFields(report, language), { language, made: report.made });
}

/** A paper as a Word file. */
export async function renderWord(paper: Paper): Promise<Uint8Array> {
  return (await import('./render/docx/render-docx.ts')).renderDocx(paper);
}
