import { monthNames } from './find-birth.ts';
import { type FoldedWord, findLabelled, type Piece } from './letter-pieces.ts';
import { personalLabels } from './personal-labels.ts';

/** `216(1)(b)`, `R179(b)`, `40(1)a)`, `A72`, `SOR-2002-227`: what a law is called by tells nothing of a person. */
const citation =
  /^[("'«“]*(?:[A-Za-zÀ-ÿ]{0,4}\.?\d{1,3}(?:\.\d{1,2})?(?:\(?[a-z\d.]{1,5}\)){1,4}|[AaRrLl]\d{1,3}(?:\.\d+)?|(?:SOR|DORS|SC|LC|C\.R\.C)[-/].*)[).,;:]*$/;
/** A form's number and the words before a section's number. */
const before =
  /^(?:[ldLD][’'])?(?:imm|section|sections|subsection|paragraph|paragraphs|para|rule|article|articles|alinéa|alinea|paragraphe|règle|page|s\.?|ss\.?|art\.?|r\.?)$/i;
const day = /^\(?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|e)?[,.;)]?$/i;
const year = /^\(?(?:19|20)\d{2}[,.;:)]*$/;
const money = /^(?:[$€£]|CA?D?\$|CAD$|USD$|EUR$|INR$|NGN$|[$€£]?\d[\d.,\u00a0 ]*[$€£%])/i;
const officer = /^[A-Z]{2}\d{4,6}[.,;:]?$/;

const hasDigit = ({ text }: FoldedWord): boolean => /\d/.test(text);
const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');

/** Words of days: a month with the day and year beside it, and days written in numbers. */
export function findDateWords(pieces: readonly Piece[]): readonly FoldedWord[] {
  return pieces.flatMap(({ words }) =>
    words.filter(
      (word, at) =>
        isWrittenDay(word.text) ||
        (isMonth(word) && beside(words, at).some((next) => isDayPart(next))) ||
        (isDayPart(word) &&
          beside(words, at).some((next) => isMonth(next) || (isDayPart(next) && nearMonth(words, at)))),
    ),
  );
}

/** Sums of money and shares of them, with the currency beside the number. */
export function findAmountWords(pieces: readonly Piece[]): readonly FoldedWord[] {
  return pieces.flatMap(({ words }) =>
    words.filter((word, at) => {
      if (money.test(word.text)) return true;
      return /^\d[\d.,]*$/.test(word.text) && beside(words, at).some(({ text }) => money.test(text));
    }),
  );
}

/** The number and initials by which an office calls an officer. */
export function findOfficerWords(pieces: readonly Piece[]): readonly FoldedWord[] {
  const labelled = findLabelled(pieces, personalLabels.officer).flatMap(({ value }) =>
    value.slice(0, 2).filter(isCode),
  );
  return [...labelled, ...pieces.flatMap(({ words }) => words.filter(({ text }) => officer.test(text)))];
}

/** Every other word that holds a digit, but what names a law, a form or a page. */
export function findOtherNumbers(pieces: readonly Piece[]): readonly FoldedWord[] {
  return pieces.flatMap(({ words }) =>
    words.filter((word, at) => {
      if (!hasDigit(word) || citation.test(word.text) || /^[(<[]?https?:/i.test(word.text)) return false;
      return !before.test(words[at - 1]?.text ?? '');
    }),
  );
}

function isCode({ text }: FoldedWord): boolean {
  return /\d/.test(text) || /^\p{Lu}{2,4}[.,;]?$/u.test(text);
}

function isWrittenDay(text: string): boolean {
  return /^\(?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4}))[).,;:]*$/.test(text);
}

const isMonth = ({ text }: FoldedWord): boolean => monthNames.has(bare(text));
const isDayPart = ({ text }: FoldedWord): boolean => day.test(text) || year.test(text);

const beside = (words: readonly FoldedWord[], at: number): readonly FoldedWord[] =>
  [words[at - 1], words[at + 1]].filter((word) => word !== undefined);

const nearMonth = (words: readonly FoldedWord[], at: number): boolean =>
  words.slice(Math.max(0, at - 2), at + 3).some(isMonth);
