import type { Answers } from '../model/advice.ts';
import type { Report } from '../report/report-schema.ts';
import { letterTopic } from '../seam/events.ts';
import type { LetterRecord } from '../seam/store.ts';
import { findReadLetter } from './find-letter.ts';
import { getDocument, getReport, putReport } from './letter-files.ts';
import { summarizeReport } from './summarize-report.ts';
import type { Tools } from './tools.ts';

/** Works the report out anew from the words that were read, and keeps it. */
async function analyzeAnew(tools: Tools, letter: LetterRecord, answers: Answers): Promise<Report> {
  const today = tools.clock.today();
  const document = await getDocument(tools.files, letter.id);
  const report = tools.analyze(document, answers, { today });
  await putReport(tools.files, letter.id, { today, report });
  await tools.letters.change(letter.owner, letter.id, { answers, found: summarizeReport(report) });
  return report;
}

/** The report as of today: on another day than it was made, deadlines may have passed. Throws not-found, not-done, or why it failed. */
export async function reportOfLetter(tools: Tools, owner: string, id: string): Promise<Report> {
  const letter = await findReadLetter(tools, owner, id);
  await noteFetched(tools, letter);
  const kept = await getReport(tools.files, id);
  return kept.today === tools.clock.today() ? kept.report : analyzeAnew(tools, letter, letter.answers);
}

/** Keeps what the person told us and gives the report that follows from it. */
export async function answerLetter(
  tools: Tools,
  owner: string,
  id: string,
  merge: (before: Answers) => Answers,
): Promise<Report> {
  const letter = await findReadLetter(tools, owner, id);
  const report = await analyzeAnew(tools, letter, merge(letter.answers));
  tools.events.publish(letterTopic(id));
  return report;
}

const minuteMilliseconds = 60_000;

/** Where letters are forgotten once they were shown, says when this one was; not more often than every minute. */
async function noteFetched(tools: Tools, { owner, id, fetched }: LetterRecord): Promise<void> {
  const now = tools.clock.now();
  if (tools.forgetful !== true || now.getTime() - Date.parse(fetched ?? '1970-01-01') < minuteMilliseconds) return;
  await tools.letters.change(owner, id, { fetched: now.toISOString() });
}
