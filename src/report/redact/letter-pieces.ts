import type { Document, Line, Word } from '../../model/document.ts';
import { type Box, boxAround } from '../../model/geometry.ts';
import { foldWord } from '../../phrase/fold.ts';

/** A word with its comparable forms. */
export type FoldedWord = Word & { readonly forms: readonly string[] };

/** Words of one line that stand close together: two columns side by side are two pieces. */
export type Piece = {
  readonly page: number;
  readonly pageHeight: number;
  readonly box: Box;
  readonly words: readonly [FoldedWord, ...FoldedWord[]];
};

/** A gap wider than so many heights of a line parts two columns. */
const columnGap = 2.2;

export function piecesOf(document: Document): readonly Piece[] {
  return document.pages.flatMap((page) => page.lines.flatMap((line) => cutLine(line, page.number, page.height)));
}

function cutLine(line: Line, page: number, pageHeight: number): readonly Piece[] {
  const groups: FoldedWord[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const word of line.words) {
    const gap = word.box.left - right;
    const height = Math.max(1, word.box.bottom - word.box.top);
    if (groups.length === 0 || gap > columnGap * height) groups.push([]);
    groups.at(-1)?.push({ ...word, forms: foldWord(word.text) });
    right = word.box.right;
  }
  return groups.flatMap((group): readonly Piece[] => {
    const [first, ...rest] = group;
    if (first === undefined) return [];
    return [
      { page, pageHeight, box: boxAround([first.box, ...rest.map((word) => word.box)]), words: [first, ...rest] },
    ];
  });
}

/** How many words from `at` on spell one of the labels, the longest label first; 0 when none does. */
export function labelLength(words: readonly FoldedWord[], at: number, labels: readonly (readonly string[])[]): number {
  for (const label of labels) {
    let count = 0;
    let matched = 0;
    while (matched < label.length && at + count < words.length) {
      const forms = words[at + count]?.forms ?? [];
      if (forms.length === 0 || !forms.every((form, index) => form === label[matched + index])) break;
      matched += forms.length;
      count += 1;
    }
    if (matched === label.length) return count;
  }
  return 0;
}

export type Labelled = {
  readonly piece: Piece;
  readonly label: readonly FoldedWord[];
  readonly value: readonly FoldedWord[];
};

/**
 * Every label with the words after it in its piece; when it ends its piece, those of the piece to the right on the same
 * line or, where there is none, of the one below.
 */
export function findLabelled(pieces: readonly Piece[], labels: readonly (readonly string[])[]): readonly Labelled[] {
  return pieces.flatMap((piece, index) => {
    const found: Labelled[] = [];
    for (let at = 0; at < piece.words.length; at += 1) {
      const length = labelLength(piece.words, at, labels);
      if (length === 0) continue;
      const rest = piece.words.slice(at + length);
      const value = rest.some(({ forms }) => forms.length > 0) ? rest : neighbour(pieces, index);
      found.push({ piece, label: piece.words.slice(at, at + length), value });
      at += length - 1;
    }
    return found;
  });
}

function neighbour(pieces: readonly Piece[], index: number): readonly FoldedWord[] {
  const own = pieces[index];
  if (own === undefined) return [];
  const middle = (own.box.top + own.box.bottom) / 2;
  const beside = pieces
    .filter(
      (piece) =>
        piece.page === own.page &&
        piece.box.left >= own.box.right &&
        piece.box.top < middle &&
        piece.box.bottom > middle,
    )
    .sort((one, other) => one.box.left - other.box.left)[0];
  if (beside !== undefined) return beside.words;
  return below(pieces, own)?.words ?? [];
}

/** The piece that stands right under another, in the same column. */
export function below(pieces: readonly Piece[], own: Piece): Piece | undefined {
  const height = own.box.bottom - own.box.top;
  return pieces
    .filter(
      (piece) =>
        piece.page === own.page &&
        piece.box.top >= own.box.bottom - height * 0.5 &&
        piece.box.top - own.box.bottom < height * 1.6 &&
        piece.box.left < own.box.right &&
        piece.box.right > own.box.left &&
        Math.abs(piece.box.left - own.box.left) < 60,
    )
    .sort((one, other) => one.box.top - other.box.top)[0];
}
