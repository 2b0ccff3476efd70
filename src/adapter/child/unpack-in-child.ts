import { Failure } from '../../model/failure.ts';
import type { Source } from '../../seam/reader.ts';
import type { Unpacking } from '../unpack.ts';
import type { ChildPool } from './child-pool.ts';
import { createHandOver } from './hand-over.ts';

/** No archive that is admitted holds more, so a child that gives more has been taken over. */
const mostBytes = 1024 * 1024 * 1024;

/**
 * Has a child unpack a file, and gives what is in it one by one: the child waits until each has been taken. Whoever stops
 * early ends the child's work. Throws a Failure as `Reader` does.
 */
export async function* unpackInChild(
  pool: ChildPool,
  source: Source,
  as: Unpacking,
  signal: AbortSignal,
): AsyncGenerator<Source> {
  const stop = new AbortController();
  const files = createHandOver<Source>();
  const hearing = { progress: () => undefined, file: files.put };
  const work = pool.carryOut({ ask: 'unpack', source, as }, AbortSignal.any([signal, stop.signal]), hearing);
  const settled = Promise.allSettled([work]).then(files.end);
  try {
    let all = 0;
    for await (const file of files.items()) {
      all += file.bytes.length;
      if (all > mostBytes) throw new Failure('file-too-large', 'This archive holds more than we unpack.');
      yield file;
    }
    const answer = await work;
    if (answer.tell === 'failed') throw new Failure(answer.code, answer.message, { facts: answer.facts });
  } finally {
    stop.abort();
    await settled;
  }
}
