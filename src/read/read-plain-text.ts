import type { Page } from '../model/document.ts';
import type { Note } from '../model/note.ts';
import { decodeText } from './decode-text.ts';
import { hasEndlessLine, layOutText } from './lay-out-text.ts';
import { numberPages } from './number-pages.ts';

export type TextPages = { readonly pages: readonly Page[]; readonly notes: readonly Note[] };

/** The most characters of text that are read from one letter. */
export const longestText = 1_000_000;

/** The pages of a plain text file. Throws file-unreadable when the bytes are no text. */
export function readPlainText(bytes: Uint8Array): TextPages {
  return layOutTextPages(decodeText(bytes));
}

/** Text without places as the pages of a typed letter. */
export function layOutTextPages(raw: string): TextPages {
  const whole = tameMarks(raw);
  const text = whole.slice(0, longestText);
  const drafts = layOutText(text).map((page, index) => ({
    number: index + 1,
    width: page.width,
    height: page.height,
    origin: 'plain-text' as const,
    rows: page.rows.map((words) => ({ words })),
    marks: [],
  }));
  const cut = whole.length > text.length || hasEndlessLine(text);
  return { pages: numberPages(drafts), notes: cut ? [cutNote()] : [] };
}

/** Nobody stacks more than four accents on a letter; thousands of them are an attack on whoever draws the text. */
export function tameMarks(text: string): string {
  return text.replace(/(\p{M}{4})\p{M}+/gu, '$1');
}

/** Says that a letter held more text than is read. */
export function cutNote(): Note {
  return {
    code: 'text-truncated',
    detail: {
      en: 'This letter holds far more text than a letter does. Only the first part was read.',
      fr: 'Cette lettre contient beaucoup plus de texte qu’une lettre habituelle. Seul le début a été lu.',
    },
  };
}
