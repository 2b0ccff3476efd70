import type { Document, Word } from '../../src/model/document.ts';

/** What scanners take for what, both ways. */
const confusions: readonly (readonly [string, string])[] = [
  ['m', 'rn'],
  ['l', '1'],
  ['o', '0'],
  ['i', 'l'],
  ['e', 'c'],
  ['a', 'o'],
  ['n', 'ri'],
  ['t', 'f'],
  ['h', 'b'],
  ['u', 'v'],
];

/** A small generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The document as a poor scan would read it: characters confused, dropped or without accent, words split and joined,
 * each at the given rate a character. Words keep their lines and boxes.
 */
export function addNoise(document: Document, rate: number, seed: number): Document {
  const chance = createChance(seed);
  let at = 0;
  const pages = document.pages.map((page) => ({
    ...page,
    origin: 'ocr' as const,
    lines: page.lines.map((line) => {
      const words = line.words.flatMap((word) => noisy(word, rate, chance)).map((word) => ({ ...word, at: at++ }));
      return { ...line, words };
    }),
  }));
  return { ...document, pages };
}

function noisy(word: Word, rate: number, chance: () => number): readonly Word[] {
  const text = Array.from(word.text, (sign) => (chance() < rate ? confuse(sign, chance) : sign)).join('');
  const middle = Math.floor(text.length / 2);
  if (text.length < 5 || chance() > rate) return text === '' ? [] : [{ ...word, text, confidence: 0.8 }];
  const { left, right } = word.box;
  const cut = (left + right) / 2;
  return [
    { ...word, text: text.slice(0, middle), box: { ...word.box, right: cut }, confidence: 0.7 },
    { ...word, text: text.slice(middle), box: { ...word.box, left: cut }, confidence: 0.7 },
  ];
}

function confuse(sign: string, chance: () => number): string {
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
  if (bare !== sign) return bare;
  const known = confusions.find(([from]) => from === sign);
  if (known !== undefined) return known[1];
  return chance() < 0.3 ? '' : sign;
}
