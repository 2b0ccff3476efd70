import type { Box } from '../../model/geometry.ts';
import { partingHyphen } from '../../read/join-hyphens.ts';
import type { TextLayerCounts } from '../../read/judge-text.ts';
import type { PlacedWord } from '../../seam/ocr-engine.ts';
import { inspectObjects, type ObjectCounts } from './inspect-objects.ts';
import type { Pdfium } from './load-pdfium.ts';
import { frameOf, type PageFrame, type QuarterTurns, quarterTurns, toUpright } from './page-frame.ts';

/** What a page's text layer says: rows as PDFium breaks them, in the order of the file, in points of the upright page. */
export type TextLayer = {
  readonly frame: PageFrame;
  readonly rows: readonly (readonly PlacedWord[])[];
  readonly counts: TextLayerCounts & ObjectCounts;
  /** Words that lie outside the page, where nobody sees them. They are left out of the rows. */
  readonly offPage: number;
};

/** More characters than any page of a letter holds. */
const mostCharacters = 60_000;
const hyphenCode = 2;
/** Every so manyth character is asked whether the file maps it to a letter: asking is slow, and bad fonts are bad throughout. */
const mapSample = 7;

/** Reads one page's text layer. `page` is a loaded page; its rotation is set to 0, else PDFium reverses the lines. */
export function readTextLayer(pdfium: Pdfium, page: number): TextLayer {
  const { call } = pdfium;
  const shown = quarterTurns(call.FPDFPage_GetRotation(page));
  call.FPDFPage_SetRotation(page, 0);
  const text = call.FPDFText_LoadPage(page);
  try {
    const count = text === 0 ? 0 : Math.min(call.FPDFText_CountChars(text), mostCharacters);
    const frame = frameOf(pdfium, page, uprightTurns(pdfium, text, count) ?? shown);
    const { rows, offPage } = readRows(pdfium, text, count, frame);
    const unmapped = countUnmapped(pdfium, text, count);
    const characters = rows.reduce((sum, row) => sum + row.reduce((length, word) => length + word.text.length, 0), 0);
    return {
      frame,
      rows,
      offPage,
      counts: { characters, ...unmapped, ...inspectObjects(pdfium, page, frame.unturned) },
    };
  } finally {
    if (text !== 0) call.FPDFText_ClosePage(text);
  }
}

/** The turn that sets most of the letters upright, or undefined where there is no text. */
function uprightTurns(pdfium: Pdfium, text: number, count: number): QuarterTurns | undefined {
  const votes = [0, 0, 0, 0];
  const step = Math.max(1, Math.floor(count / 60));
  for (let index = 0; index < count; index += step) {
    if (pdfium.call.FPDFText_GetUnicode(text, index) <= 32) continue;
    const turns = quarterTurns(-pdfium.call.FPDFText_GetCharAngle(text, index) / (Math.PI / 2));
    votes[turns] = (votes[turns] ?? 0) + 1;
  }
  const most = Math.max(...votes);
  return most === 0 ? undefined : quarterTurns(votes.indexOf(most));
}

function countUnmapped(pdfium: Pdfium, text: number, count: number): { unmapped: number; sampled: number } {
  let unmapped = 0;
  let sampled = 0;
  for (let index = 0; index < count; index += mapSample) {
    sampled += 1;
    if (pdfium.call.FPDFText_HasUnicodeMapError(text, index) === 1) unmapped += 1;
  }
  return { unmapped, sampled };
}

type Rows = { readonly rows: readonly (readonly PlacedWord[])[]; readonly offPage: number };

function readRows(pdfium: Pdfium, text: number, count: number, frame: PageFrame): Rows {
  const rows: PlacedWord[][] = [[]];
  let offPage = 0;
  let letters = '';
  let from = 0;
  const endWord = (end: number): void => {
    if (letters !== '') {
      const box = boxOfCharacters(pdfium, text, { from, to: end }, frame);
      if (isOnPage(box, frame)) rows.at(-1)?.push({ text: letters, box, confidence: 1 });
      else offPage += 1;
    }
    letters = '';
  };
  for (let index = 0; index < count; index += 1) {
    const code = pdfium.call.FPDFText_GetUnicode(text, index);
    const hyphen = code === 0xfffe || (code === hyphenCode && pdfium.call.FPDFText_IsHyphen(text, index) === 1);
    if (!hyphen && isSpace(code)) {
      endWord(index);
      if (code === 10) rows.push([]);
      continue;
    }
    if (letters === '') from = index;
    letters += hyphen ? partingHyphen : characterOf(code);
    if (!hyphen) continue;
    endWord(index + 1);
    rows.push([]);
  }
  endWord(count);
  return { rows: rows.filter((row) => row.length > 0), offPage };
}

function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0) return true;
  return (
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Control characters stand for letters that a font doesn't name. */
function characterOf(code: number): string {
  if (code < 32 || (code >= 0x7f && code < 0xa0) || code > 0x10ffff) return '\ufffd';
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

/** The first and last letters' boxes are enough: a word stands in one line, and boxes are slow to ask for. */
function boxOfCharacters(pdfium: Pdfium, text: number, span: { from: number; to: number }, frame: PageFrame): Box {
  const first = boxOfCharacter(pdfium, text, span.from, frame);
  if (span.to - span.from < 2) return first;
  const last = boxOfCharacter(pdfium, text, span.to - 1, frame);
  if (last.top > first.bottom || last.left < first.left) return first;
  return {
    left: first.left,
    top: Math.min(first.top, last.top),
    right: Math.max(first.right, last.right),
    bottom: Math.max(first.bottom, last.bottom),
  };
}

function boxOfCharacter(pdfium: Pdfium, text: number, index: number, frame: PageFrame): Box {
  pdfium.call.FPDFText_GetLooseCharBox(text, index, pdfium.scratch);
  const [left, top, right, bottom] = [pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3)];
  return toUpright({ left, top, right, bottom }, frame);
}

function isOnPage(box: Box, frame: PageFrame): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
}
