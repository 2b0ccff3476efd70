import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/phrase/build-index.ts';
import { findPhrases } from '../../src/phrase/find-phrases.ts';
import { english, tokensOfText } from '../support/tokens.ts';

/** The words that a phrase finds in a text, or nothing. */
function find(phrase: string, text: string): string | undefined {
  const parsed = english.parse(phrase);
  if ('mistake' in parsed) throw new Error(parsed.mistake.message);
  const tokens = tokensOfText(text);
  const [hit] = findPhrases(buildIndex([{ phrase: parsed.phrase, value: phrase }]), tokens);
  if (hit === undefined) return undefined;
  return tokens
    .slice(hit.from, hit.to)
    .map((token) => token.form)
    .join(' ');
}

describe('a phrase finds', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['a word, whatever its case and accents', 'FUNDS', 'Your fünds are low'],
    ['a beginning of a word', 'insuffic*', 'of insufficiency'],
    ['any inflection of a word', '~establish', 'not well establishing ties'],
    ['one of several', '(pay|cover the cost)', 'cannot cover the cost'],
    ['words that may stand there', 'sufficient [and available] funds', 'sufficient and available funds'],
    ['words that need not stand there', 'sufficient [and available] funds', 'sufficient funds'],
    ['what stands up to six words apart', 'not ... funds', 'not that you have any funds'],
    ['a list by its name', '{low} {money}', 'not enough financial resources'],
    ['two parts in any order', '{money} & {low}', 'insufficient for a trip are these funds'],
    ['a number', '# hours', 'worked 42 hours'],
    ['the word "end"', 'leave at the end of your stay', 'will leave at the end of your stay'],
  ];
  test.each(table)('%s', (_name, phrase, text) => {
    expect(find(phrase, text)).toBeDefined();
  });
});

describe('a phrase does not find', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['a part of a word', 'fund', 'funds'],
    ['what stands more than six words apart', 'not ... funds', 'not one two three four five six seven funds'],
    ['one part alone', '{money} & {low}', 'these funds'],
    ['words in another order', 'sufficient funds', 'funds sufficient'],
  ];
  test.each(table)('%s', (_name, phrase, text) => {
    expect(find(phrase, text)).toBeUndefined();
  });
});

test('the nearest end of a gap is taken, so that quotes stay short', () => {
  expect(find('not ... funds', 'not the funds and not his funds')).toBe('not the funds');
});

test('a sentence without end costs no more than its length', () => {
  const parsed = english.parse('{money} & {low}');
  if ('mistake' in parsed) throw new Error('unreadable');
  const tokens = tokensOfText('funds '.repeat(20_000));
  expect(findPhrases(buildIndex([{ phrase: parsed.phrase, value: 1 }]), tokens)).toEqual([]);
});
