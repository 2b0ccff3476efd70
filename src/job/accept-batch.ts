import { Failure } from '../model/failure.ts';
import { batchTopic, workTopic } from '../seam/events.ts';
import type { BatchCounts, BatchRecord, LetterRecord } from '../seam/store.ts';
import { makeId } from './accept-letter.ts';
import { cleanName } from './clean-name.ts';
import { originalKey } from './letter-files.ts';
import { lettersOf } from './letters-of.ts';
import type { Tools } from './tools.ts';

export type Batch = { readonly batch: BatchRecord; readonly counts: BatchCounts };

/** Throws not-found, in the same words for a batch of somebody else. */
export async function findBatch(tools: Tools, owner: string, id: string): Promise<Batch> {
  const found = await tools.batches.find(owner, id);
  if (found === undefined) throw new Failure('not-found', 'There is no such batch. It may have been deleted.');
  return found;
}

/** Letters of all batches together that may wait at one time: some hours of reading on a small machine. */
const mostWaiting = 20_000;

/** Throws busy before anything of an upload is kept when too much waits already. */
export async function checkBatchLine(tools: Pick<Tools, 'queue'>): Promise<void> {
  const { waiting } = await tools.queue.count();
  if (waiting < mostWaiting) return;
  throw new Failure('busy', 'Too many letters are waiting to be read. Send these again in a minute.', {
    facts: { retryAfter: 60 },
  });
}

export async function openBatch(tools: Tools, owner: string, name: string): Promise<BatchRecord> {
  const shown = name.trim() === '' ? '' : cleanName(name);
  const batch = { id: makeId(), owner, name: shown, created: tools.clock.now().toISOString(), refused: [] };
  await tools.batches.open(batch);
  return batch;
}

/** Puts the failed letters of a batch in line again and says how many there were. */
export async function retryBatch(tools: Tools, owner: string, id: string): Promise<number> {
  await findBatch(tools, owner, id);
  let tried = 0;
  for await (const letter of lettersOfBatch(tools, owner, id)) {
    // A file that was refused at the door was never kept: there is nothing to read again.
    const kept = letter.state === 'failed' && (await tools.files.get(originalKey(letter.id))) !== undefined;
    if (kept && (await tools.queue.retry(owner, letter.id))) tried += 1;
  }
  tools.events.publish(workTopic);
  tools.events.publish(batchTopic(id));
  return tried;
}

/** Throws not-found, and forbidden while one of its letters is held: then none is deleted. */
export async function deleteBatch(tools: Tools, owner: string, id: string): Promise<void> {
  await findBatch(tools, owner, id);
  let held = 0;
  for await (const { hold } of lettersOfBatch(tools, owner, id)) held += hold === true ? 1 : 0;
  if (held > 0) {
    throw new Failure(
      'forbidden',
      `Letters on hold can’t be deleted, and ${held} of this batch are. End their hold first.`,
      { facts: { held } },
    );
  }
  for (const letter of await tools.batches.remove(owner, id)) await tools.files.remove(letter);
  tools.events.publish(batchTopic(id));
}

/** All letters of a batch, a page at a time. */
export const lettersOfBatch = (tools: Tools, owner: string, batch: string): AsyncGenerator<LetterRecord> =>
  lettersOf(tools, owner, batch);
