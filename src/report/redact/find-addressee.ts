import { isCapital, nameAt } from './find-names.ts';
import type { FoldedWord, Piece } from './letter-pieces.ts';
import { salutations, subjects, titles } from './personal-labels.ts';

/** To whom the letter goes: the lines of name and address above the salutation, and the parts of the name. */
export type Addressee = { readonly words: readonly FoldedWord[]; readonly names: readonly string[] };

const longestSalutation = 8;
const mostLines = 8;
/** In heights of a line: how far the block stands above the salutation, and its lines apart. */
const widestGap = 7;
const lineGap = 0.95;

/** Finds every salutation in the upper part of a page, and the block above each. */
export function findAddressees(pieces: readonly Piece[]): readonly Addressee[] {
  return pieces.flatMap((piece) => {
    if (!isSalutation(piece, pieces)) return [];
    const block = blockAbove(pieces, piece);
    const greeting = piece.words.filter(({ forms }) => !salutations.has(forms[0] ?? ''));
    // The first word of a greeting whose beginning lies outside the photo is a piece of a name.
    const cut = greeting[0] !== undefined && greeting.length === piece.words.length && !isCapital(greeting[0].text);
    const greeted = nameAt(cut ? greeting.slice(1) : greeting, 'ends');
    const [first] = block;
    const named = first === undefined || !looksLikeName(first) ? [] : nameAt(first.words, 'goes-on');
    const lines = block.filter((line) => !isSubject(line)).flatMap((line) => line.words);
    return [{ words: cut ? [...lines, ...greeting] : lines, names: [...greeted, ...named] }];
  });
}

/** "Dear …", "Madame,", or a short line of capitals with a comma that a longer line follows: its greeting may be cut off. */
function isSalutation(piece: Piece, pieces: readonly Piece[]): boolean {
  const { words } = piece;
  const last = words.at(-1)?.text ?? '';
  if (words.length > longestSalutation || piece.box.top > piece.pageHeight * 0.7 || !/[,:]$/.test(last)) return false;
  const first = words[0].forms[0] ?? '';
  if (salutations.has(first) || (titles.has(first) && isCapital(words[0].text))) return true;
  const capitals = words.slice(1).filter(({ text }) => isCapital(text)).length;
  if (!last.endsWith(',') || words.length < 2 || capitals < words.length - 1) return false;
  // A crooked photo cuts the line below into pieces: what stands there is counted together.
  const { page, box } = piece;
  const below = pieces.filter(
    (other) =>
      other.page === page && other.box.top >= box.bottom - 2 && other.box.top < box.bottom + heightOf(piece) * 4,
  );
  return below.reduce((sum, other) => sum + other.words.length, 0) >= longestSalutation;
}

/** The lines above, in the salutation's column, top line first. */
function blockAbove(pieces: readonly Piece[], salutation: Piece): readonly Piece[] {
  const height = heightOf(salutation);
  const column = pieces
    .filter(
      ({ page, box }) =>
        page === salutation.page &&
        box.bottom <= salutation.box.top + height * 0.3 &&
        Math.abs(box.left - salutation.box.left) < 40,
    )
    .sort((one, other) => other.box.top - one.box.top);
  const block: Piece[] = [];
  let under = salutation;
  for (const piece of column) {
    const gap = (under.box.top - piece.box.bottom) / Math.max(height, heightOf(piece));
    const begun = block.some((line) => !isSubject(line));
    if (block.length >= mostLines || gap > (begun ? lineGap : widestGap)) break;
    block.push(piece);
    under = piece;
  }
  while (block.at(-1) !== undefined && isSubject(block.at(-1) ?? salutation)) block.pop();
  return block.reverse();
}

function isSubject({ words }: Piece): boolean {
  return subjects.has(words[0].forms[0] ?? '') && words.slice(0, 2).some(({ text }) => text.endsWith(':'));
}

/** Two to seven capitalised words without a digit. */
function looksLikeName({ words }: Piece): boolean {
  const capitals = words.filter(({ text }) => isCapital(text)).length;
  return (
    words.length >= 2 &&
    words.length <= 7 &&
    capitals >= words.length - 2 &&
    capitals >= 2 &&
    !words.some(({ text }) => /\d/.test(text))
  );
}

function heightOf({ box }: Piece): number {
  return Math.max(1, box.bottom - box.top);
}
