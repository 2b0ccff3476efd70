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
const partSchema = z.object({ part: z.int().min(1) });

/** Which letter of its file this record is about, from 1; the first keeps no word of it. */
async function partOf(files: Files, id: string): Promise<number> {
  const bytes = await files.get(partKey(id));
  return bytes === undefined ? 1 : partSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).part;
}

/**
 * The letter's own pages of a file as read. Where the file turns out to hold other letters, they get records of their
 * own and wait in line with the same file; reading the first one again adds none twice.
 */
export async function ownPages(tools: Tools, letter: LetterRecord, source: Source, document: Document) {
  const parts = tools.split(document);
  // Nearly every file holds one letter: nothing is asked of the store of files for it.
  if (parts.length === 1) return document;
  const part = await partOf(tools.files, letter.id);
  if (part === 1) for (let other = 2; other <= parts.length; other += 1) await addPart(tools, letter, source, other);
  return parts[part - 1] ?? document;
}

async function addPart(tools: Tools, letter: LetterRecord, source: Source, part: number): Promise<void> {
  const idempotencyKey = `letter ${part} in the file of ${letter.id}`;
  if ((await tools.letters.find(letter.owner, { idempotencyKey })) !== undefined) return;
  const { owner, answers, batch } = letter;
  const upload = { owner, answers, idempotencyKey, source: { ...source, name: `${letter.name} (${part})` } };
  // The sum of the whole file belongs to its first letter: the same upload again is answered with that one.
  const made = newLetter(upload, sha256Of(Buffer.from(`${letter.sha256} ${part}`)), tools.clock.now().toISOString());
  const record = batch === undefined ? made : { ...made, batch };
  await tools.files.put(originalKey(record.id), source.bytes);
  await tools.files.put(partKey(record.id), Buffer.from(JSON.stringify({ part })));
  const [kept] = await tools.letters.accept([record], 'both');
  if (kept?.id !== record.id) await tools.files.remove(record.id);
  tools.events.publish(workTopic);
}
