import type { Document, Line } from '../../../model/document.ts';
import type { PageLine, PageView } from './page-data.ts';

const round = (points: number): number => Math.round(points * 10) / 10;

function lineOf({ box, words }: Line): PageLine {
  const text = words.map((word) => word.text).join(' ');
  return [round(box.left), round(box.top), round(box.right - box.left), round(box.bottom - box.top), text];
}

/** Below the last line of a text: it has no page of its own that would have to be shown to its end. */
const marginPoints = 54;

const lastOf = (lines: readonly Line[]): number => Math.max(0, ...lines.map(({ box }) => box.bottom));

/** The pages of a letter, with their pictures where there are `pictures`, and with the lines that lie over their pictures, to be selected and read out. */
export function pageViews(document: Document, pictures: boolean): readonly PageView[] {
  return document.pages.map(({ number, width, height, origin, lines }) => ({
    number,
    width: round(width),
    height: round(origin === 'plain-text' ? Math.min(height, lastOf(lines) + marginPoints) : height),
    picture: pictures && origin !== 'plain-text',
    lines: lines.map(lineOf),
  }));
}
