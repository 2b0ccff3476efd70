import type { Document, Line, Page } from '../../model/document.ts';

/** Always as long, so that it doesn't tell how long the word was. */
export const textMask = '█████';

/** The letter as plain text with the words masked. A row of masked words becomes one mask. Columns of a typed text stay. */
export function maskText(document: Document, masked: ReadonlySet<number>): string {
  return `${document.pages.map((page) => maskPage(page, masked).join('\n')).join('\n\f')}\n`;
}

function maskPage(page: Page, masked: ReadonlySet<number>): readonly string[] {
  const lines: string[] = [];
  let bottom: number | undefined;
  for (const line of page.lines) {
    const height = Math.max(1, line.box.bottom - line.box.top);
    const empty = bottom === undefined ? 0 : Math.max(0, Math.min(3, Math.round((line.box.top - bottom) / height)));
    lines.push(...Array.from({ length: empty }, () => ''), maskLine(line, masked));
    bottom = line.box.bottom;
  }
  return lines;
}

function maskLine(line: Line, masked: ReadonlySet<number>): string {
  const parts: string[] = [];
  let right: number | undefined;
  let wasMasked = false;
  for (const { at, text, box } of line.words) {
    const isMasked = masked.has(at);
    const width = Math.max(1, (box.right - box.left) / Math.max(1, Array.from(text).length));
    if (right !== undefined) {
      const spaces = Math.max(1, Math.min(40, Math.round((box.left - right) / width)));
      if (!(isMasked && wasMasked && spaces < 3)) parts.push(' '.repeat(spaces));
    }
    if (!(isMasked && wasMasked && parts.at(-1) === textMask)) parts.push(isMasked ? textMask : text);
    right = box.right;
    wasMasked = isMasked;
  }
  return parts.join('');
}
