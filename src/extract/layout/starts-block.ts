import type { Measure } from './measure-page.ts';
import { type Segment, textOf } from './segment.ts';

/** What is known when the next line is looked at. `opening` is the first line of the block that `before` belongs to. */
export type Situation = {
  readonly before: Segment;
  readonly opening: Segment;
  readonly next: Segment;
  readonly measure: Measure;
  /** Whether the block that `before` stands in comes right below a colon: its short lines are items then. */
  readonly underColon: boolean;
  /** The right edge of the run of lines that `before` stands in, or infinity where those are short lines. */
  readonly edge: number;
};

const tolerance = 6;

/** Whether a line begins a new paragraph, item or cell, or goes on with the one before. */
export function startsBlock(situation: Situation): boolean {
  const { before, next, measure } = situation;
  if (isLoneMarker(before)) return next.marker !== undefined;
  const goesOn = !isEnded(before) && startsLow(next) && next.marker === undefined;
  if (next.marker !== undefined) return !isStrayNumber(situation);
  if (next.page !== before.page) return !(isCut(before) || goesOn || (isFull(situation) && !isEnded(before)));
  const step = next.top - before.top;
  if (Math.abs(step) < measure.height * 0.5) return next.left - before.right > measure.height * 1.5;
  if (isCut(before)) return false;
  if (step > measure.pitch * 1.35 || step < 0) return !(goesOn && isFull(situation));
  return breaksByShape(situation, goesOn);
}

/** Breaks that only the shape shows: a line that ends early on purpose, or a change of indent after a full stop. */
function breaksByShape(situation: Situation, goesOn: boolean): boolean {
  const { before, next, opening } = situation;
  if (isEnded(before) && Math.abs(next.left - before.left) > tolerance && next.left !== textLeft(opening)) return true;
  if (endsWith(before, /:$/)) return true;
  if (isFull(situation)) return false;
  if (situation.underColon && startsLow(opening)) return true;
  return goesOn ? false : isEnded(before) || startsHigh(next);
}

/** `paragraph` at a line's end, `(b) of the Regulations` on the next: a number that is part of the sentence. */
function isStrayNumber(situation: Situation): boolean {
  const { before, next, opening } = situation;
  if (next.marker?.kind !== 'number' && !/^[-–—]$/.test(next.marker?.glyph ?? '')) return false;
  return !isEnded(before) && isFull(situation) && Math.abs(next.left - textLeft(opening)) <= tolerance;
}

/** Whether the next line's first word would not have fitted behind this line's last. */
function isFull(situation: Situation): boolean {
  const { before, next, edge, measure } = situation;
  const word = next.words[0].box;
  return before.right + (word.right - word.left) + measure.height * 0.25 > edge;
}

function textLeft(segment: Segment): number {
  return textOf(segment)[0]?.box.left ?? segment.left;
}

function isLoneMarker(segment: Segment): boolean {
  return segment.marker !== undefined && segment.marker.words === segment.words.length;
}

function lastText(segment: Segment): string {
  return segment.words.at(-1)?.text ?? '';
}

function endsWith(segment: Segment, shape: RegExp): boolean {
  return shape.test(lastText(segment));
}

function isEnded(segment: Segment): boolean {
  return endsWith(segment, /[.!?:;…]["'”’»)\]]*$/);
}

/** A word cut by a hyphen at the line's end. */
function isCut(segment: Segment): boolean {
  return endsWith(segment, /\p{L}{2}[-\u00ad\u2010]$/u);
}

function startsLow(segment: Segment): boolean {
  return /^["'“‘«(]*\p{Ll}/u.test(segment.words[0].text);
}

function startsHigh(segment: Segment): boolean {
  return /^["'“‘«([]*[\p{Lu}\d]/u.test(segment.words[0].text);
}
