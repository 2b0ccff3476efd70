import type { LetterRecord } from '../../seam/store.ts';
import { lettersOf } from '../letters-of.ts';
import type { Tools } from '../tools.ts';
import { type TransferLine, transferFormat } from './record-schemas.ts';

export type TransferTools = Pick<Tools, 'letters' | 'batches' | 'files' | 'keys' | 'audit' | 'clock'>;

/** The names of the files of each letter. */
async function filesByLetter({ files }: TransferTools): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Map<string, string[]>();
  for (const { key } of await files.list()) {
    const [letter = '', name = ''] = key.split('/');
    names.set(letter, [...(names.get(letter) ?? []), name]);
  }
  return names;
}

async function* fileLines(
  { files }: TransferTools,
  letter: string,
  names: readonly string[],
): AsyncGenerator<TransferLine> {
  for (const name of names.toSorted()) {
    const bytes = await files.get(`${letter}/${name}`);
    // A list may name more than files, and a file may have gone since.
    if (bytes !== undefined) yield { file: { letter, name, base64: Buffer.from(bytes).toString('base64') } };
  }
}

/** A copy that may be changed, as a line's type wants it. */
function letterLine({ state, answers, gathered, found, ...letter }: LetterRecord): TransferLine {
  const { submitted, ...said } = answers;
  return {
    letter: {
      ...letter,
      state: state === 'reading' ? 'waiting' : state,
      answers: { ...said, ...(submitted === undefined ? {} : { submitted: [...submitted] }) },
      gathered: [...gathered],
      ...(found === undefined ? {} : { found: { ...found, grounds: [...found.grounds] } }),
    },
  };
}

/**
 * Everything that the service keeps, line by line: keys, batches, letters and their files, in the clear. Sign-ins and
 * the audit trail stay where they are: the trail is sealed to its place.
 */
export async function* exportEverything(tools: TransferTools): AsyncGenerator<TransferLine> {
  const counts = { keys: 0, batches: 0, letters: 0, files: 0 };
  yield { refusals: transferFormat, made: tools.clock.now().toISOString() };
  const keys = await tools.keys.list();
  for (const key of keys) {
    counts.keys += 1;
    yield { key: { ...key, scopes: [...key.scopes] } };
  }
  const names = await filesByLetter(tools);
  for (const owner of new Set([...(await tools.letters.owners()), ...keys.map((key) => key.owner)])) {
    // Stores give the newest first; the other way round they come to lie as they did.
    for (const { batch } of (await tools.batches.list(owner)).toReversed()) {
      counts.batches += 1;
      yield { batch: { ...batch, refused: [...batch.refused] } };
    }
    for await (const letter of lettersOf(tools, owner)) {
      for await (const line of fileLines(tools, letter.id, names.get(letter.id) ?? [])) {
        counts.files += 1;
        yield line;
      }
      counts.letters += 1;
      yield letterLine(letter);
    }
  }
  yield { end: counts };
  await tools.audit.record({ who: 'command', what: 'export', result: `${counts.letters} letters` });
}
