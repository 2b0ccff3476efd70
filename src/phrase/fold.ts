/** Endings that a form prints for both genders or numbers: convaincu(e), person(s). They say nothing. */
const openEnding = /(\p{L})\((?:e|s|es|ne|nes|le|les|trice|rice|x)\)/giu;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe]/g;
const marks = /\p{M}+/gu;
/** A number with its separators and decimals, or a run of letters and digits with inner apostrophes. */
const part = /\d+(?:[.,\s]\d+)*(?![\p{L}\d])|[\p{L}\d]+(?:'\p{L}+)*/gu;

/**
 * One printed word as comparable forms: lower case, no accents, ligatures and typographic quotes undone, punctuation
 * gone. A printed word may hold several forms (`d'études` → `d`, `etudes`; `and/or` → `and`, `or`) or none.
 */
export function foldWord(text: string): readonly string[] {
  const plain = text
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(openEnding, '$1')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .normalize('NFD')
    .replace(marks, '');
  return (plain.match(part) ?? []).flatMap(splitApostrophes);
}

function splitApostrophes(piece: string): readonly string[] {
  if (/^\d/.test(piece) && !/\p{L}/u.test(piece)) return [piece.replace(/[.,\s](?=\d{3})/g, '')];
  if (piece === 'cannot') return ['can', 'not'];
  if (!piece.includes("'")) return [sameLetter(piece)];
  if (piece.endsWith("n't")) return [piece === "can't" ? 'can' : piece.slice(0, -3), 'not'];
  if (piece.endsWith("'s")) return [sameLetter(piece.slice(0, -2))];
  return piece.split("'").map(sameLetter);
}

/** A lone I, l or 1 is the same stroke in many fonts and in every scan. */
function sameLetter(piece: string): string {
  return piece === 'l' ? 'i' : piece;
}
