import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from '../../model/failure.ts';
import type { Source } from '../../seam/reader.ts';

/** A letter as a program gives it: exactly one of path, base64 and text. */
export const letterInput = z.object({
  path: z.string().min(1).optional().describe('Path of the letter on this machine: PDF, picture, DOCX, mail or text'),
  base64: z.string().min(1).optional().describe('Instead of a path: the bytes of the file'),
  text: z.string().min(1).optional().describe('Instead of a file: the text of the letter, or of a part of it'),
  name: z.string().max(200).optional().describe('What to call the letter in the report'),
});

export type LetterInput = z.infer<typeof letterInput>;

const tooLarge = (most: number): Failure =>
  new Failure('file-too-large', `The letter is larger than ${Math.floor(most / 1_048_576)} MB. Give a smaller file.`);

async function readPath(file: string, most: number): Promise<Uint8Array> {
  try {
    const about = await stat(file);
    if (about.size > most) throw tooLarge(most);
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('request-invalid', 'The file can’t be read. Check the path.', { cause });
  }
}

/** Throws request-invalid when there is not exactly one letter, and file-too-large. */
export async function sourceOf({ path: file, base64, text, name }: LetterInput, most: number): Promise<Source> {
  if ([file, base64, text].filter((one) => one !== undefined).length !== 1) {
    throw new Failure('request-invalid', 'Give exactly one of path, base64 and text.');
  }
  if (file !== undefined) return { name: name ?? path.basename(file), bytes: await readPath(file, most) };
  const bytes = base64 === undefined ? Buffer.from(text ?? '', 'utf8') : Buffer.from(base64, 'base64');
  if (bytes.length > most) throw tooLarge(most);
  return { name: name ?? (base64 === undefined ? 'text.txt' : 'letter'), bytes };
}
