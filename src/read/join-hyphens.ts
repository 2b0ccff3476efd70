import type { PlacedWord } from '../seam/ocr-engine.ts';
import type { DraftRow } from './number-pages.ts';

/** How PDFium marks a hyphen that parts a word at the end of a line. */
export const partingHyphen = '\ufffe';
const endsParted = /^(.*\p{Ll})[-\u00ad\u2010\ufffe]$/u;

/**
 * A word parted at the end of a row becomes one word again, at the place of its first part. Whether its hyphen belongs
 * to it ("long-term") is seen from the rest of the letter: a hyphen stays where the word stands with it elsewhere, or
 * where both its halves stand alone elsewhere and the whole doesn't.
 */
export function joinHyphens(rows: readonly DraftRow[]): readonly DraftRow[] {
  const known = wordsIn(rows);
  const joined: DraftRow[] = rows.map((row) => ({ ...row }));
  for (let index = 0; index + 1 < joined.length; index += 1) {
    const row = joined[index];
    const next = joined[index + 1];
    const head = row?.words.at(-1);
    const tail = next?.words[0];
    if (row === undefined || next === undefined || head === undefined || tail === undefined) continue;
    const stem = stemOf(head, tail);
    if (stem === undefined) continue;
    const text = joinedText(stem, tail.text, known);
    joined[index] = {
      ...row,
      words: [...row.words.slice(0, -1), { ...head, text, confidence: Math.min(head.confidence, tail.confidence) }],
    };
    joined[index + 1] = { ...next, words: next.words.slice(1) };
  }
  return joined.map(withoutMarks);
}

/** What stands before the hyphen, if the two words are one that was parted. */
function stemOf(head: PlacedWord, tail: PlacedWord): string | undefined {
  if (!/^\p{Ll}{2}/u.test(tail.text) || tail.box.top <= head.box.top) return undefined;
  return endsParted.exec(head.text)?.[1];
}

function joinedText(stem: string, tail: string, known: ReadonlySet<string>): string {
  const whole = bare(stem + tail);
  if (known.has(whole)) return stem + tail;
  if (known.has(bare(`${stem}-${tail}`))) return `${stem}-${tail}`;
  return known.has(bare(stem)) && known.has(bare(tail)) ? `${stem}-${tail}` : stem + tail;
}

/** Words of the letter, but not the halves in question. */
function wordsIn(rows: readonly DraftRow[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const [index, { words }] of rows.entries()) {
    const above = rows[index - 1]?.words.at(-1)?.text ?? '';
    for (const [place, { text }] of words.entries()) {
      const half = endsParted.test(text) ? place === words.length - 1 : place === 0 && endsParted.test(above);
      if (!half) known.add(bare(text));
    }
  }
  return known;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** A mark that parted nothing, e.g. at the end of a page, is shown as the hyphen it was printed as. */
function withoutMarks(row: DraftRow): DraftRow {
  if (!row.words.some((word) => word.text.includes(partingHyphen))) return row;
  return { ...row, words: row.words.map((word) => ({ ...word, text: word.text.replaceAll(partingHyphen, '-') })) };
}
