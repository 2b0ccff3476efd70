import type { Segment } from './segment.ts';
import { splitSheets } from './split-sheets.ts';

/** How many lines at a sheet's top and bottom may be printed on every sheet. */
const margin = 3;

/**
 * Lines of the page, not of the letter: those the pack knows, and lines that stand at the top or bottom of several sheets
 * with only their numbers changed.
 */
export function findFurniture(
  segments: readonly Segment[],
  isKnown: (segment: Segment) => boolean,
): ReadonlySet<Segment> {
  const furniture = new Set(segments.filter((segment) => segment.words.length <= 14 && isKnown(segment)));
  const sheets = splitSheets(segments);
  const seen = new Map<string, { readonly segments: Segment[]; readonly on: Set<number> }>();
  for (const [at, sheet] of sheets.entries()) {
    for (const segment of atEdges(sheet)) {
      const key = segment.words.map((word) => word.text.replace(/\d+/g, '#')).join(' ');
      const same = seen.get(key) ?? { segments: [], on: new Set() };
      same.segments.push(segment);
      same.on.add(at);
      seen.set(key, same);
    }
  }
  for (const same of seen.values()) {
    if (same.on.size < 2) continue;
    for (const segment of same.segments) if (segment.marker === undefined) furniture.add(segment);
  }
  return furniture;
}

function atEdges(sheet: readonly Segment[]): readonly Segment[] {
  return sheet.length <= margin * 2
    ? [...sheet.slice(0, 1), ...sheet.slice(1).slice(-1)]
    : [...sheet.slice(0, margin), ...sheet.slice(-margin)];
}
