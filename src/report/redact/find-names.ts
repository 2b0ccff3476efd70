import { type FoldedWord, findLabelled, type Piece } from './letter-pieces.ts';
import { nobody, personalLabels, salutations, titles } from './personal-labels.ts';

/** Folded parts of the names of people that the letter speaks to or about. Single letters are left out. */
export type Names = ReadonlySet<string>;

const longestName = 7;
const particles: ReadonlySet<string> = new Set(
  'de da do dos das du des di la le van von der den bin ibn ben al el abu y e'.split(' '),
);

/** Names after a salutation, a label or a title, and the `other` parts of names that are known. */
export function findNames(pieces: readonly Piece[], other: Iterable<string>): Names {
  const greeted = pieces.flatMap((piece) =>
    salutations.has(piece.words[0].forms[0] ?? '') ? nameAt(piece.words.slice(1), 'ends') : [],
  );
  const labelled = findLabelled(pieces, personalLabels.names).flatMap(({ label, value }) =>
    /[:：]$/.test(label.at(-1)?.text ?? '') || value[0]?.text === ':'
      ? nameAt(
          value.filter(({ text }) => text !== ':'),
          'goes-on',
        )
      : [],
  );
  const titled = pieces.flatMap((piece) =>
    piece.words.flatMap((word, index) => (isTitle(word) ? nameAt(piece.words.slice(index), 'ends') : [])),
  );
  return new Set(
    [...other, ...greeted, ...labelled, ...titled].filter(
      (form) => form.length > 1 && !nobody.has(form) && !titles.has(form),
    ),
  );
}

/** The folded parts of the capitalised words at the beginning, with particles between them. */
export function nameAt(words: readonly FoldedWord[], comma: 'ends' | 'goes-on'): readonly string[] {
  const begin = words.findIndex((word) => !isTitle(word) || endsName(word, comma));
  const rest = begin < 0 ? [] : words.slice(begin);
  if (rest[0] !== undefined && isTitle(rest[0])) return [];
  const parts: string[] = [];
  for (const [index, word] of rest.entries()) {
    if (isParticle(word, rest[index + 1])) continue;
    if (index >= longestName || !isCapital(word.text)) break;
    parts.push(...word.forms);
    if (endsName(word, comma)) break;
  }
  return parts;
}

function endsName({ text }: FoldedWord, comma: 'ends' | 'goes-on'): boolean {
  return comma === 'ends' ? /[,:;!?]$/.test(text) : /[:;!?]$/.test(text);
}

/** "de" between two parts of a name. */
function isParticle(word: FoldedWord, next: FoldedWord | undefined): boolean {
  return particles.has(word.forms[0] ?? '') && !isCapital(word.text) && next !== undefined && isCapital(next.text);
}

function isTitle(word: FoldedWord): boolean {
  return titles.has(word.forms[0] ?? '') && /^[\p{Lu}]/u.test(word.text);
}

export function isCapital(text: string): boolean {
  return /^[("'«“]*\p{Lu}/u.test(text);
}

/** Whether a word is a part of one of the names, also when OCR changed one of its letters. Initials count beside a name. */
export function isName(word: FoldedWord, names: Names): boolean {
  const forms = word.forms.filter((form) => form.length > 1);
  return forms.length > 0 && isCapital(word.text) && forms.every((form) => names.has(form) || isNear(form, names));
}

const nearFrom = 5;

function isNear(form: string, names: Names): boolean {
  if (form.length < nearFrom) return false;
  return [...names].some(
    (name) => Math.abs(name.length - form.length) <= 1 && name.length >= nearFrom && oneEdit(form, name),
  );
}

/** True when one letter changed, added or left out makes the two equal. */
function oneEdit(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one.slice(at + 1) === other.slice(at + 1) ||
    one.slice(at) === other.slice(at + 1) ||
    one.slice(at + 1) === other.slice(at)
  );
}
