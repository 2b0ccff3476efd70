import { describe, expect, test } from 'vitest';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import { findDates, makeCalendar } from '../../src/extract/facts/find-dates.ts';
import { wordsOf } from '../../src/model/document.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

const calendar = makeCalendar([...packs.languages.values()].map((language) => language.file));

describe('a date is read as it is written', () => {
  test.each([
    ['March 12, 2025', ['2025-03-12']],
    ['12 March 2025', ['2025-03-12']],
    ['12th of nothing', undefined],
    ['March 1st, 2025', ['2025-03-01']],
    ['Mar. 12, 2025', ['2025-03-12']],
    ['12-Mar-2025', ['2025-03-12']],
    ['2025 March 12', ['2025-03-12']],
    ['2025-03-12', ['2025-03-12']],
    ['2025/03/12', ['2025-03-12']],
    ['(2025-03-12).', ['2025-03-12']],
    ['le 12 mars 2025', ['2025-03-12']],
    ['1er août 2025', ['2025-08-01']],
    ['1er aout 2025', ['2025-08-01']],
    ['28 FÉVRIER 2025', ['2025-02-28']],
    ['24/12/2025', ['2025-12-24']],
    ['12/24/2025', ['2025-12-24']],
    ['05/05/2025', ['2025-05-05']],
    ['04/05/2025', ['2025-05-04', '2025-04-05']],
    ['04-05-2025', ['2025-05-04', '2025-04-05']],
    ['30 February 2025', undefined],
    ['31/31/2025', undefined],
    ['613-555-0199', undefined],
    ['may 2025', undefined],
    ['S304567890', undefined],
  ])('%s', (text, readings) => {
    expect(findDates(wordsOf(documentFromText(text)), calendar)[0]?.readings).toEqual(readings);
  });
});

const body =
  '\n\nDear Ms. Example,\n\nYour visitor visa application of 2 January 2025 is refused. Your passport expires on 9 September 2026.';

describe('the date of the letter', () => {
  test.each([
    ['behind its label', `Immigration, Refugees and Citizenship Canada\nDate: March 12, 2025${body}`, '2025-03-12'],
    ['on a line of its own', `Immigration, Refugees and Citizenship Canada\n12 March 2025${body}`, '2025-03-12'],
    ['behind the place', `Citizenship and Immigration Canada\nOttawa, le 1er mars 2025${body}`, '2025-03-01'],
    ['in the next cell of a table', `IRCC Canada\nDate:\n2025-03-12${body}`, '2025-03-12'],
    ['not the date of birth', `IRCC Canada\nDate of birth: 1990-05-06\nDate: 2025-03-12${body}`, '2025-03-12'],
    [
      'not the day the application came',
      `IRCC Canada\nDate received: 2025-01-02\nDate: 2025-03-12${body}`,
      '2025-03-12',
    ],
    ['not a date of the story', `Immigration, Refugees and Citizenship Canada${body}`, undefined],
    ['not the date of the form', `IMM 5621 (07-2015) E\nDate: 2015-09-14${body}`, '2015-09-14'],
  ])('%s', (_, text, issued) => {
    expect(extractLetter(documentFromText(text), packs).issued?.value).toBe(issued);
  });

  test('is never guessed when it reads two ways', () => {
    const letter = extractLetter(documentFromText(`IRCC Canada\nDate: 04/05/2025${body}`), packs);
    expect(letter.issued).toBeUndefined();
    expect(letter.issuedReadings?.map((reading) => reading.value)).toEqual(['2025-05-04', '2025-04-05']);
    expect(letter.notes.map((note) => note.code)).toContain('date-ambiguous');
  });

  test('is missed when there is none, and noticed when it has not come yet', () => {
    const codes = (text: string, today?: string) =>
      extractLetter(documentFromText(text), packs, today).notes.map((note) => note.code);
    expect(codes(`IRCC Canada${body}`)).toContain('date-missing');
    expect(codes(`IRCC Canada\nDate: 2027-03-12${body}`, '2026-11-25')).toContain('date-in-future');
    expect(codes(`IRCC Canada\nDate: 2026-11-25${body}`, '2026-11-25')).not.toContain('date-in-future');
    expect(codes(`IRCC Canada\nDate: 2027-03-12${body}`)).not.toContain('date-in-future');
  });

  test('carries the words it rests on', () => {
    const letter = extractLetter(documentFromText(`IRCC Canada\nDate: March 12, 2025${body}`), packs);
    expect(letter.issued?.evidence.quote).toBe('March 12, 2025');
  });
});
