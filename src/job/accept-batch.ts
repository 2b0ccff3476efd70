import { Failure } from '../model/failure.ts';
import { batchTopic, workTopic } from '../seam/events.ts';
import type { Source } from '../seam/reader.ts';
import type { BatchCounts, BatchRecord, LetterRecord } from '../seam/store.ts';
import { makeId, newLetter, sha256Of } from './accept-letter.ts';
import { cleanName } from './clean-name.ts';
import { originalKey } from './letter-files.ts';
import { lettersOf } from './letters-of.ts';
import type { Tools } from './tools.ts';

/** Letters of one batch at most. */
const mostLetters = 10_000;

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

/**
 * Keeps one file of a batch as a letter; a ZIP as a letter for each file in it. A file that can't be a letter is kept
 * as one that failed, and a ZIP that can't be opened is noted with the batch: nothing stops the others.
 */
export async function addToBatch(tools: Tools, batch: BatchRecord, source: Source): Promise<void> {
  const { batch: now, counts } = await findBatch(tools, batch.owner, batch.id);
  let room = mostLetters - counts.total;
  try {
    for await (const entry of tools.unzip(source)) {
      if (room === 0) throw tooMany;
      room -= 1;
      await addLetter(tools, batch, entry);
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const refused = { name: cleanName(source.name), code: error.code, detail: error.message };
    await tools.batches.change(batch.owner, batch.id, [...now.refused, refused]);
  }
}

const tooMany = new Failure(
  'request-invalid',
  `A batch holds at most ${mostLetters} letters. Start another one for the rest.`,
);

async function addLetter(tools: Tools, batch: BatchRecord, source: Source): Promise<void> {
  const letter = await letterOf(tools, batch, source);
  if (letter.state === 'waiting') await tools.files.put(originalKey(letter.id), source.bytes);
  else tools.meter.countLetter('failed', letter.problem?.code);
  await tools.letters.accept([letter], 'both');
  tools.events.publish(batchTopic(batch.id));
  tools.events.publish(workTopic);
}

async function letterOf(tools: Tools, batch: BatchRecord, source: Source): Promise<LetterRecord> {
  const sha256 = sha256Of(source.bytes);
  const now = tools.clock.now().toISOString();
  const same = await tools.letters.find(batch.owner, { sha256 });
  const letter: LetterRecord = {
    ...newLetter({ owner: batch.owner, source, answers: {} }, sha256, now),
    batch: batch.id,
    ...(same === undefined ? {} : { duplicateOf: same.id }),
  };
  try {
    tools.checkFile(source.bytes);
    return letter;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...letter, state: 'failed', problem: { code: error.code, detail: error.message }, finished: now };
  }
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
    );
  }
  for (const letter of await tools.batches.remove(owner, id)) await tools.files.remove(letter);
  tools.events.publish(batchTopic(id));
}

/** All letters of a batch, a page at a time. */
export const lettersOfBatch = (tools: Tools, owner: string, batch: string): AsyncGenerator<LetterRecord> =>
  lettersOf(tools, owner, batch);
