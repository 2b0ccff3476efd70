import { Failure } from '../../model/failure.ts';
import { batchTopic, workTopic } from '../../seam/events.ts';
import type { Source } from '../../seam/reader.ts';
import type { BatchRecord, LetterRecord } from '../../seam/store.ts';
import { findBatch } from '../accept-batch.ts';
import { newLetter, sha256Of } from '../accept-letter.ts';
import { cleanName } from '../clean-name.ts';
import { originalKey } from '../letter-files.ts';
import type { Tools } from '../tools.ts';

/** Letters of one batch at most. */
const mostLetters = 10_000;

/** What is kept in one step: a statement for each letter would cost more than the letters. */
const together = { letters: 100, bytes: 32 * 1024 * 1024 };

type Entry = { readonly source: Source } | { readonly refused: BatchRecord['refused'][number] };

/** The letters of some files: what comes before a fault of a ZIP is given, and then the fault. */
async function* entriesOf(tools: Tools, sources: AsyncIterable<Source> | Iterable<Source>, room: number) {
  let left = room;
  for await (const file of sources) {
    try {
      for await (const source of tools.unzip(file)) {
        if (left === 0) throw tooMany;
        left -= 1;
        yield { source } satisfies Entry;
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const refused = { name: cleanName(file.name), code: error.code, detail: error.message };
      yield { refused } satisfies Entry;
    }
  }
}

/**
 * Keeps files of a batch, each as a letter; a ZIP as a letter for each file in it. A file that can't be a letter is kept
 * as one that failed, and a ZIP that can't be opened is noted with the batch: nothing stops the others. When it returns,
 * all of it outlives a crash.
 */
export async function addToBatch(
  tools: Tools,
  batch: BatchRecord,
  sources: AsyncIterable<Source> | Iterable<Source>,
): Promise<void> {
  const { counts } = await findBatch(tools, batch.owner, batch.id);
  let some: Source[] = [];
  let bytes = 0;
  const keep = async (): Promise<void> => {
    if (some.length > 0) await addLetters(tools, batch, some);
    some = [];
    bytes = 0;
  };
  for await (const entry of entriesOf(tools, sources, mostLetters - counts.total)) {
    if ('refused' in entry) await tools.batches.refuse(batch.owner, batch.id, [entry.refused]);
    else {
      some.push(entry.source);
      bytes += entry.source.bytes.length;
      if (some.length >= together.letters || bytes >= together.bytes) await keep();
    }
  }
  await keep();
}

const tooMany = new Failure(
  'request-invalid',
  `A batch holds at most ${mostLetters} letters. Start another one for the rest.`,
);

async function addLetters(tools: Tools, batch: BatchRecord, sources: readonly Source[]): Promise<void> {
  const letters = await lettersFrom(tools, batch, sources);
  await putAll(
    tools,
    letters.filter(({ letter }) => letter.state === 'waiting'),
  );
  await tools.letters.accept(
    letters.map(({ letter }) => letter),
    'both',
  );
  for (const { letter } of letters)
    if (letter.state === 'failed') tools.meter.countLetter('failed', letter.problem?.code);
  tools.events.publish(batchTopic(batch.id));
  tools.events.publish(workTopic);
}

type Kept = { readonly letter: LetterRecord; readonly source: Source };

const filesAtOnce = 8;

async function putAll({ files }: Tools, kept: readonly Kept[]): Promise<void> {
  const left = [...kept];
  const next = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined; one = left.pop())
      await files.put(originalKey(one.letter.id), one.source.bytes);
  };
  const puts = await Promise.allSettled(Array.from({ length: filesAtOnce }, next));
  for (const put of puts) {
    if (put.status === 'fulfilled') continue;
    // Nobody knows of them: a disk that is full gets its room back.
    for (const { letter } of kept) await files.remove(letter.id).catch(() => undefined);
    throw put.reason;
  }
}

/** A record for each file, with the letter named that had the same content before. */
async function lettersFrom(tools: Tools, batch: BatchRecord, sources: readonly Source[]): Promise<readonly Kept[]> {
  const sums = sources.map(({ bytes }) => sha256Of(bytes));
  const first = new Map(await tools.letters.known(batch.owner, sums));
  const now = tools.clock.now().toISOString();
  return sources.map((source, at) => {
    const sha256 = sums[at] ?? sha256Of(source.bytes);
    const same = first.get(sha256);
    const problem = problemOf(tools, source.bytes);
    const letter: LetterRecord = {
      ...newLetter({ owner: batch.owner, source, answers: {} }, sha256, now),
      batch: batch.id,
      ...(same === undefined ? {} : { duplicateOf: same }),
      ...(problem === undefined ? {} : { state: 'failed', problem, finished: now }),
    };
    if (same === undefined && problem === undefined) first.set(sha256, letter.id);
    return { letter, source };
  });
}

/** What keeps a file from being a letter, looked at before it is kept. */
function problemOf(tools: Tools, bytes: Uint8Array): LetterRecord['problem'] {
  try {
    tools.checkFile(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { code: error.code, detail: error.message };
  }
}
