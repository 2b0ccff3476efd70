import type { Document, Word } from './document.ts';
import { boxAround, type Place } from './geometry.ts';

/** Words `from` up to but not including `to`, by running number. It may cross lines and pages. */
export type Span = { readonly from: number; readonly to: number };

/** The letter's own words for a claim, and where they stand: one place for each line they touch. */
export type Evidence = { readonly span: Span; readonly quote: string; readonly places: readonly [Place, ...Place[]] };

/** A value that was read, with the words it rests on. */
export type Fact<V> = { readonly value: V; readonly evidence: Evidence };

type PlacedLine = {
  readonly page: number;
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
};

/** A document's lines by word number, made once: a letter has hundreds of claims. */
const linesByDocument = new WeakMap<Document, readonly PlacedLine[]>();

function linesOf(document: Document): readonly PlacedLine[] {
  const known = linesByDocument.get(document);
  if (known !== undefined) return known;
  const lines = document.pages.flatMap((page) =>
    page.lines.flatMap(({ words }): readonly PlacedLine[] => {
      const [first] = words;
      return first === undefined ? [] : [{ page: page.number, words, from: first.at, to: first.at + words.length }];
    }),
  );
  linesByDocument.set(document, lines);
  return lines;
}

/** The evidence for a span of a document. Throws a RangeError if the span holds no word: a claim needs words. */
export function evidenceOf(document: Document, span: Span): Evidence {
  const lines = linesOf(document);
  const words: Word[] = [];
  const places: Place[] = [];
  for (let at = firstLineAfter(lines, span.from); at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.from >= span.to) break;
    const inside = line.words.slice(Math.max(0, span.from - line.from), span.to - line.from);
    const [first, ...rest] = inside;
    if (first === undefined) continue;
    words.push(...inside);
    places.push({ page: line.page, box: boxAround([first.box, ...rest.map((word) => word.box)]) });
  }
  const [place, ...more] = places;
  if (place === undefined) throw new RangeError(`no words in span ${span.from}-${span.to}`);
  return { span, quote: words.map((word) => word.text).join(' '), places: [place, ...more] };
}

/** The index of the first line that ends after a word number. */
function firstLineAfter(lines: readonly PlacedLine[], word: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.to ?? 0) <= word) low = middle + 1;
    else high = middle;
  }
  return low;
}
