import { describe, expect, test } from 'vitest';
import { type Document, wordsOf } from '../../../src/model/document.ts';
import { readPlainText } from '../../../src/read/read-plain-text.ts';
import { findPersonal } from '../../../src/report/redact/find-personal.ts';
import { maskText } from '../../../src/report/redact/mask-text.ts';

function documentOf(text: string): Document {
  return { name: 'letter.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', ...readPlainText(Buffer.from(text)) };
}

function maskedIn(text: string, numbers: readonly string[] = []): readonly string[] {
  const document = documentOf(text);
  const { words } = findPersonal(document, { numbers, names: new Set() });
  return wordsOf(document)
    .filter(({ at }) => words.has(at))
    .map((word) => word.text);
}

describe('one line at a time', () => {
  test.each([
    ['Dear Adaeze Nwankwo-Eze,', ['Adaeze', 'Nwankwo-Eze,']],
    ['Dear Mr. Chinedu B. Okafor:', ['Chinedu', 'B.', 'Okafor:']],
    ['Dear Sir/Madam: Thank you for your interest', []],
    ['Madame, Monsieur, La présente fait suite', []],
    ['Bonjour Fatoumata Doucouré,', ['Fatoumata', 'Doucouré,']],
    ['Chère Mme Maria de Souza,', ['Maria', 'Souza,']],
    ['Dear Li, Thank you for applying.', ['Li,']],
    ['Name: OKAFOR, Chinedu', ['OKAFOR,', 'Chinedu']],
    ['Nom : Nguyen Thi Mai', ['Nguyen', 'Thi', 'Mai']],
    ['Date of birth: March 12, 1995', ['March', '12,', '1995']],
    ['DOB 1995-03-12 and on 2024-01-22 you applied', ['1995-03-12']],
    ['née le 1er mars 1995 à Lagos', ['1er', 'mars', '1995']],
    ['UCI: 11-2233-4409', ['11-2233-4409']],
    ['UCI: 1122-3301', ['1122-3301']],
    ['Application no.: S300000109', ['S300000109']],
    ['Passport number AB1234567 was issued', ['AB1234567']],
    ['passeport no B 123456', ['123456']],
    ['write to ada.eze@example.org today', ['ada.eze@example.org']],
    ['Tel: +1 (613) 555-0123', ['+1', '(613)', '555-0123']],
    ['call 613-555-0123 now', ['613-555-0123']],
    ['450, avenue Dalhousie', ['450,', 'avenue', 'Dalhousie']],
    ['Québec (Québec) G1K 8W1', ['G1K', '8W1']],
    ['P.O. Box 1234', ['P.O.', 'Box', '1234']],
  ])('%s', (line, expected) => {
    expect(maskedIn(line)).toEqual(expected);
  });
});

describe('what tells nothing of a person stays', () => {
  test.each([
    'as required by paragraph R216(1)(b) of the IRPR (https://laws.justice.gc.ca/eng/regulations/SOR-2002-227/section-216.html)',
    'I am refusing your application on the following grounds:',
    'You have 15 days, or until 2024-02-06, to apply to the Federal Court.',
    'a balance of $10,000 or 12 345,67 $',
    'The purpose of your visit to Canada is not consistent with a temporary stay.',
    'Votre demande a été reçue le 16 janvier 2025, soit plus de 180 jours après cette date.',
    'IMM 5621 (07-2015) E',
    'Officer DW20416',
  ])('%s', (line) => {
    expect(maskedIn(line)).toEqual([]);
  });
});

const letter = `Case Processing Centre – Edmonton                Date: January 22, 2024
                                                 Application no.: S300000109
Adaeze Nwankwo-Eze                               UCI: 11-2233-4409
15 Zik Close, Independence Layout
Enugu, Nigeria

Dear Adaeze Nwankwo-Eze,

Thank you for your interest in studying in Canada. Date of birth: 12 March 1995.
I note that Ms. Nwankwo-Eze has a brother, and that ADAEZE was born on March 12, 1995.
Her file S 300000109 and number 11 2233 4409 (ll-2233-44O9 in the scan) were checked.
NWANKWO-EZE's balance is low. You do not have significant family ties outside Canada.
`;

test('what is known from one place is masked everywhere, however it is written', () => {
  const document = documentOf(letter);
  const { words } = findPersonal(document, { numbers: ['S300000109', '11-2233-4409'], names: new Set() });
  const text = maskText(document, new Set(words.keys()));
  for (const planted of [
    /adaeze/i,
    /nwankwo/i,
    /zik/i,
    /enugu/i,
    /nigeria/i,
    /300000109/,
    /2233/,
    /44O9/,
    /1995/,
    /march/i,
  ])
    expect(text).not.toMatch(planted);
  expect(text).toContain('Case Processing Centre – Edmonton');
  expect(text).toContain('January 22, 2024');
  expect(text).toContain('You do not have significant family ties outside Canada.');
});

test('masked text keeps its columns and blank lines, and no mask tells how long a word was', () => {
  const document = documentOf('Dear Adaeze Nwankwo,\n\nYou said:   no\n');
  const { words } = findPersonal(document, { numbers: [], names: new Set() });
  expect(maskText(document, new Set(words.keys()))).toBe('Dear █████\n\nYou said:   no\n');
});

test('a name that OCR spelled with one wrong letter is masked as well', () => {
  expect(maskedIn('Dear Adaeze Nwankwo,\nI told Adaeve Nwankwa so.')).toEqual([
    'Adaeze',
    'Nwankwo,',
    'Adaeve',
    'Nwankwa',
  ]);
});

describe('every number, where that is asked for', () => {
  const all = (line: string): readonly string[] => {
    const document = documentOf(line);
    const { words } = findPersonal(document, { numbers: [], names: new Set() }, 'all-numbers');
    return wordsOf(document)
      .filter(({ at }) => words.has(at))
      .map((word) => word.text);
  };

  test.each([
    ['dated January 22, 2024 in Ottawa', ['January', '22,', '2024']],
    ['reçue le 16 janvier 2025, soit tard', ['16', 'janvier', '2025,']],
    ['le 1er mars 2026 au plus tard', ['1er', 'mars', '2026']],
    ['on 2024-02-06 or 06/02/2024', ['2024-02-06', '06/02/2024']],
    ['a balance of $10,000 or 12 345,67 $', ['$10,000', '12', '345,67', '$']],
    ['Officer DW20416', ['DW20416']],
    ['Officer: AB12', ['AB12']],
    ['after 180 days', ['180']],
    ['you may stay', []],
    ['as required by paragraph R216(1)(b) of the IRPR', []],
    ['selon l’alinéa 216(1)b) et l’article 11 de la Loi', []],
    ['under section 72 and A40(1)(a)', []],
    ['form IMM 5621', []],
    ['see (https://laws-lois.justice.gc.ca/eng/regulations/SOR-2002-227/section-216.html)', []],
  ])('%s', (line, expected) => {
    expect(all(line)).toEqual(expected);
  });
});
