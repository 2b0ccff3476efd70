import type { Document, Line, Mark, Page, PageOrigin } from '../../src/model/document.ts';

/** Typewriter measures in points: what a plain page looks like. */
const letter = 6;
const step = 14;
const margin = 72;

/** A document as a reader would make it of plain pages: a form feed begins a new page, blank lines are air. */
export function documentFromText(
  text: string,
  more: { readonly marks?: readonly Mark[]; readonly origin?: PageOrigin } = {},
): Document {
  let at = 0;
  const origin = more.origin ?? 'plain-text';
  const pages = text.split('\f').map((sheet, number): Page => {
    const lines = sheet.split('\n').flatMap((row, line): Line[] => {
      const top = margin + line * step;
      const words = [...row.matchAll(/\S+/g)].map((match) => {
        const left = margin + match.index * letter;
        const box = { left, top, right: left + match[0].length * letter, bottom: top + 10 };
        return { at: at++, text: match[0], box, confidence: origin === 'ocr' ? 0.9 : 1 };
      });
      const [first] = words;
      const last = words.at(-1);
      if (first === undefined || last === undefined) return [];
      return [{ box: { left: first.box.left, top, right: last.box.right, bottom: top + 10 }, words }];
    });
    return {
      number: number + 1,
      width: 612,
      height: 792,
      origin,
      confidence: 1,
      lines,
      marks: number === 0 ? (more.marks ?? []) : [],
    };
  });
  return { name: 'letter.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', pages, notes: [] };
}
