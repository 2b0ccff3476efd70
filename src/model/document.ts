import type { Box } from './geometry.ts';
import type { Note } from './note.ts';

/** One printed word. `at` is its running number in the whole document: spans are made of these. `confidence` is 0 to 1. */
export type Word = { readonly at: number; readonly text: string; readonly box: Box; readonly confidence: number };

export type Line = { readonly box: Box; readonly words: readonly Word[] };

/** A tick box seen on the page: a glyph, a form field, or a drawn or scanned square. */
export type Mark = { readonly box: Box; readonly state: 'ticked' | 'empty' | 'unreadable' };

export type PageOrigin = 'text-layer' | 'ocr' | 'plain-text';

/** A page as the person sees it: upright, size in points. Lines stand in reading order. `confidence` is the mean of its words, 0 to 1. */
export type Page = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly origin: PageOrigin;
  readonly confidence: number;
  readonly lines: readonly Line[];
  readonly marks: readonly Mark[];
};

export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/tiff'
  | 'image/heic'
  | 'image/bmp'
  | 'text/plain'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'message/rfc822'
  | 'application/zip';

/** A letter as read: nothing cleaned, nothing joined, every word with its place. */
export type Document = {
  readonly name: string;
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly pages: readonly Page[];
  readonly notes: readonly Note[];
};

/** All words of a document in reading order; the word with running number `n` stands at index `n`. */
export function wordsOf(document: Document): readonly Word[] {
  return document.pages.flatMap((page) => page.lines.flatMap((line) => line.words));
}
