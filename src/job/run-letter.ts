import { Failure, type FailureCode } from '../model/failure.ts';
import { letterTopic } from '../seam/events.ts';
import type { JobEnd, Lease } from '../seam/queue.ts';
import type { LetterRecord } from '../seam/store.ts';
import { getOriginal, putDocument, putReport } from './letter-files.ts';
import { ownPages } from './letters-in-file.ts';
import { tellLetterEnd } from './notify/tell-ends.ts';
import { summarizeReport } from './summarize-report.ts';
import type { Tools } from './tools.ts';

/** Tries for a letter whose reading breaks in a way that nobody foresaw. Bad files fail at once. */
const mostAttempts = 3;
const mayPass: ReadonlySet<FailureCode> = new Set(['busy', 'internal']);

/** Pages are told at most this often: a quick letter is done before anybody could look. */
const progressMilliseconds = 500;

/** Tells how many pages are read so far. Nobody is held up by it, and nothing is lost when it can't be kept. */
function createProgress(tools: Tools, { owner, id }: LetterRecord): (pagesDone: number, pagesTotal: number) => void {
  let told = tools.clock.elapsed();
  return (pagesDone, pagesTotal) => {
    const now = tools.clock.elapsed();
    if (now - told < progressMilliseconds) return;
    told = now;
    void tools.letters.change(owner, id, { pagesDone, pagesTotal }).then(
      () => tools.events.publish(letterTopic(id)),
      () => undefined,
    );
  };
}

async function read(tools: Tools, { letter }: Lease, signal: AbortSignal): Promise<JobEnd> {
  const source = await getOriginal(tools.files, letter);
  const document = await tools.readLetter(source, signal, createProgress(tools, letter));
  const own = await ownPages(tools, letter, source, document);
  const today = tools.clock.today();
  const report = tools.analyze(own, letter.answers, { today });
  await putDocument(tools.files, letter.id, own);
  await putReport(tools.files, letter.id, { today, report });
  return { state: 'done', found: summarizeReport(report), pages: document.pages.length };
}

/** What went wrong while a letter was read, as a Failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new Failure(
      'timed-out',
      'Reading took too long, so it was stopped. Try a smaller file, or fewer pages at a time.',
    );
  }
  return new Failure('internal', 'The letter could not be read because of an error of ours. Try again later.', {
    cause: error,
  });
}

/** What is left of a letter that was deleted while it was read; one that somebody else reads now keeps its files. */
async function removeIfGone(tools: Tools, { id, owner }: LetterRecord): Promise<void> {
  if ((await tools.letters.find(owner, { id })) === undefined) await tools.files.remove(id);
}

/** Ends the job. False when the letter is no longer ours to end. */
async function end(tools: Tools, { token, letter }: Lease, how: JobEnd): Promise<boolean> {
  const kept = await tools.queue.complete(token, how);
  if (!kept) await removeIfGone(tools, letter);
  else if (how.state === 'done') tools.meter.countLetter('done');
  else tools.meter.countLetter('failed', how.problem.code);
  if (kept) await tellLetterEnd(tools, letter, how.state);
  return kept;
}

type Note = (event: string, code?: string) => void;

/** What becomes of a letter that was not read to its end. */
async function giveUp(tools: Tools, lease: Lease, reason: unknown, note: Note): Promise<void> {
  const { letter, token } = lease;
  if (reason === 'deleted') return removeIfGone(tools, letter);
  // Somebody else has it now.
  if (reason === 'lost') return note('letter-lost');
  if (reason === 'shutdown') return tools.queue.release(token, 0);
  const failure = failureOf(reason);
  if (mayPass.has(failure.code) && letter.attempts < mostAttempts) {
    note('letter-try-again', failure.code);
    return tools.queue.release(token, 2 * 4 ** (letter.attempts - 1));
  }
  const { code, message } = failure;
  await end(tools, lease, { state: 'failed', problem: { code, detail: message } });
  note('letter-failed', code);
}

/**
 * Reads one letter and ends its job. Never throws: what goes wrong becomes the letter's problem or another try. When even
 * that can't be kept, the lease runs out and the letter is read again. `whenRead` is called when all that is left to do is
 * to keep how it ended.
 */
export async function runLetter(
  tools: Tools,
  lease: Lease,
  signal: AbortSignal,
  whenRead: () => void = () => undefined,
): Promise<void> {
  const { id, attempts } = lease.letter;
  const started = tools.clock.elapsed();
  const note: Note = (event, code = '') =>
    tools.log(event, { letter: id, code, attempt: attempts, ms: Math.round(tools.clock.elapsed() - started) });
  try {
    const how = await read(tools, lease, signal).finally(whenRead);
    note((await end(tools, lease, how)) ? 'letter-read' : 'letter-gone');
  } catch (error) {
    const told = ['deleted', 'lost', 'shutdown'].includes(String(signal.reason));
    await giveUp(tools, lease, signal.aborted && told ? signal.reason : error, note).catch(() => note('letter-left'));
  }
}
