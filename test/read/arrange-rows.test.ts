import { describe, expect, test } from 'vitest';
import { arrangeRows } from '../../src/read/arrange-rows.ts';
import type { PlacedWord } from '../../src/seam/ocr-engine.ts';

const page = { width: 612, height: 792 };

/** A row of parts: `[left, top, text]`; each letter is 6 points wide, a line 12 points high. */
function row(...parts: readonly (readonly [number, number, string])[]): PlacedWord[] {
  return parts.flatMap(([start, top, text]) => {
    let left = start;
    return text.split(' ').map((word) => {
      const box = { left, top, right: left + 6 * word.length, bottom: top + 12 };
      left = box.right + 6;
      return { text: word, box, confidence: 1 };
    });
  });
}

const textsOf = (rows: readonly PlacedWord[][]): string[] =>
  arrangeRows(rows, page).map(({ words }) => words.map((word) => word.text).join(' '));

describe('reading order', () => {
  test('of a heading in two columns is the left one, then the right one', () => {
    const rows = [
      row([72, 50, 'Immigration, Refugees'], [380, 50, 'November 3, 2025']),
      row([72, 64, 'and Citizenship'], [380, 64, 'UCI: 11-2233-4455']),
      row([380, 78, 'Application no.: V123']),
      row([72, 120, 'Dear Applicant,']),
    ];
    expect(textsOf(rows)).toEqual([
      'Immigration, Refugees',
      'and Citizenship',
      'November 3, 2025',
      'UCI: 11-2233-4455',
      'Application no.: V123',
      'Dear Applicant,',
    ]);
  });

  test('keeps a label with its value, row by row', () => {
    const rows = [row([72, 50, 'UCI:'], [200, 50, '11-2233']), row([72, 64, 'Application no.:'], [200, 64, 'V123'])];
    expect(textsOf(rows)).toEqual(['UCI: 11-2233', 'Application no.: V123']);
  });

  test('keeps the cells of a table below the heading row by row', () => {
    const rows = [
      row([72, 500, 'Passport'], [300, 500, 'received']),
      row([72, 514, 'Bank letter'], [300, 514, 'missing']),
    ];
    expect(textsOf(rows)).toEqual(['Passport', 'received', 'Bank letter', 'missing']);
  });

  test('keeps a bullet with its text, and its indent', () => {
    const [line] = arrangeRows([row([90, 300, '•'], [126, 300, 'your travel history'])], page);
    expect(line?.words.map((word) => word.text)).toEqual(['•', 'your', 'travel', 'history']);
    expect(line?.words[0]?.box.left).toBe(90);
  });

  test('puts a foot that was drawn first last, and a letterhead that was drawn last first', () => {
    const rows = [
      row([72, 750, 'Page 1 of 2']),
      row([72, 120, 'Dear Applicant,']),
      row([72, 134, 'I am refusing it.']),
      row([72, 40, 'Ministry']),
    ];
    expect(textsOf(rows)).toEqual(['Ministry', 'Dear Applicant,', 'I am refusing it.', 'Page 1 of 2']);
  });

  test('keeps columns that the file itself keeps apart', () => {
    const rows = [
      row([72, 50, 'Ministry']),
      row([72, 64, 'of Travel']),
      row([380, 50, 'May 1']),
      row([380, 64, 'No. 5']),
    ];
    expect(textsOf(rows)).toEqual(['Ministry', 'of Travel', 'May 1', 'No. 5']);
  });

  test('parts words that lie at different heights', () => {
    expect(textsOf([row([72, 50, 'one'], [100, 90, 'two'])])).toEqual(['one', 'two']);
  });

  test('of more rows than a letter has is found in good time', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => row([(index * 37) % 500, (index * 53) % 780, 'x']));
    expect(textsOf(rows)).toHaveLength(3000);
  });
});
