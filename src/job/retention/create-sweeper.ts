import type { LetterRecord } from '../../seam/store.ts';
import { removeLetter } from '../delete-letter.ts';
import { removeOriginal } from '../letter-files.ts';
import { lettersOf } from '../letters-of.ts';
import { outboxFolder } from '../notify/create-notifier.ts';
import type { Tools } from '../tools.ts';
import { type Due, dueOf, isForgetful, type Retention } from './retention.ts';
import { createClockTrust, sweeperFolder } from './trust-clock.ts';

const dayMilliseconds = 86_400_000;

/**
 * Deletes of everybody's letters what is older than it may be, and writes it in the audit trail. Gives how many letters
 * were touched. A wall clock that jumped deletes nothing.
 */
export function createSweeper(tools: Tools, retention: Retention): () => Promise<number> {
  const isTrusted = createClockTrust(tools);
  return async () => {
    if (!(await isTrusted())) return 0;
    const known = new Set<string>([sweeperFolder, outboxFolder]);
    let touched = 0;
    for (const owner of await tools.letters.owners()) {
      for (const { letter, due } of await findDue(tools, owner, retention, known)) {
        if (await carryOut(tools, letter, due)) touched += 1;
      }
      await removeEmptyBatches(tools, owner, retention);
    }
    await removeOrphans(tools, known);
    return touched;
  };
}

const firstMilliseconds = 60_000;
const usualMilliseconds = 3_600_000;

/** A sweep when none is under way here, and no other process has swept since the last one was due. */
export function createTurn(tools: Tools, retention: Retention): () => Promise<void> {
  const sweep = createSweeper(tools, retention);
  // A little less than a turn, so that whoever swept the last time does so again.
  const seconds = (0.9 * turnOf(retention)) / 1000;
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    try {
      if (await tools.duties.take('sweep', seconds)) await sweep();
    } catch {
      tools.log('defect', { name: 'sweep' });
    }
    running = false;
  };
}

const turnOf = (retention: Retention): number => (isForgetful(retention) ? firstMilliseconds : usualMilliseconds);

/**
 * Sweeps a minute after the start, then every hour, or every minute where letters are forgotten once they were shown. Of
 * several processes one does it.
 */
export function startSweeping(tools: Tools, retention: Retention): { stop(): void } {
  const turn = createTurn(tools, retention);
  const first = setTimeout(() => void turn(), firstMilliseconds);
  const rest = setInterval(() => void turn(), turnOf(retention));
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(rest);
    },
  };
}

type DueLetter = { readonly letter: LetterRecord; readonly due: NonNullable<Due> };

/** The letters of an owner of which something is due. Notes the ids of all in `known`. */
async function findDue(
  tools: Tools,
  owner: string,
  retention: Retention,
  known: Set<string>,
): Promise<readonly DueLetter[]> {
  const now = tools.clock.now().getTime();
  const found: DueLetter[] = [];
  for await (const letter of lettersOf(tools, owner)) {
    known.add(letter.id);
    const due = dueOf(letter, retention, now);
    if (due !== undefined) found.push({ letter, due });
  }
  return found;
}

async function carryOut(tools: Tools, listed: LetterRecord, due: NonNullable<Due>): Promise<boolean> {
  const { owner, id } = listed;
  // It may have been put on hold, or deleted, since it was listed.
  const letter = await tools.letters.find(owner, { id });
  if (letter === undefined || letter.hold === true) return false;
  if (due === 'all') await removeLetter(tools, letter);
  else {
    await removeOriginal(tools.files, letter);
    await tools.letters.change(owner, id, { originalGone: true });
  }
  const what = due === 'all' ? 'retention' : 'retention of the file';
  await tools.audit.record({ who: 'service', what, on: id, result: 'deleted' });
  return true;
}

/** A batch's name may name people too: it goes when its last letter has gone. */
async function removeEmptyBatches(tools: Tools, owner: string, { reportDays }: Retention): Promise<void> {
  // Even where letters are forgotten at once, an upload under way has a day to bring its first one.
  const before = tools.clock.now().getTime() - Math.max(1, reportDays) * dayMilliseconds;
  for (const { batch, counts } of await tools.batches.list(owner)) {
    if (counts.total > 0 || Date.parse(batch.created) > before) continue;
    await tools.batches.remove(owner, batch.id);
    await tools.audit.record({ who: 'service', what: 'retention', on: batch.id, result: 'deleted' });
  }
}

/** A crash between keeping a file and keeping its letter leaves a file that nobody knows of. A day later it goes. */
async function removeOrphans(tools: Tools, known: ReadonlySet<string>): Promise<void> {
  const dayAgo = tools.clock.now().getTime() - dayMilliseconds;
  const lost = new Set<string>();
  for (const { key, changed } of await tools.files.list()) {
    const folder = key.split('/')[0] ?? key;
    if (!known.has(folder) && changed.getTime() < dayAgo) lost.add(folder);
  }
  for (const folder of lost) {
    await tools.files.remove(folder).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      // Its name is none that this program gives: it isn't ours to delete.
      tools.log('file-not-ours');
    });
  }
}
