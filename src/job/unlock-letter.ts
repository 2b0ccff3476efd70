import { Failure } from '../model/failure.ts';
import type { Source } from '../seam/reader.ts';
import { findLetter } from './find-letter.ts';
import { getOriginal, pictureDpis, pictureKey, putDocument, putReport } from './letter-files.ts';
import { failureOf } from './run-letter.ts';
import { summarizeReport } from './summarize-report.ts';
import type { Tools } from './tools.ts';

const mostMilliseconds = 120_000;
const longestPassword = 500;

/**
 * Reads a locked letter with its password, which lives only as long as this call. Its pages are drawn at once: later
 * nobody could. Does nothing for a letter that isn't locked. Throws file-encrypted when the password doesn't open it.
 */
export async function unlockLetter(tools: Tools, owner: string, id: string, password: string): Promise<void> {
  const letter = await findLetter(tools, owner, id);
  if (letter.problem?.code !== 'file-encrypted') return;
  if (password === '' || password.length > longestPassword) {
    throw new Failure('file-encrypted', 'This password does not open the file. Check it and type it again.');
  }
  const source = { ...(await getOriginal(tools.files, letter)), password };
  const signal = AbortSignal.timeout(mostMilliseconds);
  try {
    const document = await tools.readLetter(source, signal);
    const today = tools.clock.today();
    const report = tools.analyze(document, letter.answers, { today });
    await putDocument(tools.files, id, document);
    await putReport(tools.files, id, { today, report });
    await drawPages(tools, { id, source, pages: document.pages.length, signal });
    const end = { state: 'done', found: summarizeReport(report), pages: document.pages.length } as const;
    if (!(await tools.queue.settle(owner, id, end))) await removeIfGone(tools, owner, id);
  } catch (error) {
    await removeIfGone(tools, owner, id);
    throw failureOf(error);
  }
}

type Drawing = {
  readonly id: string;
  readonly source: Source;
  readonly pages: number;
  readonly signal: AbortSignal;
};

async function drawPages(tools: Tools, { id, source, pages, signal }: Drawing): Promise<void> {
  for (let page = 1; page <= pages; page += 1) {
    for (const dpi of pictureDpis)
      await tools.files.put(pictureKey(id, page, dpi), await tools.drawPage(source, page, dpi, signal));
  }
}

/** The letter may have been deleted while it was read: nothing of it may stay. */
async function removeIfGone(tools: Tools, owner: string, id: string): Promise<void> {
  if ((await tools.letters.find(owner, { id })) === undefined) await tools.files.remove(id);
}
