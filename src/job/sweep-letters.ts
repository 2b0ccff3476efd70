import type { LetterRecord } from '../seam/store.ts';
import { deleteLetter } from './delete-letter.ts';
import type { Tools } from './tools.ts';

const dayMilliseconds = 86_400_000;
/** A clock that moved more than this beyond the time that passed isn't believed at once. */
const jumpMilliseconds = 3_600_000;

/**
 * Deletes everybody's letters that are older than `retentionDays`. A wall clock that jumped deletes nothing: the next sweep has to
 * confirm it.
 */
export function createSweeper(tools: Tools, retentionDays: number): () => Promise<number> {
  let last = { wall: tools.clock.now().getTime(), elapsed: tools.clock.elapsed() };

  return async () => {
    const now = { wall: tools.clock.now().getTime(), elapsed: tools.clock.elapsed() };
    const drift = Math.abs(now.wall - last.wall - (now.elapsed - last.elapsed));
    last = now;
    if (drift > jumpMilliseconds) return 0;
    return deleteOlder(tools, new Date(now.wall - retentionDays * dayMilliseconds).toISOString());
  };
}

async function deleteOlder(tools: Tools, before: string): Promise<number> {
  const all: LetterRecord[] = [];
  for (const owner of await tools.letters.owners()) all.push(...(await recordsOf(tools, owner)));
  const old = all.filter(({ accepted }) => accepted < before);
  for (const { id, owner } of old) {
    await deleteLetter(tools, owner, id);
    await tools.audit.record({ who: 'service', what: 'retention', on: id, result: 'deleted' });
  }
  await removeOrphans(tools, new Set(all.map(({ id }) => id)));
  return old.length;
}

async function recordsOf(tools: Tools, owner: string): Promise<readonly LetterRecord[]> {
  const all: LetterRecord[] = [];
  let after: string | undefined;
  do {
    const page = await tools.letters.list(owner, { limit: 500, ...(after === undefined ? {} : { after }) });
    all.push(...page.letters);
    after = page.next;
  } while (after !== undefined);
  return all;
}

/** A crash between keeping a file and keeping its letter leaves a file that nobody knows of. A day later it goes. */
async function removeOrphans(tools: Tools, known: ReadonlySet<string>): Promise<void> {
  const dayAgo = tools.clock.now().getTime() - dayMilliseconds;
  for (const { key, changed } of await tools.files.list()) {
    const folder = key.split('/')[0] ?? key;
    if (!known.has(folder) && changed.getTime() < dayAgo) await tools.files.remove(folder);
  }
}
