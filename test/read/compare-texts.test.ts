import { expect, test } from 'vitest';
import { agreementOf, leastAgreement } from '../../src/read/compare-texts.ts';

const letter =
  'thank you for your interest in visiting after careful review of your application and documents the officer decided that you would not leave';
const other =
  'congratulations dear applicant we are pleased to tell that this request has been approved please bring passport photograph fee and both forms soon';

test.each([
  ['the same words in another order', letter, letter.split(' ').toReversed().join(' '), true],
  ['the same words with a few misread', letter, letter.replace('careful', 'carefui').replace('review', 'revlew'), true],
  ['other words', letter, other, false],
])('two readings of %s', (_, one, two, agree) => {
  expect((agreementOf(one.split(' '), two.split(' ')) ?? 0) >= leastAgreement).toBe(agree);
});

test('two readings of a few words say nothing', () => {
  expect(agreementOf(['Page', 'one'], ['Page', 'two'])).toBeUndefined();
});
