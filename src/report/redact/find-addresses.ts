import { isName, type Names } from './find-names.ts';
import { below, type FoldedWord, findLabelled, labelLength, type Piece } from './letter-pieces.ts';
import { personalLabels, salutations } from './personal-labels.ts';

const longestAddress = 6;
const longestStreet = 9;
const postalCode = /^[A-Z]\d[A-Z]$/i;
const postalEnd = /^\d[A-Z]\d[.,;]?$/i;

/** The lines under the person's name at the top of a page, what stands after a label, streets and postal codes. */
export function findAddressWords(pieces: readonly Piece[], names: Names): readonly FoldedWord[] {
  const blocks = pieces.filter((piece) => isAddressee(piece, names)).flatMap((piece) => underneath(pieces, piece));
  const labelled = findLabelled(pieces, personalLabels.address).flatMap(({ piece, label, value }) =>
    label.at(-1)?.text.endsWith(':') === true
      ? [...value, ...underneath(pieces, { ...piece, box: value[0]?.box ?? piece.box }).slice(0, 12)]
      : [],
  );
  const streets = pieces.flatMap((piece) => (isStreet(piece) ? piece.words : []));
  return [...blocks, ...labelled, ...streets, ...pieces.flatMap((piece) => postalWords(piece.words))];
}

/** A short piece in the upper part of a page that holds nothing but the name. */
function isAddressee(piece: Piece, names: Names): boolean {
  const named = piece.words.filter((word) => isName(word, names)).length;
  return (
    named > 0 &&
    named >= piece.words.length - 2 &&
    piece.box.top < piece.pageHeight * 0.6 &&
    !salutations.has(piece.words[0].forms[0] ?? '')
  );
}

function underneath(pieces: readonly Piece[], start: Piece): readonly FoldedWord[] {
  const found: FoldedWord[] = [];
  let current: Piece | undefined = start;
  for (let count = 0; count < longestAddress && current !== undefined; count += 1) {
    current = below(pieces, current);
    if (current === undefined || endsAddress(current)) break;
    found.push(...current.words);
  }
  return found;
}

function endsAddress({ words }: Piece): boolean {
  const label = words.slice(0, 4).some(({ text }) => text.endsWith(':') || text === ':');
  return label || words.length > longestStreet || salutations.has(words[0].forms[0] ?? '');
}

function isStreet({ words }: Piece): boolean {
  if (words.length > longestStreet || !words.some(({ text }) => /\d/.test(text))) return false;
  if (words.some(({ text }) => /^(19|20)\d{2}[.,;)]?$/.test(text))) return false;
  return words.some((word, at) => /^\p{L}/u.test(word.text) && labelLength(words, at, personalLabels.streets) > 0);
}

function postalWords(words: readonly FoldedWord[]): readonly FoldedWord[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && postalCode.test(word.text) && postalEnd.test(next.text)) return [word, next];
    return /^[A-Z]\d[A-Z]-?\d[A-Z]\d[.,;]?$/i.test(word.text) ? [word] : [];
  });
}
