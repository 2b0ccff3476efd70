import type { Word } from '../../model/document.ts';

/** Strokes that scans take for digits, and digits taken for capital letters. */
const digits: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
};
const letters: Readonly<Record<string, readonly string[]>> = {
  S: ['5', '$'],
  O: ['0'],
  B: ['8'],
  I: ['1', 'l', '|'],
  E: ['€'],
  V: ['v'],
  W: ['w', 'VV'],
  F: ['f'],
  U: ['u'],
};

/**
 * The value that a printed text has in a shape, or nothing. `9` is a digit, a letter is itself; what stands in a shape
 * besides must be there. `tolerant` allows what scans confuse: only for numbers that a label announces.
 */
export function matchShape(text: string, shape: string, tolerant: boolean): string | undefined {
  const plain = text.replace(/^[("'[#:]+|[)\]"',;:.]+$/g, '').replace(/[‐‑–—]/g, '-');
  if (plain.length !== shape.length) return undefined;
  let value = '';
  for (let at = 0; at < shape.length; at += 1) {
    const read = readCharacter(plain[at] ?? '', shape[at] ?? '', tolerant);
    if (read === undefined) return undefined;
    value += read;
  }
  return value;
}

/** Every value among printed words that has one of the shapes, with no label to announce it. */
export function findShapes(words: readonly Word[], shapes: readonly string[]): readonly string[] {
  return words.flatMap((word) => shapes.flatMap((shape) => matchShape(word.text, shape, false) ?? []));
}

function readCharacter(seen: string, meant: string, tolerant: boolean): string | undefined {
  if (meant === '9') {
    if (/\d/.test(seen)) return seen;
    return tolerant ? digits[seen] : undefined;
  }
  if (seen === meant) return seen;
  return tolerant && (letters[meant] ?? []).includes(seen) ? meant : undefined;
}
