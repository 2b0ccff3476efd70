import { describe, expect, test } from 'vitest';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import type { Mark } from '../../src/model/document.ts';
import { wordsOf } from '../../src/model/document.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

type Marks = readonly Mark[];

const boxesOf = (text: string, marks: Marks = []) => {
  const letter = extractLetter(documentFromText(text, { marks }), packs);
  const words = wordsOf(letter.document);
  return letter.boxes.map(
    (box) =>
      `${box.state}: ${words
        .slice(box.label.from, box.label.to)
        .map((word) => word.text)
        .join(' ')}`,
  );
};

describe('glyphs of tick boxes', () => {
  test.each(['☒', '☑', '✓', '✔', '√', '[x]', '[X]', '(x)', '(X)', '[✓]', '\uf0fe', '\uf0fd', '\uf0fc', '\uf052'])(
    '%s is ticked',
    (glyph) => {
      expect(boxesOf(`${glyph} purpose of visit`)).toEqual(['ticked: purpose of visit']);
    },
  );

  test.each(['☐', '□', '[ ]', '[]', '( )', '\uf0a8', '\uf06f', '\uf071'])('%s is empty', (glyph) => {
    expect(boxesOf(`${glyph} purpose of visit`)).toEqual(['empty: purpose of visit']);
  });

  test.each([
    ['x', 'o'],
    ['X', 'q'],
    ['■', '☐'],
    ['▪', '□'],
    ['4', 'q'],
    ['þ', '¨'],
    ['ü', 'o'],
  ])('%s and %s are boxes beside one another', (ticked, empty) => {
    expect(boxesOf(`${ticked} travel history\n${empty} purpose of visit\n${ticked} family ties`)).toEqual([
      'ticked: travel history',
      'empty: purpose of visit',
      'ticked: family ties',
    ]);
  });

  test.each([
    ['a lone letter', 'x marks the place'],
    ['round bullets', 'o travel history\no purpose of visit'],
    ['square bullets', '▪ travel history\n▪ purpose of visit'],
    ['a number', '4 children live with you\n5 are abroad'],
    ['the tenth item', '(ix) family ties\n(x) travel history'],
  ])('%s is no box', (_, text) => {
    expect(boxesOf(text)).toEqual([]);
  });

  test('a box glued to its word and boxes inside a line', () => {
    expect(boxesOf('☒You have no ties\n☐You have no funds')).toEqual([
      'ticked: ☒You have no ties',
      'empty: ☐You have no funds',
    ]);
    expect(boxesOf('☒ refused ☐ annulled ☐ revoked')).toEqual(['ticked: refused', 'empty: annulled', 'empty: revoked']);
  });

  test('a crossed box beside ticks does not count, alone it does', () => {
    expect(boxesOf('✔ travel history\n✘ purpose of visit')).toEqual([
      'ticked: travel history',
      'empty: purpose of visit',
    ]);
    expect(boxesOf('✘ travel history\n☐ purpose of visit')).toEqual([
      'ticked: travel history',
      'empty: purpose of visit',
    ]);
  });

  test.each([
    ['✘ applies, ✔ does not apply', ['empty: travel history', 'ticked: purpose of visit']],
    ['Reasons marked ✔ apply to you and those marked ✘ do not.', ['ticked: travel history', 'empty: purpose of visit']],
    ['(✘ = motif retenu, ✔ = non retenu)', ['empty: travel history', 'ticked: purpose of visit']],
  ])('a letter that explains its marks decides: %s', (key, boxes) => {
    expect(boxesOf(`${key}\n\n✔ travel history\n✘ purpose of visit`)).toEqual(boxes);
  });

  test('sub-boxes have their own state, and every sentence of an item has its box', () => {
    const letter = extractLetter(
      documentFromText(
        '[X] You have not satisfied me that you would leave Canada. I considered several factors, including:\n    [ ] travel history\n    [X] purpose of visit\n[ ] I am not satisfied that you have sufficient funds.',
      ),
      packs,
    );
    expect(letter.sentences.map((sentence) => [sentence.box?.state, sentence.listed])).toEqual([
      ['ticked', false],
      ['ticked', false],
      ['empty', true],
      ['ticked', true],
      ['empty', false],
    ]);
  });
});

const mark = (line: number, state: Mark['state'], column = 0): Mark => {
  const left = 72 + column * 6;
  return { box: { left, top: 72 + line * 14, right: left + 9, bottom: 82 + line * 14 }, state };
};

describe('boxes drawn on the page', () => {
  test('are joined to the line on their right', () => {
    const text = '    travel history\n    purpose of visit\n    family ties';
    expect(boxesOf(text, [mark(0, 'empty'), mark(1, 'ticked'), mark(2, 'unreadable')])).toEqual([
      'empty: travel history',
      'ticked: purpose of visit',
      'unreadable: family ties',
    ]);
  });

  test('one drawn all alone is not believed', () => {
    expect(boxesOf('    travel history\n    purpose of visit', [mark(0, 'ticked')])).toEqual([]);
  });

  test('over a printed glyph the one that says more decides', () => {
    const text = '☐ travel history\n☐ purpose of visit';
    expect(boxesOf(text, [mark(0, 'ticked'), mark(1, 'empty')])).toEqual([
      'ticked: travel history',
      'empty: purpose of visit',
    ]);
  });

  test('two in one line part it', () => {
    const text = '    yes             no\n    yes             no';
    const marks = [mark(0, 'ticked'), mark(0, 'empty', 17), mark(1, 'empty'), mark(1, 'ticked', 17)];
    expect(boxesOf(text, marks)).toEqual(['ticked: yes', 'empty: no', 'empty: yes', 'ticked: no']);
  });
});

describe('a box that must be there but cannot be read', () => {
  test('a line between lines with boxes is unreadable, never unticked', () => {
    const letter = extractLetter(
      documentFromText('[X] Travel history.\n    Purpose of visit.\n[ ] Family ties in Canada and in your country.'),
      packs,
    );
    expect(letter.boxes.map((box) => box.state)).toEqual(['ticked', 'unreadable', 'empty']);
    expect(letter.notes.map((note) => note.code)).toContain('ticks-unreadable');
  });

  test('a form whose margin is cut off says so', () => {
    const text =
      'Citizenship and Immigration Canada\nDate: 14 September 2015\n\nDear Ms. Example,\n\nI am refusing your visitor visa application. Only the reasons that are checked below apply to you:\n\nYou have not satisfied me that you would leave Canada.\n\nI am not satisfied that you have sufficient funds.';
    const letter = extractLetter(documentFromText(text), packs);
    expect(letter.boxes.map((box) => box.state)).toEqual(['unreadable', 'unreadable']);
    expect(letter.notes.map((note) => note.code)).toContain('ticks-unreadable');
  });

  test('a wrapped label is no missing box', () => {
    expect(
      boxesOf(
        '[X] You have not satisfied me that you would leave Canada at the\n    end of your stay as a temporary resident.\n[ ] Family ties.',
      ),
    ).toEqual([
      'ticked: You have not satisfied me that you would leave Canada at the end of your stay as a temporary resident.',
      'empty: Family ties.',
    ]);
  });
});
