import type { Word } from '../../model/document.ts';
import type { Span } from '../../model/evidence.ts';
import type { Marker, Segment } from './segment.ts';

/** A paragraph, a list item, a heading or a table cell: lines that belong together. Sizes are points. */
export type Block = {
  readonly segments: readonly [Segment, ...Segment[]];
  readonly words: readonly Word[];
  readonly marker?: Marker;
  /** Left edge of the marker or else of the text; `textLeft` is that of the text. */
  readonly left: number;
  readonly textLeft: number;
  /** Lines of air before it; 1 is none. */
  readonly gap: number;
  readonly furniture: boolean;
  /** Page furniture that stands between two of its lines. */
  readonly skip: readonly Span[];
};

/** The words of segments behind their markers, with a mark's own words left out. */
export function makeBlock(
  segments: readonly [Segment, ...Segment[]],
  gap: number,
  skip: readonly Span[],
  furniture: boolean,
): Block {
  const [first] = segments;
  const words = segments.flatMap((segment, number) =>
    number === 0 ? segment.words.slice(segment.marker?.words ?? 0) : segment.words,
  );
  return {
    segments,
    words,
    ...(first.marker === undefined || furniture ? {} : { marker: first.marker }),
    left: first.left,
    textLeft: words[0]?.box.left ?? first.left,
    gap,
    furniture,
    skip,
  };
}
