import type { Segment } from './segment.ts';

/** How many lines at a page's top and bottom may be printed on every page. */
const margin = 3;

/**
 * Lines of the page, not of the letter: those the pack knows, and lines that stand at the top or bottom of several pages
 * with only their numbers changed.
 */
export function findFurniture(
  segments: readonly Segment[],
  isKnown: (segment: Segment) => boolean,
): ReadonlySet<Segment> {
  const furniture = new Set(segments.filter((segment) => segment.words.length <= 14 && isKnown(segment)));
  const seen = new Map<string, Segment[]>();
  for (const segment of atEdges(segments)) {
    const key = segment.words.map((word) => word.text.replace(/\d+/g, '#')).join(' ');
    const same = seen.get(key);
    if (same === undefined) seen.set(key, [segment]);
    else same.push(segment);
  }
  for (const same of seen.values()) {
    if (new Set(same.map((segment) => segment.page)).size < 2) continue;
    for (const segment of same) if (segment.marker === undefined) furniture.add(segment);
  }
  return furniture;
}

function atEdges(segments: readonly Segment[]): readonly Segment[] {
  const pages = new Map<number, Segment[]>();
  for (const segment of segments) {
    const page = pages.get(segment.page);
    if (page === undefined) pages.set(segment.page, [segment]);
    else page.push(segment);
  }
  return [...pages.values()].flatMap((own) =>
    own.length <= margin * 2
      ? [...own.slice(0, 1), ...own.slice(1).slice(-1)]
      : [...own.slice(0, margin), ...own.slice(-margin)],
  );
}
