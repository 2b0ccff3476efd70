import { Failure } from '../../model/failure.ts';
import type { TransferTools } from './export-everything.ts';
import { type TransferCounts, type TransferLine, transferLineSchema } from './record-schemas.ts';

const refuse = (line: number, what: string): Failure =>
  new Failure(
    'request-invalid',
    `Line ${line} of the export ${what}. What came before it was taken; import the whole file again when it is mended.`,
  );

function parseLine(text: string, number: number): TransferLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(number, 'is cut off');
  }
  const line = transferLineSchema.safeParse(value);
  if (!line.success) throw refuse(number, 'is not one of this program');
  if ((number === 1) !== 'refusals' in line.data) throw refuse(number, 'is not where it belongs');
  return line.data;
}

type Taken = { -readonly [name in keyof TransferCounts]: number };

/** Keeps one line, unless the same is there already: an import may be begun again. */
async function take(tools: TransferTools, line: TransferLine, taken: Taken): Promise<void> {
  if ('key' in line) {
    taken.keys += 1;
    if ((await tools.keys.find(line.key.id)) === undefined) await tools.keys.add(line.key);
  } else if ('batch' in line) {
    const { batch } = line;
    taken.batches += 1;
    if ((await tools.batches.find(batch.owner, batch.id)) === undefined) await tools.batches.open(batch);
  } else if ('file' in line) {
    const { letter, name, base64 } = line.file;
    taken.files += 1;
    await tools.files.put(`${letter}/${name}`, Buffer.from(base64, 'base64'));
  } else if ('letter' in line) {
    const { letter } = line;
    taken.letters += 1;
    if ((await tools.letters.find(letter.owner, { id: letter.id })) !== undefined) return;
    const [kept] = await tools.letters.accept([letter], 'both');
    if (kept?.id !== letter.id) await tools.files.remove(letter.id);
  }
}

const isSame = (one: TransferCounts, other: TransferCounts): boolean =>
  one.keys === other.keys &&
  one.batches === other.batches &&
  one.letters === other.letters &&
  one.files === other.files;

/**
 * Takes an export in, a line at a time. What is there already stays as it is. Throws request-invalid for a line that is
 * broken and for an export whose end is missing.
 */
export async function importEverything(tools: TransferTools, lines: AsyncIterable<string>): Promise<TransferCounts> {
  const taken: Taken = { keys: 0, batches: 0, letters: 0, files: 0 };
  let number = 0;
  let whole = false;
  for await (const text of lines) {
    if (text === '') continue;
    number += 1;
    const line = parseLine(text, number);
    if (whole) throw refuse(number, 'comes after the end');
    if ('end' in line) {
      whole = isSame(line.end, taken);
      if (!whole) throw refuse(number, 'counts other things than came before it');
    } else await take(tools, line, taken);
  }
  if (!whole) throw refuse(number + 1, 'is missing: the file was cut off');
  await tools.audit.record({ who: 'command', what: 'import', result: `${taken.letters} letters` });
  return taken;
}
