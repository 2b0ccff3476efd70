import { Failure, type FailureCode } from '../model/failure.ts';
import { letterTopic } from '../seam/events.ts';
import type { JobEnd, Lease } from '../seam/queue.ts';
import { getOriginal, putDocument, putReport } from './letter-files.ts';
import { summarizeReport } from './summarize-report.ts';
import type { Tools } from './tools.ts';

/** Tries for a letter whose reading breaks in a way that nobody foresaw. Bad files fail at once. */
const mostAttempts = 3;
const mayPass: ReadonlySet<FailureCode> = new Set(['busy', 'internal']);

async function read(tools: Tools, { letter }: Lease, signal: AbortSignal): Promise<JobEnd> {
  const source = await getOriginal(tools.files, letter);
  const document = await tools.readLetter(source, signal, (pagesDone, pagesTotal) => {
    void tools.letters.change(letter.owner, letter.id, { pagesDone, pagesTotal });
    tools.events.publish(letterTopic(letter.id));
  });
  const today = tools.clock.today();
  const report = tools.analyze(document, letter.answers, { today });
  await putDocument(tools.files, letter.id, document);
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

async function endFailed(tools: Tools, { token, letter }: Lease, { code, message }: Failure): Promise<void> {
  const kept = await tools.queue.complete(token, { state: 'failed', problem: { code, detail: message } });
  if (kept) tools.meter.countLetter('failed', code);
  // Deleted while it was read: nothing of it may stay.
  else await tools.files.remove(letter.id);
}

/** Reads one letter and ends its job. Never throws: what goes wrong becomes the letter's problem or another try. */
export async function runLetter(tools: Tools, lease: Lease, signal: AbortSignal): Promise<void> {
  const { id } = lease.letter;
  const started = tools.clock.elapsed();
  const note = (event: string, code = ''): void =>
    tools.log(event, {
      letter: id,
      code,
      attempt: lease.letter.attempts,
      ms: Math.round(tools.clock.elapsed() - started),
    });
  tools.events.publish(letterTopic(id));
  try {
    const end = await read(tools, lease, signal);
    const kept = await tools.queue.complete(lease.token, end);
    // Deleted while it was read: nothing of it may stay.
    if (!kept) await tools.files.remove(id);
    if (kept) tools.meter.countLetter('done');
    note(kept ? 'letter-read' : 'letter-gone');
  } catch (error) {
    if (signal.aborted && signal.reason === 'deleted') {
      await tools.files.remove(id);
      return;
    }
    if (signal.aborted && signal.reason === 'shutdown') {
      await tools.queue.release(lease.token, 0);
      return;
    }
    const failure = failureOf(error);
    if (mayPass.has(failure.code) && lease.letter.attempts < mostAttempts) {
      note('letter-try-again', failure.code);
      await tools.queue.release(lease.token, 2 * 4 ** (lease.letter.attempts - 1));
      return;
    }
    await endFailed(tools, lease, failure);
    note('letter-failed', failure.code);
  } finally {
    tools.events.publish(letterTopic(id));
  }
}
