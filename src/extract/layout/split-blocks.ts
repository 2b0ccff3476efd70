import type { Span } from '../../model/evidence.ts';
import { type Block, makeBlock } from './block.ts';
import { type Measure, measurePage } from './measure-page.ts';
import type { Segment } from './segment.ts';
import { splitSheets } from './split-sheets.ts';
import { startsBlock } from './starts-block.ts';

/** Joins lines to paragraphs, items and cells. Furniture never joins, and never parts what it stands between. */
export function splitBlocks(segments: readonly Segment[], furniture: ReadonlySet<Segment>): readonly Block[] {
  const measures = measureAll(segments);
  const edges = findEdges(segments, measures);
  const blocks: Block[] = [];
  let open: { segments: [Segment, ...Segment[]]; gap: number; skip: Span[] } | undefined;
  let between: Segment[] = [];
  let underColon = false;
  const close = () => {
    if (open !== undefined) blocks.push(makeBlock(open.segments, open.gap, open.skip, false));
    for (const segment of between) blocks.push(makeBlock([segment], 1, [], true));
    open = undefined;
    between = [];
  };
  for (const next of segments) {
    if (furniture.has(next)) {
      between.push(next);
      continue;
    }
    const measure = measures.get(next) ?? measurePage([next]);
    const before = open?.segments.at(-1);
    const opening = open?.segments[0];
    if (open === undefined || before === undefined || opening === undefined) {
      close();
      open = { segments: [next], gap: 2, skip: [] };
      continue;
    }
    const edge = edges.get(before) ?? measure.edge;
    if (startsBlock({ before, opening, next, measure, edge, underColon })) {
      underColon = isItem(next, before, opening, underColon);
      close();
      open = { segments: [next], gap: gapBefore(before, next, measure), skip: [] };
      continue;
    }
    for (const segment of between) open.skip.push(spanOf(segment));
    between = [];
    open.segments.push(next);
  }
  close();
  return blocks;
}

/** A line below a colon begins a list, and so does each line after it at the same left edge. */
function isItem(next: Segment, before: Segment, opening: Segment, underColon: boolean): boolean {
  if (/:$/.test(before.words.at(-1)?.text ?? '')) return true;
  return underColon && Math.abs(next.left - opening.left) <= 2;
}

function spanOf(segment: Segment): Span {
  return { from: segment.words[0].at, to: (segment.words.at(-1) ?? segment.words[0]).at + 1 };
}

/** Lines of air between two lines; a new page counts as none, for nobody can tell. */
function gapBefore(before: Segment, next: Segment, measure: Measure): number {
  if (before.page !== next.page) return 1;
  return Math.max(0, (next.top - before.top) / measure.pitch);
}

function measureAll(segments: readonly Segment[]): ReadonlyMap<Segment, Measure> {
  return new Map(
    splitSheets(segments).flatMap((sheet) => {
      const measure = measurePage(sheet);
      return sheet.map((segment) => [segment, measure] as const);
    }),
  );
}

/**
 * The right edge that lines of one run keep to. A run whose longest line stays well short of the page's text is a list
 * or an address: there every line ends on purpose.
 */
function findEdges(
  segments: readonly Segment[],
  measures: ReadonlyMap<Segment, Measure>,
): ReadonlyMap<Segment, number> {
  const edges = new Map<Segment, number>();
  let run: Segment[] = [];
  const close = () => {
    const [first] = run;
    if (first === undefined) return;
    const longest = run.reduce((right, segment) => Math.max(right, segment.right), 0);
    const page = measures.get(first)?.edge ?? longest;
    const edge = longest >= page * 0.8 ? longest : Number.POSITIVE_INFINITY;
    for (const segment of run) edges.set(segment, edge);
    run = [];
  };
  for (const segment of segments) {
    const before = run.at(-1);
    const measure = measures.get(segment);
    if (before !== undefined && measure !== undefined) {
      const step = segment.top - before.top;
      if (before.page !== segment.page || step > measure.pitch * 1.35 || step < 0) close();
    }
    run.push(segment);
  }
  close();
  return edges;
}
