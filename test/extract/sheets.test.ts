import { expect, test } from 'vitest';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import type { Document, Line } from '../../src/model/document.ts';
import { wordsOf } from '../../src/model/document.ts';
import { wordsOfSentence } from '../../src/model/letter.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

const left = [
  'Office of Visas                 1 of 2',
  '',
  'Dear applicant,',
  '',
  'Thank you for your application. We looked at',
  'the papers that you sent to this office and at',
  'Canada’s rules for people who come to visit it',
  'and then go home. We also looked at what you',
  'told us at the visa office in the month before.',
  '',
  'I am not satisfied that you have enough ties with',
  'Ghana to return to it when your stay in this',
];
const right = ['Office of Visas                 2 of 2', '', 'country ends. You may apply again.', '', 'Yours truly,'];

/** Two pages of text side by side on one page, as a photo of two sheets shows them. */
function sideBySide(): Document {
  const document = documentFromText(`${left.join('\n')}\f${right.join('\n')}`, { origin: 'ocr' });
  const [one, two] = document.pages;
  if (one === undefined || two === undefined) throw new Error('two pages are needed');
  const moved = two.lines.map(({ box, words }): Line => {
    const move = (from: Line['box']) => ({ ...from, left: from.left + one.width, right: from.right + one.width });
    return { box: move(box), words: words.map((word) => ({ ...word, box: move(word.box) })) };
  });
  return { ...document, pages: [{ ...one, width: 2 * one.width, lines: [...one.lines, ...moved] }] };
}

test('two sheets on one picture are read as two pages are: lines wrap within a sheet, and sentences go on to the next', () => {
  const letter = extractLetter(sideBySide(), packs);
  const words = wordsOf(letter.document);
  const sentences = letter.sentences
    .filter(({ zone }) => zone !== 'furniture')
    .map((sentence) =>
      wordsOfSentence(words, sentence)
        .map(({ text }) => text)
        .join(' '),
    );
  expect(sentences).toContain(
    'We looked at the papers that you sent to this office and at Canada’s rules for people who come to visit it and then go home.',
  );
  expect(sentences).toContain(
    'I am not satisfied that you have enough ties with Ghana to return to it when your stay in this country ends.',
  );
  expect(sentences.join(' ')).not.toContain('Office of Visas');
});
