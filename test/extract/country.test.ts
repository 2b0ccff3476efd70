import { describe, expect, test } from 'vitest';
import { extractLetter } from '../../src/extract/extract-letter.ts';
import { documentFromText } from './document-from-text.ts';
import { packs } from './packs.ts';

const read = (text: string) => {
  const letter = extractLetter(documentFromText(text), packs);
  return {
    country: letter.country,
    notes: letter.notes.map((note) => note.code).filter((code) => code.startsWith('country')),
  };
};

describe('the country that a letter comes from', () => {
  test.each([
    ['ca', 'Your application for a study permit is refused under the IRPR.'],
    ['ca', 'Not satisfied PA would leave. Refused R179(b).'],
    ['ca', 'Votre demande de permis d’études est refusée en vertu du RIPR.'],
    ['ca', 'PA travelled to the UK, Australia and the Schengen area in 2019. TRV refused.'],
    [
      'ca',
      'You have a brother in New Zealand and a sister in the United States. Your visitor visa for Canada is refused.',
    ],
  ])('is recognised as one that has a pack: %s', (country, text) => {
    expect(read(text)).toEqual({ country, notes: [] });
  });

  test.each([
    [
      'uk',
      'UK Visas and Immigration\n\nDear Ms Example\n\nYour application for entry clearance is refused under paragraph V 4.2(a) of the Immigration Rules.',
    ],
    [
      'us',
      'You have been found ineligible for a nonimmigrant visa under section 214(b) of the Immigration and Nationality Act.',
    ],
    ['au', 'Department of Home Affairs\n\nClause 500.212 is not met. The subclass 500 visa is refused.'],
    ['nz', 'Immigration New Zealand\n\nWe have declined your application for a visitor visa.'],
    ['ie', 'Irish Visa Office\n\nYour Irish visa application is refused: you may not leave the State.'],
    [
      'schengen',
      '☒ there are reasonable doubts as to your intention to leave the territory of the Member States before the expiry of the visa',
    ],
    [
      'schengen',
      'Il existe des doutes raisonnables quant à votre volonté de quitter le territoire des États membres avant l’expiration du visa.',
    ],
    ['schengen', 'Your hotel was cancelled and you have no place to stay in Vienna, and the visa is refused.'],
  ])('%s is not covered, and no ground of another country may be matched: %s', (country, text) => {
    expect(read(text)).toEqual({ country, notes: ['country-not-covered'] });
  });

  test('is assumed, and said so, where nothing tells', () => {
    expect(read('Your parents are willing to support you but their balance would not cover the first year.')).toEqual({
      country: 'ca',
      notes: ['country-assumed'],
    });
  });
});

describe('the language of a letter', () => {
  test.each([
    [
      'en',
      'Immigration, Réfugiés et Citoyenneté Canada\nCentre de traitement des demandes\n\nDear Ms. Example,\n\nYour application for a visa is refused because the funds that you have are not enough.',
    ],
    [
      'fr',
      'Immigration, Refugees and Citizenship Canada\nCase Processing Centre\n\nMadame,\n\nVotre demande de visa est refusée parce que vos fonds ne suffisent pas pour le séjour.',
    ],
    ['fr', 'Moyenne faible. Solde insuffisant. Refus.'],
    ['en', 'Low balance. Weak ties. Refused.'],
  ])('is that of its body (%s)', (language, text) => {
    expect(extractLetter(documentFromText(text), packs).language).toBe(language);
  });

  test('each sentence has its own', () => {
    const letter = extractLetter(
      documentFromText(
        'Votre demande de visa est refusée parce que vos fonds ne suffisent pas.\n\nI am not satisfied that the funds are available to you.',
      ),
      packs,
    );
    expect(letter.sentences.map((sentence) => sentence.language)).toEqual(['fr', 'en']);
  });
});

describe('the data of this stage holds together', () => {
  test('every phrase of every country can be read, and every id that is named exists', () => {
    for (const { kinds, zones } of packs.packs.values()) {
      const applications = kinds.applications.map((each) => each.id);
      for (const each of kinds.applications)
        if (each.insideCountry !== undefined) expect(applications).toContain(each.insideCountry);
      const consequences = zones.consequences.map((each) => each.id);
      for (const id of kinds.insideCountry) expect(consequences).toContain(id);
      const ids = [...zones.rules, ...zones.headings].map((each) => each.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

test('two decisions in one file are noticed', () => {
  const one = (number: string, name: string) =>
    `Immigration, Refugees and Citizenship Canada\nDate: 12 March 2025\nApplication no.: ${number}\n\nDear ${name},\n\nYour application for a visa is refused because your funds are too low.`;
  const codes = extractLetter(
    documentFromText(`${one('V300000001', 'Ms. One')}\f${one('V300000002', 'Mr. Two')}`),
    packs,
  ).notes.map((note) => note.code);
  expect(codes).toContain('several-decisions');
  expect(
    extractLetter(documentFromText(one('V300000001', 'Ms. One')), packs).notes.map((note) => note.code),
  ).not.toContain('several-decisions');
});
