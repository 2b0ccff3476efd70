import { z } from 'zod';
import type { Document } from '../model/document.ts';
import { workTopic } from '../seam/events.ts';
import type { Files } from '../seam/files.ts';
import type { Source } from '../seam/reader.ts';
import type { LetterRecord } from '../seam/store.ts';
import { newLetter, sha256Of } from './accept-letter.ts';
import { originalKey } from './letter-files.ts';
import type { Tools } from './tools.ts';

const partKey = (id: string): string => `${id}/part.json`;
const partSchema = z.object({ part: z.int().min(1), of: z.int().min(1).exactOptional() });
type Part = z.infer<typeof partSchema>;

/** Which letter of its file this record is about, from 1, and of how many. Nothing is kept where a file holds one letter. */
async function partOf(files: Files, id: string): Promise<Part | undefined> {
  const bytes = await files.get(partKey(id));
  return bytes === undefined ? undefined : partSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

const putPart = (files: Files, id: string, part: Part): Promise<void> =>
  files.put(partKey(id), Buffer.from(JSON.stringify(part)));

/** The key by which a letter of a file is found from the file's first. No request can send it: it holds spaces. */
const keyOf = (part: number, first: string): string => `letter ${part} in the file of ${first}`;
const firstOf = ({ id, idempotencyKey }: LetterRecord): string =>
  /^letter \d+ in the file of (.+)$/.exec(idempotencyKey ?? '')?.[1] ?? id;

/** Where a letter stands in its file, and the others of the file that are still kept. */
export type PlaceInFile = {
  readonly part: number;
  readonly of: number;
  readonly others: readonly { readonly part: number; readonly letter: LetterRecord }[];
};

/** Nothing for the only letter of its file, as nearly all are, and for one that is not read yet. */
export async function placeInFile(
  { files, letters }: Pick<Tools, 'files' | 'letters'>,
  letter: LetterRecord,
): Promise<PlaceInFile | undefined> {
  // A file of one page holds one letter, and a letter of several knows it once it is read.
  if (letter.state !== 'done' || letter.pagesTotal < 2) return undefined;
  const own = await partOf(files, letter.id);
  if (own?.of === undefined) return undefined;
  const { part, of } = own;
  const first = firstOf(letter);
  const parts = Array.from({ length: of }, (_, at) => at + 1).filter((one) => one !== part);
  const found = await Promise.all(
    parts.map(async (one) => {
      const key = one === 1 ? { id: first } : { idempotencyKey: keyOf(one, first) };
      return { part: one, letter: await letters.find(letter.owner, key) };
    }),
  );
  return {
    part,
    of,
    others: found.flatMap(({ part: at, letter: other }) => (other === undefined ? [] : [{ part: at, letter: other }])),
  };
}

/**
 * The letter's own pages of a file as read. Where the file turns out to hold other letters, they get records of their
 * own and wait in line with the same file; reading the first one again adds none twice.
 */
export async function ownPages(tools: Tools, letter: LetterRecord, source: Source, document: Document) {
  const parts = tools.split(document);
  // Nearly every file holds one letter: nothing is asked of the store of files for it.
  if (parts.length === 1) return document;
  const { part } = (await partOf(tools.files, letter.id)) ?? { part: 1 };
  const of = parts.length;
  await putPart(tools.files, letter.id, { part, of });
  if (part === 1)
    for (let other = 2; other <= of; other += 1) await addPart(tools, letter, source, { part: other, of });
  return parts[part - 1] ?? document;
}

async function addPart(tools: Tools, letter: LetterRecord, source: Source, place: Part): Promise<void> {
  const { part } = place;
  const idempotencyKey = keyOf(part, letter.id);
  if ((await tools.letters.find(letter.owner, { idempotencyKey })) !== undefined) return;
  const { owner, answers, batch } = letter;
  const upload = { owner, answers, idempotencyKey, source: { ...source, name: `${letter.name} (${part})` } };
  // The sum of the whole file belongs to its first letter: the same upload again is answered with that one.
  const made = newLetter(upload, sha256Of(Buffer.from(`${letter.sha256} ${part}`)), tools.clock.now().toISOString());
  const record = batch === undefined ? made : { ...made, batch };
  await tools.files.put(originalKey(record.id), source.bytes);
  await putPart(tools.files, record.id, place);
  const [kept] = await tools.letters.accept([record], 'both');
  if (kept?.id !== record.id) await tools.files.remove(record.id);
  tools.events.publish(workTopic);
}
