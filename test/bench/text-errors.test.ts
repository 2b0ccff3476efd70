import { expect, test } from 'vitest';
import { countNumbers, editsWithin, plainText } from './text-errors.ts';

test.each([
  ['the same', 'I am not satisfied', 'I am not satisfied', 0],
  ['within more', 'not satisfied', 'Page 1 I am not satisfied that', 0],
  ['a letter changed', 'not satisfied', 'I am nat satisfied', 1],
  ['a letter lost and one too many', 'not satisfied', 'nt satisffied', 2],
  ['nothing read', 'refused', '', 7],
])('counts the edits to find a text within what was read: %s', (_, wanted, read, edits) => {
  expect(editsWithin(wanted, read)).toBe(edits);
});

test('counts a number as right only to its last digit, and only as often as it is read', () => {
  const printed = 'UCI: 11-2233-4409, 2024 and 2024 and 7';
  expect(countNumbers(printed, '11-2233-4409 2024 2O24')).toEqual({ right: 2, all: 3, missed: ['2024'] });
});

test.each([
  ['with a letter of it wrong', 'no.: V300000112', 'no.: Y300000112', 0],
  ['read as two', 'no.: V300000112', 'no.: V3000001 12', 0],
  ['with a small letter too many', 'DW20416', 'DWw20416', 0],
  ['with more digits', '2024', '12024', 0],
  ['in a word that is wrong elsewhere', 'paragraph R216(1)(b)', 'paragraph R216(1)[b)', 1],
])('counts a number %s', (_, printed, read, right) => {
  expect(countNumbers(printed, read).right).toBe(right);
});

test('makes alike what differs only in how it is printed', () => {
  expect(plainText('• l’appli-\ncation   «a»\n☒ b')).toBe('l\'application "a" b');
});
