import type { Document } from '../../model/document.ts';
import { findAddressees } from './find-addressee.ts';
import { findAddressWords } from './find-addresses.ts';
import { findBirthWords } from './find-birth.ts';
import { findAmountWords, findDateWords, findOfficerWords, findOtherNumbers } from './find-figures.ts';
import { findNames, isName, type Names } from './find-names.ts';
import { findIdWords, findKnownNumbers, findPhoneWords, isEmail } from './find-numbers.ts';
import { type FoldedWord, type Piece, piecesOf } from './letter-pieces.ts';

export const personalKinds = [
  'name',
  'birth',
  'number',
  'address',
  'email',
  'phone',
  'date',
  'amount',
  'officer',
  'other-number',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/**
 * How much is masked. `names-and-ids`: who it is and how to reach them. `personal`: birth date and address as well.
 * `all-numbers`: dates, sums, the officer's own code and every other number but those of laws and forms too.
 */
export const redactLevels = ['names-and-ids', 'personal', 'all-numbers'] as const;
export type RedactLevel = (typeof redactLevels)[number];

const masked: Readonly<Record<RedactLevel, readonly PersonalKind[]>> = {
  'names-and-ids': ['name', 'number', 'email', 'phone'],
  personal: ['name', 'birth', 'number', 'address', 'email', 'phone'],
  'all-numbers': personalKinds,
};

/** What was found: the running numbers of the words to mask with their kind, and the names, to look for them elsewhere too. */
export type PersonalWords = { readonly words: ReadonlyMap<number, PersonalKind>; readonly names: Names };

/** What is known of the person before the search: numbers as printed, and names found in another reading of the letter. */
export type KnownPerson = { readonly numbers: readonly string[]; readonly names: Names };

/** Finds in a letter what a level masks. Rather too much than too little. */
export function findPersonal(document: Document, known: KnownPerson, level: RedactLevel = 'personal'): PersonalWords {
  const pieces = piecesOf(document);
  const addressees = findAddressees(pieces);
  const names = findNames(pieces, [...known.names, ...addressees.flatMap((addressee) => addressee.names)]);
  const all = pieces.flatMap((piece) => piece.words);
  const found: Readonly<Record<PersonalKind, readonly FoldedWord[]>> = {
    name: [...all.filter((word) => isName(word, names)), ...findInitials(pieces, names)],
    birth: findBirthWords(pieces),
    number: [...findIdWords(pieces), ...findKnownNumbers(pieces, known.numbers)],
    address: [...addressees.flatMap((addressee) => addressee.words), ...findAddressWords(pieces, names)],
    email: all.filter(isEmail),
    phone: findPhoneWords(pieces),
    date: findDateWords(pieces),
    amount: findAmountWords(pieces),
    officer: findOfficerWords(pieces),
    'other-number': findOtherNumbers(pieces),
  };
  const words = new Map<number, PersonalKind>();
  for (const kind of masked[level]) for (const { at } of found[kind]) if (!words.has(at)) words.set(at, kind);
  return { words, names };
}

/** A single capital letter right before or after a name belongs to it. */
function findInitials(pieces: readonly Piece[], names: Names): readonly FoldedWord[] {
  return pieces.flatMap((piece) =>
    piece.words.filter((word, index) => {
      if (!/^\p{Lu}\.?,?$/u.test(word.text)) return false;
      return [piece.words[index - 1], piece.words[index + 1]].some(
        (beside) => beside !== undefined && isName(beside, names),
      );
    }),
  );
}
