import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/phrase/build-index.ts';
import { createLanguageTools } from '../../src/phrase/create-language-tools.ts';
import { findPhrases } from '../../src/phrase/find-phrases.ts';
import { tokensOfText } from '../support/tokens.ts';

const tools = createLanguageTools('en', 'porter', { ring: ['{ring} again'], broken: ['(open'] });

describe('a phrase that cannot be read says where and why', () => {
  const table: readonly (readonly [string, number, string])[] = [
    ['not (enough', 6, '")" is missing'],
    ['enough) funds', 7, '")" closes nothing'],
    ['{nothing} here', 1, 'there is no list {nothing}; add it under "lists:" or use another'],
    ['{ring}', 1, 'in the list {ring}: the list {ring} names itself'],
    ['{broken}', 1, 'in the list {broken}: ")" is missing'],
    ['a ... b ... c ... d ... e', 21, 'at most 3 gaps ("...") in a phrase'],
    ['... funds', 5, 'a gap ("...") needs words on both sides'],
    ['fu* here', 1, 'write at least three letters before "*"'],
    ['[maybe]', 7, 'not every word can be optional: take the [ ] off a word that must stand there'],
    ['one | two', 5, '"|" needs brackets around it'],
    ['', 1, 'a phrase, or one of its choices, is empty'],
  ];
  test.each(table)('%s', (phrase, column, message) => {
    expect(tools.parse(phrase)).toEqual({ mistake: { phrase, column, message } });
  });
});

test('a word in a phrase stands for its short forms too, and a short form for the word', () => {
  const noted = createLanguageTools('en', 'porter', {}, { family: ['fam'] });
  const found = (phrase: string, sentence: string) => {
    const parsed = noted.parse(phrase);
    if (!('phrase' in parsed)) return undefined;
    return findPhrases(buildIndex([{ phrase: parsed.phrase, value: phrase }]), tokensOfText(sentence, noted)).length;
  };
  expect(found('strong family ties', 'PA has strong fam ties')).toBe(1);
  expect(found('strong fam ties', 'you have strong family ties')).toBe(1);
  expect(found('strong family ties', 'you have strong famous ties')).toBe(0);
});
