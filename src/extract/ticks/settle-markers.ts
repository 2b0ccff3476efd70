import type { Mark } from '../../model/document.ts';
import type { Marker, Segment } from '../layout/segment.ts';
import { type RawMarker, readMarker } from './read-marker.ts';

/** What a letter says its own marks mean, by glyph. */
export type Legend = ReadonlyMap<string, 'ticked' | 'empty'>;

type Seen = { readonly segment: Segment; readonly raw: RawMarker };

/** How far apart, in points, the left edges of boxes of one column may lie. */
const columnWidth = 8;

/**
 * Decides what each line's marker is. A letter or a square alone proves nothing: an `x` is a tick only where empty
 * boxes stand in the same column, an `o` is an empty box only beside ticks, else it is a bullet or plain text.
 */
export function settleMarkers(segments: readonly Segment[], legend: Legend): readonly Segment[] {
  let before: RawMarker | undefined;
  const seen = segments.map((segment) => {
    const raw = inSequence(readMarker(segment.words), before);
    before = raw ?? before;
    return { segment, raw };
  });
  const columns = countColumns(seen.flatMap(({ segment, raw }) => (raw === undefined ? [] : [{ segment, raw }])));
  const crossMeansNo = seen.some(({ raw }) => raw?.looks === 'ticked' && raw.glyph !== '☒');
  return seen.map(({ segment, raw }) => {
    if (segment.marker !== undefined || raw === undefined) return segment;
    const marker = settle(raw, columns.near(segment.left), legend, crossMeansNo);
    return marker === undefined ? segment : { ...segment, marker };
  });
}

/** `(x)` after `(ix)` is the tenth item, no tick. */
function inSequence(raw: RawMarker | undefined, before: RawMarker | undefined): RawMarker | undefined {
  return raw?.glyph === '(x)' && before?.glyph === '(ix)' ? { ...raw, looks: 'number', sure: false } : raw;
}

function settle(raw: RawMarker, column: Column, legend: Legend, crossMeansNo: boolean): Marker | undefined {
  const { glyph, words } = raw;
  const tick = (state: Mark['state']): Marker => ({ kind: 'tick', state, glyph, words });
  const explained = legend.get(glyph);
  if (explained !== undefined) return tick(explained);
  switch (raw.looks) {
    case 'ticked':
    case 'empty':
      return tick(raw.looks);
    case 'crossed':
      return tick(crossMeansNo ? 'empty' : 'ticked');
    case 'square':
      return column.empties > 0 ? tick('ticked') : { kind: 'bullet', glyph, words };
    case 'letter-ticked':
      return column.empties + column.letterEmpties > 0 ? tick('ticked') : undefined;
    case 'letter-empty':
      return settleLetter(raw, column);
    case 'number':
      return { kind: 'number', glyph, words };
    default:
      return { kind: 'bullet', glyph, words };
  }
}

/** An `o` or `q`: an empty box beside ticks; alone an `o` is a bullet when it comes again, and else a word. */
function settleLetter({ glyph, words }: RawMarker, column: Column): Marker | undefined {
  if (column.ticks > 0 || column.letterTicks > 0) return { kind: 'tick', state: 'empty', glyph, words };
  if (column.letterEmpties < 2) return undefined;
  return /^o$/i.test(glyph) ? { kind: 'bullet', glyph, words } : { kind: 'tick', state: 'empty', glyph, words };
}

type Column = { ticks: number; empties: number; letterTicks: number; letterEmpties: number };

/** Counts the marks of each column; a column is a strip of the page, whatever page it is on. */
function countColumns(seen: readonly Seen[]): { readonly near: (left: number) => Column } {
  const strips = new Map<number, Column>();
  const strip = (number: number): Column => {
    const known = strips.get(number) ?? { ticks: 0, empties: 0, letterTicks: 0, letterEmpties: 0 };
    strips.set(number, known);
    return known;
  };
  for (const { segment, raw } of seen) {
    const column = strip(Math.floor(segment.left / columnWidth));
    if (raw.looks === 'ticked') column.ticks += 1;
    else if (raw.looks === 'empty') column.empties += 1;
    else if (raw.looks === 'letter-ticked' || raw.looks === 'square') column.letterTicks += 1;
    else if (raw.looks === 'letter-empty') column.letterEmpties += 1;
  }
  return {
    near: (left) => {
      const middle = Math.floor(left / columnWidth);
      const three = [strip(middle - 1), strip(middle), strip(middle + 1)];
      const sum = (key: keyof Column) => three.reduce((total, column) => total + column[key], 0);
      return {
        ticks: sum('ticks'),
        empties: sum('empties'),
        letterTicks: sum('letterTicks'),
        letterEmpties: sum('letterEmpties'),
      };
    },
  };
}
