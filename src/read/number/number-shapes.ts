/** Punctuation around a word; a dollar sign may be a misread letter. */
const edges = /^[^\p{L}\d$]+|[^\p{L}\d]+$/gu;
/** What an engine can make of a number: digits, letters and strokes, with separators. Brackets belong to numbers of law. */
const numberLike = /^[\p{L}\d$|!./,-]{4,24}$/u;
const fewestDigits = 4;

/** A word without the punctuation around it. */
export function bareNumber(text: string): string {
  return text.replace(edges, '');
}

/** The word with another number in its place, its punctuation kept. */
export function withNumber(word: string, number: string): string {
  const [before = ''] = /^[^\p{L}\d$]*/u.exec(word) ?? [];
  const [after = ''] = /[^\p{L}\d]*$/u.exec(word) ?? [];
  return before + number + after;
}

/** Whether a word is one of those that somebody copies into a form: a file's number, a client's number, a date, a sum. */
export function isNumberLike(bare: string): boolean {
  return numberLike.test(bare) && countDigits(bare) >= fewestDigits;
}

/** Numbers as offices print them: a code of letters and digits, groups of digits, a day. */
export function isWellShaped(bare: string): boolean {
  return isCode(bare) || /^\d{2,4}(-\d{4}){1,2}$/.test(bare) || /^\d{4}([-/])\d{2}\1\d{2}$/.test(bare);
}

/** Capitals, then digits. */
export function isCode(bare: string): boolean {
  return /^[A-Z]{1,3}\d{5,9}$/.test(bare);
}

/**
 * Whether a number looks like a misread code: a capital taken for another sign, lost, doubled or written small. Sums of
 * millions are printed in groups.
 */
export function isIllShaped(bare: string): boolean {
  return /^\$\d{7,}$/.test(bare) || /^\d{9,10}$/.test(bare) || /\p{Ll}\d{3}/u.test(bare) || /\d\p{L}\d/u.test(bare);
}

export function countDigits(text: string): number {
  return text.match(/\d/g)?.length ?? 0;
}
