import { describe, expect, test } from 'vitest';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import { matchShape } from '../../src/extract/facts/match-shape.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

const letterWith = (head: string, body = '') =>
  extractLetter(
    documentFromText(
      `Immigration, Refugees and Citizenship Canada\n${head}\nDate: 12 March 2025\n\nDear Ms. Example,\n\nYour visitor visa application is refused. You did not show enough funds.\n\n${body}`,
    ),
    packs,
  );

describe('a number in a shape', () => {
  test.each([
    ['S304567890', 'S999999999', false, 'S304567890'],
    ['(S304567890).', 'S999999999', false, 'S304567890'],
    ['5304567890', 'S999999999', true, 'S304567890'],
    ['S3O4567B90', 'S999999999', true, 'S304567890'],
    ['S3O4567B90', 'S999999999', false, undefined],
    ['S30456789', 'S999999999', false, undefined],
    ['12-3456-7890', '99-9999-9999', false, '12-3456-7890'],
    ['12–3456–7890', '99-9999-9999', false, '12-3456-7890'],
    ['1234567890', '99-9999-9999', false, undefined],
  ])('%s as %s', (text, shape, tolerant, value) => {
    expect(matchShape(text, shape, tolerant)).toBe(value);
  });
});

describe('the numbers on a letter', () => {
  test.each([
    ['Application no.: S304567890\nUCI: 11-2233-4455', 'S304567890', '11-2233-4455'],
    ['Application number: V304567890 UCI: 1122334455', 'V304567890', '1122334455'],
    ['File number:\nW304567890\nUCI:\n1234-5678', 'W304567890', '1234-5678'],
    ['N° de demande / Application no.: E304567890', 'E304567890', undefined],
    ['Client ID / ID client : 1234-5678', undefined, '1234-5678'],
    ['Telephone: 613-555-0199\nFax 6135550188', undefined, undefined],
    ['Tel. 6135550199 UCI 11-2233-4455', undefined, '11-2233-4455'],
    ['Refer to W304567890', 'W304567890', undefined],
  ])('%s', (head, reference, clientId) => {
    const letter = letterWith(head);
    expect({ reference: letter.reference?.value, clientId: letter.clientId?.value }).toEqual({ reference, clientId });
  });

  test('a number says what was applied for where the letter does not', () => {
    const text =
      'Immigration, Refugees and Citizenship Canada\nApplication no.: S304567890\nDate: 12 March 2025\n\nDear Ms. Example,\n\nYour application is refused.';
    expect(extractLetter(documentFromText(text), packs).application).toBe('study');
  });
});

describe('the office', () => {
  test.each([
    [
      'Visa Section, High Commission of Canada, New Delhi',
      'Visa Section, High Commission of Canada, New Delhi',
      'outside',
    ],
    ['Case Processing Centre - Edmonton', 'Case Processing Centre - Edmonton', 'inside'],
    ['Centre de traitement des demandes – Ottawa', 'Centre de traitement des demandes – Ottawa', 'inside'],
    ['Ambassade du Canada', 'Ambassade du Canada', 'outside'],
    ['1 Example Street', undefined, undefined],
  ])('%s', (head, office, where) => {
    const letter = letterWith(head);
    expect({ office: letter.office?.value, where: letter.decidedWhere?.value }).toEqual({ office, where });
  });

  test('named in the story decides nothing', () => {
    expect(letterWith('', 'Your spouse was seen at the Embassy of Canada in Ankara.').decidedWhere).toBeUndefined();
  });
});

describe('deadlines that the letter prints', () => {
  test.each([
    [
      'You may ask the Federal Court for leave for judicial review within 15 days of this decision.',
      [{ days: 15, about: 'judicial-review' }],
    ],
    ['You have ninety (90) days in which to ask for your status to be restored.', [{ days: 90, about: 'restoration' }]],
    ['You must leave Canada no later than 30 June 2025.', [{ on: '2025-06-30', about: 'leave' }]],
    ['Your sponsor may appeal to the Immigration Appeal Division within 30 days.', [{ days: 30, about: 'appeal' }]],
    ['You have seven days to respond to this letter.', [{ days: 7, about: 'response' }]],
    ['The file was open for 30 days and you held the funds for 28 days.', []],
    ['You wrote to us within the 180 days; that is not in dispute.', []],
    [
      'Vous avez quinze jours pour demander le contrôle judiciaire à la Cour fédérale.',
      [{ days: 15, about: 'judicial-review' }],
    ],
    [
      'Vous disposez de quatre-vingt-dix jours pour demander le rétablissement de votre statut.',
      [{ days: 90, about: 'restoration' }],
    ],
  ])('%s', (sentence, values) => {
    const french = /Vous/.test(sentence);
    const text = french
      ? `Citoyenneté et Immigration Canada\nDate : 12 mars 2025\n\nMadame,\n\nVotre demande de visa est refusée pour les motifs que nous vous avons déjà exposés.\n\n${sentence}`
      : `Citizenship and Immigration Canada\nDate: 12 March 2025\n\nDear Ms. Example,\n\nYour application for a visa is refused for the reasons that we gave you.\n\n${sentence}`;
    expect(extractLetter(documentFromText(text), packs).printedDeadlines.map((deadline) => deadline.value)).toEqual(
      values,
    );
  });
});

describe('status lines change the way forward and are no reasons', () => {
  test.each([
    [
      'You are a person in Canada without temporary resident status who is not eligible for restoration under Section 182 of the Immigration and Refugee Protection Regulations.',
      ['no-status', 'not-eligible-restoration'],
    ],
    [
      'You are a person in Canada without legal status and as such are required to leave Canada immediately.',
      ['no-status', 'must-leave'],
    ],
    ['You may apply for restoration of your status within 90 days.', ['may-restore']],
    ['Your visitor status remains valid until 30 June 2025.', ['valid-until']],
    ['You did not show that you would leave Canada at the end of your stay.', []],
    ['A student must leave Canada at the end of the stay.', []],
  ])('%s', (sentence, ids) => {
    const letter = letterWith('', sentence);
    expect(letter.consequences.map((fact) => fact.value)).toEqual(ids);
    if (ids.length > 0) expect(letter.sentences.at(-1)?.zone).toBe('consequences');
  });

  test('a bar is a consequence that stands in the finding itself', () => {
    const letter = letterWith('', 'You will remain inadmissible to Canada for a period of five years.');
    expect(letter.consequences.map((fact) => fact.value)).toEqual(['five-year-bar']);
  });

  test('an unticked status line is not stated', () => {
    const letter = letterWith(
      '',
      '[ ] You are a person in Canada without temporary resident status who is not eligible for restoration.\n[X] You are a person in Canada without legal status and as such are required to leave Canada immediately.',
    );
    expect(letter.consequences.map((fact) => fact.value)).toEqual(['no-status', 'must-leave']);
  });
});
