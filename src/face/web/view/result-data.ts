import { getDocument } from '../../../job/letter-files.ts';
import { placeInFile } from '../../../job/letters-in-file.ts';
import { reportOfLetter } from '../../../job/report-of-letter.ts';
import { reviewOfLetter } from '../../../job/review-letter.ts';
import type { Tools } from '../../../job/tools.ts';
import type { Document } from '../../../model/document.ts';
import type { Report } from '../../../report/report-schema.ts';
import type { LetterRecord } from '../../../seam/store.ts';
import type { ViewData } from './page-data.ts';
import { pageViews } from './page-views.ts';

/** Questions that were answered are asked no more; they stay on the page, so that an answer can be changed. */
function withAllQuestions(tools: Tools, letter: LetterRecord, document: Document, report: Report): Report {
  if (Object.keys(letter.answers).length === 0) return report;
  const asked = new Set(report.questions.map(({ id }) => id));
  const before = tools.analyze(document, {}, { today: tools.clock.today() }).questions;
  return { ...report, questions: [...before.filter(({ id }) => !asked.has(id)), ...report.questions] };
}

/** What a letter's page shows in the state that the letter is in. */
export async function letterData(tools: Tools, letter: LetterRecord): Promise<ViewData> {
  const { id, name, state, pagesDone, pagesTotal, problem, batch } = letter;
  if (problem !== undefined)
    return { view: 'failed', id, name, problem: problem.code, ...(batch === undefined ? {} : { batch }) };
  if (state !== 'done') return { view: 'waiting', id, name, pagesDone, pagesTotal };
  const report = await reportOfLetter(tools, letter.owner, id);
  const document = await getDocument(tools.files, id);
  const others = (await placeInFile(tools, letter))?.others ?? [];
  return {
    view: 'result',
    id,
    today: tools.clock.today(),
    report: withAllQuestions(tools, letter, document, report),
    answers: letter.answers,
    gathered: letter.gathered,
    corrections: (await reviewOfLetter(tools, letter.owner, id)).corrections,
    pages: pageViews(document, letter.originalGone !== true),
    others: others.map((other) => ({ part: other.part, id: other.letter.id })),
    ...(letter.hold === true ? { held: true } : {}),
    ...(letter.originalGone === true ? { originalGone: true } : {}),
    forms: Object.entries(tools.forms).map(([form, { title }]) => ({ form, title })),
  };
}
