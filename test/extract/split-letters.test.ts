import { expect, test } from 'vitest';
import { splitLetters } from '../../src/extract/split-letters.ts';
import { wordsOf } from '../../src/model/document.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

const letter = (number: string, name = 'Ms. One') =>
  `Immigration, Refugees and Citizenship Canada\nDate: 12 March 2025\nApplication no.: ${number}\n\nDear ${name},\n\nYour application for a visa is refused because your funds are too low.`;
const notes = 'Notes on V300000001\n\nPA has low funds. Not satisfied PA will leave. Refused.';
const pagesOf = (...sheets: readonly string[]) =>
  splitLetters(documentFromText(sheets.join('\f')), packs).map((part) => part.pages.map((page) => page.number));

test.each([
  ['two letters of a page each', [letter('V300000001'), letter('V300000002')], [[1], [2]]],
  ['a letter with its notes, then another', [letter('V300000001'), notes, letter('S300000002')], [[1, 2], [3]]],
  ['three letters', [letter('V300000001'), letter('V300000002'), letter('W300000003')], [[1], [2], [3]]],
])('%s are cut where the next one begins', (_, sheets, parts) => {
  expect(pagesOf(...sheets)).toEqual(parts);
});

test.each([
  ['one letter', [letter('V300000001')]],
  ['a letter and a copy of it', [letter('V300000001'), letter('V300000001')]],
  [
    'a letter that speaks of the number on its next page',
    [`${letter('V300000001')}\n\nSee V300000002.`, letter('V300000002')],
  ],
  [
    'a second page with a number and no greeting',
    [letter('V300000001'), 'Your sister applied under V300000002 and was refused.'],
  ],
  ['a second letter without a number', [letter('V300000001'), 'Dear Mr. Two,\n\nYour application is refused.']],
])('%s stays whole', (_, sheets) => {
  expect(pagesOf(...sheets)).toEqual([sheets.map((_sheet, at) => at + 1)]);
});

test('each part counts its own words, and says which letter of how many it is', () => {
  const [, second] = splitLetters(
    documentFromText(`${letter('V300000001')}\f${letter('V300000002', 'Mr. Two')}`),
    packs,
  );
  expect(second?.name).toMatch(/ \(2\)$/);
  expect(second === undefined ? [] : wordsOf(second).map((word) => word.at)).toEqual(
    second === undefined ? [-1] : wordsOf(second).map((_, at) => at),
  );
  expect(second?.notes.map((note) => note.detail.en)).toEqual([expect.stringContaining('This is letter 2, on page 2')]);
});
