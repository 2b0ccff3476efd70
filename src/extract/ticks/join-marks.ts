import type { Line, Mark, Page } from '../../model/document.ts';
import { cutLine, type Marker, type Segment } from '../layout/segment.ts';
import { bracketState, glyphOf } from './glyphs.ts';
import { opensItem } from './read-marker.ts';

/** How far apart, in points, the left edges of drawn boxes of one column may lie. */
const aligned = 6;

/**
 * The lines of a page, cut where a bullet or a box stands inside a line, and joined to the boxes drawn beside them.
 * Lines in `whole` explain the marks and stay as they are.
 */
export function joinMarks(page: Page, whole: ReadonlySet<Line>): readonly Segment[] {
  const marks = believed(page.marks);
  const byLine = assign(marks, page.lines);
  return page.lines.flatMap((line, number) =>
    whole.has(line) ? cutLine(line, page, []) : segmentsOf(line, page, byLine.get(number) ?? []),
  );
}

/** A box drawn all alone may be a speck, a logo or a letter: boxes are believed when two stand in one column. */
function believed(marks: readonly Mark[]): readonly Mark[] {
  const sorted = [...marks].sort((one, other) => one.box.left - other.box.left);
  return sorted.filter((mark, at) => {
    const before = sorted[at - 1];
    const after = sorted[at + 1];
    return (
      (before !== undefined && mark.box.left - before.box.left <= aligned) ||
      (after !== undefined && after.box.left - mark.box.left <= aligned)
    );
  });
}

/** Gives each mark the line that stands at its height and goes on to its right. */
function assign(marks: readonly Mark[], lines: readonly Line[]): ReadonlyMap<number, readonly Mark[]> {
  const order = lines
    .map((line, number) => ({ line, number }))
    .sort((one, other) => one.line.box.top - other.line.box.top);
  const tallest = Math.max(0, ...lines.slice(0, 5000).map((line) => line.box.bottom - line.box.top));
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    const middle = (mark.box.top + mark.box.bottom) / 2;
    const start = firstFrom(order, middle - tallest * 1.5);
    let best: { number: number; distance: number } | undefined;
    for (let at = start; at < order.length; at += 1) {
      const entry = order[at];
      if (entry === undefined || entry.line.box.top > middle + tallest) break;
      const distance = distanceTo(mark, middle, entry.line);
      if (distance !== undefined && (best === undefined || distance < best.distance)) {
        best = { number: entry.number, distance };
      }
    }
    if (best !== undefined) byLine.set(best.number, [...(byLine.get(best.number) ?? []), mark]);
  }
  return byLine;
}

function firstFrom(order: readonly { readonly line: Line }[], top: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[middle]?.line.box.top ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distanceTo(mark: Mark, middle: number, line: Line): number | undefined {
  const slack = (line.box.bottom - line.box.top) * 0.4;
  if (middle < line.box.top - slack || middle > line.box.bottom + slack) return undefined;
  const next = line.words.find((word) => word.box.left >= mark.box.right - 3 && !isBoxText(word.text));
  if (next === undefined) return undefined;
  return next.box.left - mark.box.right + Math.abs(middle - (line.box.top + line.box.bottom) / 2);
}

function isBoxText(text: string): boolean {
  if (bracketState(text) !== undefined) return true;
  return text === firstCharacter(text) && glyphOf(text) !== undefined;
}

/** The first whole character: symbol fonts use code points that take two units. */
function firstCharacter(text: string): string {
  const [character = ''] = text;
  return character;
}

function segmentsOf(line: Line, page: Page, marks: readonly Mark[]): readonly Segment[] {
  const starts = new Map<number, Mark>();
  for (const mark of marks) {
    const at = line.words.findIndex(
      (word) => word.box.right > mark.box.left + 1 || word.box.left >= mark.box.right - 3,
    );
    if (at >= 0) starts.set(at, mark);
  }
  const cuts = new Set([
    ...starts.keys(),
    ...line.words.flatMap((word, at) => (at > 0 && opensItem(word) ? [at] : [])),
  ]);
  let at = 0;
  return cutLine(
    line,
    page,
    [...cuts].sort((one, other) => one - other),
  ).map((segment) => {
    const mark = starts.get(at);
    at += segment.words.length;
    return mark === undefined ? segment : withMark(segment, mark);
  });
}

/** A mark over a printed glyph: whichever of the two says more. */
function withMark(segment: Segment, mark: Mark): Segment {
  let over = 0;
  let glyph = '';
  for (const word of segment.words.slice(0, 3)) {
    if (!isBoxText(word.text) || word.box.left > mark.box.right) break;
    over += 1;
    glyph += word.text;
  }
  const state = louder(mark.state, printedState(glyph));
  const marker: Marker = { kind: 'tick', state, glyph, words: over };
  return { ...segment, left: Math.min(segment.left, mark.box.left), marker };
}

function printedState(glyph: string): Mark['state'] | undefined {
  if (glyph === '') return undefined;
  const looks = bracketState(glyph) ?? glyphOf(firstCharacter(glyph))?.is;
  return looks === 'ticked' || looks === 'empty' ? looks : undefined;
}

function louder(drawn: Mark['state'], printed: Mark['state'] | undefined): Mark['state'] {
  if (printed === undefined || drawn === 'ticked') return drawn;
  return printed === 'ticked' || drawn === 'unreadable' ? printed : drawn;
}
