import type { MediaType, Page } from '../model/document.ts';
import type { Note } from '../model/note.ts';
import type { Source } from '../seam/reader.ts';

/** A letter to read, with the type that its content showed. */
export type LetterSource = Source & {
  readonly mediaType: MediaType;
  /** Reading it ended a process before: what isn't needed is left out. */
  readonly careful?: boolean;
};

/** What a reading gives; the rest of the document is known to whoever asked. */
export type LetterText = { readonly pages: readonly Page[]; readonly notes: readonly Note[] };
