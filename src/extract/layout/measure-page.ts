import type { Segment } from './segment.ts';

/** How a sheet is set: the distance from one line of a paragraph to the next, and how far right its text runs (points). */
export type Measure = { readonly pitch: number; readonly height: number; readonly edge: number };

/** Measures one sheet from its lines in reading order. */
export function measurePage(segments: readonly Segment[]): Measure {
  const heights = segments.map((segment) => segment.bottom - segment.top).sort((one, other) => one - other);
  const height = heights[heights.length >> 1] ?? 12;
  const steps: number[] = [];
  for (let at = 1; at < segments.length; at += 1) {
    const step = (segments[at]?.top ?? 0) - (segments[at - 1]?.top ?? 0);
    if (step > height * 0.5 && step < height * 6) steps.push(step);
  }
  steps.sort((one, other) => one - other);
  // Letters of one-line paragraphs have mostly wide steps: the narrow ones are the lines of a paragraph.
  const quarter = steps[steps.length >> 2] ?? height * 1.3;
  const rights = segments.map((segment) => segment.right).sort((one, other) => one - other);
  const edge = rights[Math.floor(rights.length * 0.9)] ?? 0;
  return { pitch: Math.min(quarter, height * 1.9), height, edge };
}
