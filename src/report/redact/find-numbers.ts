import { type FoldedWord, findLabelled, type Piece } from './letter-pieces.ts';
import { personalLabels } from './personal-labels.ts';

const email = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/;
const date =
  /^[([]?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[)\].,;]*$|^[([]?\d{1,2}[-/.]\d{1,2}[-/.]\d{4}[)\].,;]*$|^[([]?\d{1,2}[-/](?:19|20)\d{2}[)\].,;]*$/;
const phonePart = /^[(+]*\d[\d().+/-]*[.,;]?$/;
/** Three parts of a number by hyphens, two groups of four, letters before many digits, or simply many digits. */
const idNumber = /^[([]?(?:[a-z]{0,3}\d{7,}|\d{2}-\d{4}-\d{4}|\d{4}-\d{4}|\d{3}-\d{3}-\d{3})[)\].,;:]*$/i;
const mostJoined = 5;

export const isEmail = (word: FoldedWord): boolean => email.test(word.text);

/** Numbers that belong to one person only: by their shape, or after a label. */
export function findIdWords(pieces: readonly Piece[]): readonly FoldedWord[] {
  const shaped = pieces.flatMap((piece) => piece.words.filter(({ text }) => idNumber.test(text) && !date.test(text)));
  const labelled = [personalLabels.passport, personalLabels.number].flatMap((labels) =>
    findLabelled(pieces, labels).flatMap(({ value }) => numberAt(value)),
  );
  return [...shaped, ...labelled];
}

/** The next word with four digits or more, within three words, and what follows it of the same number. */
function numberAt(value: readonly FoldedWord[]): readonly FoldedWord[] {
  const start = value.slice(0, 3).findIndex(({ text }) => digitsOf(text).length >= 2 && !date.test(text));
  if (start < 0) return [];
  const rest = value.slice(start);
  const end = rest.findIndex(({ text }, index) => index > 0 && !/^[\d-]+[.,;]?$/.test(text));
  const words = end < 0 ? rest : rest.slice(0, end);
  return words.map(({ text }) => digitsOf(text)).join('').length >= 4 ? words : [];
}

/** Telephone numbers: nine to fifteen digits in a row of words that hold nothing else, with at least one sign between them. */
export function findPhoneWords(pieces: readonly Piece[]): readonly FoldedWord[] {
  const labelled = findLabelled(pieces, personalLabels.phone).flatMap(({ value }) => {
    const run = value.filter(({ forms }) => forms.length > 0).slice(0, mostJoined);
    const end = run.findIndex(({ text }) => !phonePart.test(text));
    const words = end < 0 ? run : run.slice(0, end);
    return words.map(({ text }) => digitsOf(text)).join('').length >= 6 ? words : [];
  });
  return [...labelled, ...pieces.flatMap((piece) => runsOf(piece.words).filter(isPhone).flat())];
}

function runsOf(words: readonly FoldedWord[]): readonly (readonly FoldedWord[])[] {
  const runs: FoldedWord[][] = [[]];
  for (const word of words) {
    if (phonePart.test(word.text) && !date.test(word.text)) runs.at(-1)?.push(word);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

function isPhone(run: readonly FoldedWord[]): boolean {
  const text = run.map((word) => word.text).join(' ');
  const count = digitsOf(text).length;
  return count >= 9 && count <= 15 && (/[+()]/.test(text) || /\d[-. ]\d{2,4}[-. ]\d/.test(text));
}

/** Words that spell one of the known numbers, spaced, hyphenated or with letters that look like digits. */
export function findKnownNumbers(pieces: readonly Piece[], known: readonly string[]): readonly FoldedWord[] {
  const wanted = new Set(known.map(asDigits).filter((number) => number.length >= 6));
  if (wanted.size === 0) return [];
  return pieces.flatMap((piece) =>
    piece.words.flatMap((_, from) => {
      for (let length = 1; length <= mostJoined; length += 1) {
        const slice = piece.words.slice(from, from + length);
        if (slice.length < length || asDigits(slice[0]?.text ?? '') === '' || asDigits(slice.at(-1)?.text ?? '') === '')
          continue;
        if (wanted.has(asDigits(slice.map(({ text }) => text).join('')))) return slice;
      }
      return [];
    }),
  );
}

/** Letters that OCR takes for digits, and the other way round, become the digit. */
function asDigits(text: string): string {
  const look: Readonly<Record<string, string>> = {
    O: '0',
    Q: '0',
    D: '0',
    I: '1',
    L: '1',
    Z: '2',
    S: '5',
    B: '8',
    G: '6',
  };
  return text
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
    .replace(/[OQDILZSBG]/g, (letter) => look[letter] ?? letter);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
