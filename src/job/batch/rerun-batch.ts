import { setImmediate } from 'node:timers/promises';
import { Failure, type FailureCode } from '../../model/failure.ts';
import { batchTopic, letterTopic } from '../../seam/events.ts';
import type { LetterRecord } from '../../seam/store.ts';
import { findBatch, lettersOfBatch } from '../accept-batch.ts';
import { getDocument, getReport, putReport } from '../letter-files.ts';
import { summarizeReport } from '../summarize-report.ts';
import type { Tools } from '../tools.ts';
import { type ReportChanges, reportChanges } from './report-changes.ts';

/** One letter of a batch that was analysed again, or why it was not. */
export type Rerun = { readonly letter: string; readonly name: string } & (
  | ({ readonly packs: { readonly before: string; readonly now: string } } & ReportChanges)
  | { readonly problem: { readonly code: FailureCode; readonly detail: string } }
);

/** Analyses the words that were read of a letter with the packs of today, for the day of its last report. */
async function rerunLetter(tools: Tools, letter: LetterRecord): Promise<Rerun> {
  const { id, owner, name, answers, problem, state } = letter;
  if (problem !== undefined) return { letter: id, name, problem };
  if (state !== 'done') return { letter: id, name, problem: { code: 'not-done', detail: 'It is not read yet.' } };
  const [kept, document] = await Promise.all([getReport(tools.files, id), getDocument(tools.files, id)]);
  const now = tools.analyze(document, answers, { today: kept.today });
  const changes = reportChanges(kept.report, now);
  const packs = { before: kept.report.madeWith.packSha256, now: now.madeWith.packSha256 };
  if (changes.changed || packs.before !== packs.now) {
    await putReport(tools.files, id, { today: kept.today, report: now });
    const still = await tools.letters.change(owner, id, { found: summarizeReport(now) });
    // Deleted meanwhile: nothing of it may stay.
    if (still === undefined) await tools.files.remove(id);
    tools.events.publish(letterTopic(id));
  }
  return { letter: id, name, packs, ...changes };
}

/**
 * Analyses the letters of a batch again, without reading their files again: after the packs were corrected. Gives each
 * letter as it is done. Reviews and answers stay. Throws not-found before the first letter.
 */
export async function* rerunBatch(tools: Tools, owner: string, id: string): AsyncGenerator<Rerun> {
  await findBatch(tools, owner, id);
  for await (const letter of lettersOfBatch(tools, owner, id)) {
    try {
      yield await rerunLetter(tools, letter);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      yield { letter: letter.id, name: letter.name, problem: { code: error.code, detail: error.message } };
    }
    // An analysis keeps the process busy: others get their turn between two.
    await setImmediate();
  }
  tools.events.publish(batchTopic(id));
}
