import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../src/read/read-plain-text.ts';

const read = (text: string | Uint8Array) => readPlainText(typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
const textOf = (text: string | Uint8Array): string[] =>
  read(text).pages.flatMap((page) => page.lines.map((line) => line.words.map((word) => word.text).join(' ')));

describe('plain text', () => {
  test.each([
    ['UTF-8', Buffer.from('Demande refusée', 'utf8')],
    ['UTF-8 with a mark', Buffer.from('\ufeffDemande refusée', 'utf8')],
    ['UTF-16, little end first', Buffer.from('\ufeffDemande refusée', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\ufeffDemande refusée', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Demande refus\u00e9e', 'latin1')],
  ])('in %s is read with its accents', (_, bytes) => {
    expect(textOf(bytes)).toEqual(['Demande refusée']);
  });

  test('with curly quotes of Windows is read right', () => {
    expect(textOf(Buffer.from([0x93, 0x6e, 0x6f, 0x94]))).toEqual(['“no”']);
  });

  test('that holds zero bytes is unreadable', () => {
    expect(() => read('abc\0def')).toThrow(expect.objectContaining({ code: 'file-unreadable' }));
  });

  test('gives each word the box of a typed page', () => {
    const [page] = read('Dear  Sir,\n\n\tYou').pages;
    expect(page).toEqual({
      number: 1,
      width: 612,
      height: 792,
      origin: 'plain-text',
      confidence: 1,
      marks: [],
      lines: [
        {
          box: { left: 54, top: 54, right: 114, bottom: 66 },
          words: [
            { at: 0, text: 'Dear', box: { left: 54, top: 54, right: 78, bottom: 66 }, confidence: 1 },
            { at: 1, text: 'Sir,', box: { left: 90, top: 54, right: 114, bottom: 66 }, confidence: 1 },
          ],
        },
        {
          box: { left: 102, top: 78, right: 120, bottom: 90 },
          words: [{ at: 2, text: 'You', box: { left: 102, top: 78, right: 120, bottom: 90 }, confidence: 1 }],
        },
      ],
    });
  });

  test('turns a page at a form feed and numbers words through', () => {
    const { pages } = read('One two\fThree\f');
    expect(pages.map((page) => page.lines[0]?.words.map((word) => word.at))).toEqual([[0, 1], [2]]);
  });

  test('makes a page wider and higher for what does not fit', () => {
    const [page] = read(`${'a'.repeat(200)}\n${'x\n'.repeat(100)}`).pages;
    expect([page?.width, page?.height]).toEqual([54 + 200 * 6 + 54, 108 + 102 * 12]);
  });

  test('is cut where it is endless, and says so', () => {
    const { pages, notes } = read('word '.repeat(300_000));
    expect(notes.map((note) => note.code)).toEqual(['text-truncated']);
    expect(pages[0]?.lines[0]?.words.length).toBe(4000);
  });

  test('keeps four accents of a thousand', () => {
    expect(textOf(`e${'\u0301'.repeat(1000)}`)).toEqual([`e${'\u0301'.repeat(4)}`]);
  });
});
