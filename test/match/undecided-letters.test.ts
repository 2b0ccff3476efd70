import { expect, test } from 'vitest';
import { createAnalyze, preparePacks } from '../../src/analyze.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';
import { textDocument } from '../eval/text-document.ts';

const analyze = createAnalyze(preparePacks(loadPacks('patterns', 'dist/packs.json')));
const made = { at: '2026-11-25T00:00:00Z', analyzer: 'test' };
const read = (text: string) => analyze(textDocument('letter.txt', text), { answers: {}, today: '2026-11-25', made });

const head = `Immigration, Refugees and Citizenship Canada
Date: 3 March 2025
Application no.: S300000001

Dear Ms. Example,

This is about your application for a study permit.

`;

test.each([
  ['Your request has been unsuccessful.'],
  ['No study permit can be issued to you.'],
  ['I am not prepared to grant the study permit.'],
  ['The answer to your application is no.'],
  ['I must therefore decline your application.'],
])('a letter refuses when it says: %s', (words) => {
  expect(read(`${head}${words}\n`).letter.outcome).toBe('refused');
});

test.each([
  ['La décision est défavorable.'],
  ["Le permis d'études ne sera pas délivré."],
  ['Je dois donc rejeter votre demande.'],
  ["Votre demande n'a pas été retenue."],
])('une lettre refuse quand elle dit : %s', (words) => {
  const french = `Immigration, Réfugiés et Citoyenneté Canada
Date : 3 mars 2025
Nº de demande : S300000001

Madame,

La présente concerne votre demande de permis d'études.

${words}
`;
  expect(read(french).letter.outcome).toBe('refused');
});

test('where no decision can be read, what the officer finds against the person still counts, but never as stated', () => {
  const { letter, grounds } = read(`${head}You do not have significant family ties outside Canada.\n`);
  expect([letter.outcome, letter.kind]).toEqual(['unknown', 'decision-unclear']);
  expect(grounds.map(({ ground, strength }) => [ground, strength])).toEqual([
    ['ca.family-ties-outside-canada', 'likely'],
  ]);
});

test('a finding behind the law that it rests on is read as a reason', () => {
  const { grounds } = read(`${head}I am refusing your application.

Paragraph 216(1)(b) of the Regulations requires that a student will leave Canada at the end of the stay. You have not shown that you have enough money for your tuition.
`);
  expect(grounds.map((each) => each.ground)).toContain('ca.study-funds-r220');
});

test('a sentence of the reasons that limits or denies is shown where no ground explains it, and plain facts are not', () => {
  const { unrecognised } = read(`${head}I am refusing your application.

You own a bicycle shop in Lyon. The shop has neither a till nor a shelf.
`);
  expect(unrecognised.map(({ evidence }) => evidence.quote)).toEqual(['The shop has neither a till nor a shelf.']);
});
