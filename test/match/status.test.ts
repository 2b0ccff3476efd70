import { describe, expect, test } from 'vitest';
import { createExplain, preparePacks } from '../../src/analyze.ts';
import { loadPacks } from '../../src/pack/load-packs.ts';

const explain = createExplain(preparePacks(loadPacks('patterns', 'dist/packs.json')));

/** The grounds that count in a text, and those that are set aside. */
function read(text: string): { readonly counts: readonly string[]; readonly aside: readonly string[] } {
  const { found } = explain(text);
  const names = (wanted: boolean) => [
    ...new Set(found.filter((each) => (each.because === undefined) === wanted).map((each) => each.ground)),
  ];
  return { counts: names(true), aside: names(false) };
}

describe('the status of a finding decides, not its words', () => {
  test('not satisfied that the funds are sufficient is a ground', () => {
    expect(read('I am not satisfied that you have sufficient funds for the trip.').counts).toContain(
      'ca.insufficient-funds-visit',
    );
  });

  const noGround: readonly (readonly [string, string])[] = [
    ['a finding in the person’s favour', 'I am satisfied that you have sufficient funds for the trip.'],
    ['a concession', 'While I acknowledge that you have sufficient funds, the visit has no end date that I can see.'],
    ['a rule', 'Applicants must show that they have sufficient funds for their stay.'],
    ['a condition', 'If you do not have sufficient funds, you may be refused.'],
    ['somebody’s claim', 'The applicant argues that the officer erred in finding insufficient funds.'],
    ['an advertisement', 'Insufficient funds, weak ties: contact us for a free consultation.'],
    ['un constat favorable', 'Je suis convaincu que vous disposez de fonds suffisants pour le voyage.'],
    ['une concession', "Bien que vos fonds soient suffisants, le but du séjour n'est pas expliqué."],
  ];
  test.each(noGround)('%s is none', (_name, text) => {
    expect(read(text).counts.filter((id) => /funds|assets/.test(id))).toEqual([]);
  });

  test('the clause is set aside, not the sentence', () => {
    const { counts } = read(
      'Although your travel history is good, I am not satisfied that you have sufficient funds for the trip.',
    );
    expect(counts).toContain('ca.insufficient-funds-visit');
    expect(counts).not.toContain('ca.travel-history');
  });
});

test('a printed sentence suggests no other ground by its own words', () => {
  const { counts, aside } = read(
    'Vos actifs et votre situation financière sont insuffisants pour atteindre le but déclaré de votre voyage.',
  );
  expect([...counts, ...aside]).toEqual(['ca.assets-financial-situation']);
});
