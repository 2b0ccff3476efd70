import { describe, expect, test } from 'vitest';
import { repairTokens } from '../../src/phrase/repair-tokens.ts';
import { buildVocabulary } from '../../src/phrase/vocabulary.ts';
import { english, tokensOfText } from '../support/tokens.ts';

const phrases = [
  'satisfied that you have sufficient funds',
  'temporary stay',
  'insufficient',
  'financial situation',
].map((text) => {
  const parsed = english.parse(text);
  if ('mistake' in parsed) throw new Error(parsed.mistake.message);
  return parsed.phrase;
});
const vocabulary = buildVocabulary(phrases, ['the', 'not']);

function repair(text: string): string {
  return repairTokens(tokensOfText(text), vocabulary, english.stem)
    .map((token) => token.form)
    .join(' ');
}

describe('words that a scan misread are compared as what they were', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['one letter read as another', 'satisfled', 'satisfied'],
    ['one letter lost', 'insuficient', 'insufficient'],
    ['one letter added', 'finanncial', 'financial'],
    ['a digit for a letter', '5tay', 'stay'],
    ['rn for m', 'ternporary', 'temporary'],
    ['a word split in two', 'insuf ficient', 'insufficient'],
    ['two words glued', 'sufficientfunds', 'sufficient funds'],
  ];
  test.each(table)('%s', (_name, misread, meant) => {
    expect(repair(misread)).toBe(meant);
  });
});

describe('words that are right stay as they are', () => {
  test.each(['sufficient', 'sailed', 'now', 'summit', 'insufficient'])('%s', (word) => {
    expect(repair(word)).toBe(word);
  });
});

test('a word cut at the end of a line is one word', () => {
  expect(tokensOfText('a tempo-\nrary stay').map((token) => [token.form, token.from, token.to])).toEqual([
    ['a', 0, 1],
    ['temporary', 1, 3],
    ['stay', 3, 4],
  ]);
});
