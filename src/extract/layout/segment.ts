import type { Line, Mark, PageOrigin, Word } from '../../model/document.ts';

/** What stands before the text of a line: a bullet, a number, or a tick box. `words` of it are no part of the text. */
export type Marker = {
  readonly kind: 'bullet' | 'number' | 'tick';
  readonly state?: Mark['state'];
  readonly glyph: string;
  readonly words: number;
};

/** A printed line, or the part of one from a bullet or tick box to the next. Sizes are points. */
export type Segment = {
  readonly page: number;
  readonly origin: PageOrigin;
  readonly words: readonly [Word, ...Word[]];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly marker?: Marker;
};

/** The parts of a line cut before the given word indexes. */
export function cutLine(
  line: Line,
  page: { readonly number: number; readonly origin: PageOrigin },
  cuts: readonly number[],
): readonly Segment[] {
  const edges = [0, ...cuts.filter((at) => at > 0), line.words.length];
  const segments: Segment[] = [];
  for (let number = 0; number + 1 < edges.length; number += 1) {
    const [first, ...rest] = line.words.slice(edges[number], edges[number + 1]);
    if (first === undefined) continue;
    segments.push({
      page: page.number,
      origin: page.origin,
      words: [first, ...rest],
      left: first.box.left,
      right: (rest.at(-1) ?? first).box.right,
      top: line.box.top,
      bottom: line.box.bottom,
    });
  }
  return segments;
}

/** The words of a segment behind its marker. */
export function textOf(segment: Segment): readonly Word[] {
  return segment.marker === undefined ? segment.words : segment.words.slice(segment.marker.words);
}
