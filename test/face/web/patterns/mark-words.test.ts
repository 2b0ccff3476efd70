import { expect, test } from 'vitest';
import { markWords } from '../../../../src/face/web/patterns/mark-words.ts';

test.each([
  ['You lack funds.', 'lack funds', ['You ', 'lack funds', '.']],
  ['Votre plan d’études est vague', 'plan d etudes', ['Votre ', 'plan d’études', ' est vague']],
  ['Bona-Fide, he says', 'bona fide', ['', 'Bona-Fide', ', he says']],
  ['money money here', 'money here', ['money ', 'money here', '']],
])('%s holds %s', (text, words, parts) => {
  const marked = markWords(text, words);
  expect([marked?.before, marked?.words, marked?.after]).toEqual(parts);
});

test('words that are not there are not marked', () => {
  expect(markWords('You lack funds.', 'no ties')).toBeUndefined();
});
