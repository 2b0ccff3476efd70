import type { ReaderPool } from '../../src/adapter/create-reader-pool.ts';
import { wordsOf } from '../../src/model/document.ts';
import { Failure, type FailureCode } from '../../src/model/failure.ts';
import type { NoteCode } from '../../src/model/note.ts';

/** What became of a file: refused with a code, or read. */
export type Became =
  | { readonly refused: FailureCode }
  | { readonly notes: readonly NoteCode[]; readonly text: string; readonly pages: number };

/** Unpacks a file and reads every letter in it, as the product does. Throws only what nobody planned. */
export async function readHostile(bytes: Uint8Array, pool: ReaderPool): Promise<Became> {
  const signal = new AbortController().signal;
  try {
    const documents = [];
    for await (const letter of pool.unpack({ name: 'letter', bytes }, 'letters', signal)) {
      documents.push(await pool.read(letter, signal));
    }
    return {
      notes: [...new Set(documents.flatMap(({ notes }) => notes.map(({ code }) => code)))].sort(),
      text: documents.flatMap((document) => wordsOf(document).map(({ text }) => text)).join(' '),
      pages: documents.reduce((sum, { pages }) => sum + pages.length, 0),
    };
  } catch (error) {
    if (error instanceof Failure) return { refused: error.code };
    throw error;
  }
}
