import { describe, expect, test } from 'vitest';
import { adviceFor, type CaseGround } from './advice-case.ts';

const purpose: CaseGround = { id: 'purpose-of-visit', documents: ['itinerary'], optional: ['letter-of-explanation'] };
const money: CaseGround = {
  id: 'assets-financial-situation',
  class: 'evidence-gap',
  documents: ['bank-statements', 'letter-of-explanation'],
  optional: ['itinerary'],
};
const passport: CaseGround = { id: 'passport-invalid', class: 'eligibility', documents: ['valid-passport'] };
const stop: CaseGround = {
  id: 'misrepresentation',
  class: 'hard-stop',
  stop: true,
  documents: ['fairness-letter-and-reply'],
  routes: ['judicial-review'],
};

const documents = (...grounds: readonly CaseGround[]): readonly string[] =>
  adviceFor({ issued: '2026-03-01', grounds }).checklist.map((item) => item.document);

describe('one checklist across all grounds', () => {
  test('each document stands once and says which grounds it answers', () => {
    const { checklist } = adviceFor({ issued: '2026-03-01', grounds: [purpose, money] });
    expect(checklist.map((item) => item.document).toSorted()).toEqual([
      'bank-statements',
      'itinerary',
      'letter-of-explanation',
    ]);
    expect(checklist.find((item) => item.document === 'itinerary')).toMatchObject({
      for: ['ca.purpose-of-visit', 'ca.assets-financial-situation'],
      required: true,
      decides: 'answers',
    });
  });

  test('what nothing can be decided without comes first, what helps comes last', () => {
    const order = documents({ ...purpose, optional: ['event-proof'] }, money, passport);
    expect(order[0]).toBe('valid-passport');
    expect(order.at(-1)).toBe('event-proof');
  });

  test('of two that weigh the same, a stated ground comes before a likely one', () => {
    expect(documents({ ...money, strength: 'likely', optional: [] }, { ...purpose, optional: [] })[0]).toBe(
      'itinerary',
    );
  });

  test('a document says what it must show, how to get it, its mistakes and what is different for some', () => {
    const [item] = adviceFor({
      issued: '2026-03-01',
      application: 'study',
      grounds: [{ ...money, documents: ['funds-table'], optional: [] }],
    }).checklist;
    expect(item?.mustShow?.en).toContain('covers the whole stay');
    expect(item?.mistakes.length).toBeGreaterThan(0);
    expect(item?.situations.map(({ when }) => when.en)).toEqual([
      'If you are a student',
      'If somebody else pays',
      'If you are in Canada now',
    ]);
  });

  test('what is for other applications is left out', () => {
    const item = (application: string) =>
      adviceFor({
        issued: '2026-03-01',
        application,
        grounds: [{ ...money, documents: ['funds-table'], optional: [] }],
      }).checklist[0];
    expect(item('visitor')?.situations.map(({ when }) => when.en)).not.toContain('If you are a student');
    expect(item('study')?.situations.map(({ when }) => when.en)).toContain('If you are a student');
    expect(item('visitor')?.figures).toEqual([]);
    expect(item('study')?.figures.map(({ id }) => id)).toEqual(['study-living-cost']);
  });

  test('what is for people in the country is left out for those abroad', () => {
    const said = (whereabouts: 'inside' | 'outside') =>
      adviceFor({
        issued: '2026-03-01',
        grounds: [{ ...money, documents: ['itinerary'], optional: [] }],
        answers: { whereabouts },
      }).checklist[0]?.situations.map(({ when }) => when.en);
    expect(said('inside')).toContain('If you are in Canada now');
    expect(said('outside')).not.toContain('If you are in Canada now');
  });

  test('what is for minors is left out for an adult and stays while it is not known', () => {
    const count = (minor: boolean | undefined) =>
      adviceFor({
        issued: '2026-03-01',
        grounds: [{ id: 'minor-custodian', class: 'evidence-gap', documents: ['custody-or-consent'] }],
        answers: minor === undefined ? {} : { minor },
      }).checklist[0]?.situations.filter(({ when }) => when.en === 'If the applicant is a minor').length;
    expect([count(true), count(undefined), count(false)]).toEqual([1, 1, 0]);
  });
});

describe('a document that was in the refused application', () => {
  test('is marked, with how it must be stronger', () => {
    const advice = adviceFor({
      issued: '2026-03-01',
      grounds: [money],
      answers: { submitted: ['bank-statements', 'itinerary'] },
    });
    const said = new Map(advice.checklist.map((item) => [item.document, item.submitted?.en]));
    expect(said.get('bank-statements')).toContain('Newer months, all accounts');
    expect(said.get('itinerary')).toContain('Shorter, dated');
    expect(said.get('letter-of-explanation')).toBeUndefined();
    expect(advice.remedies[0]?.documents.map(({ id, submitted }) => [id, submitted])).toEqual([
      ['bank-statements', true],
      ['letter-of-explanation', undefined],
      ['itinerary', true],
    ]);
  });

  test('has the general words where the catalogue has none of its own', () => {
    const advice = adviceFor({ issued: '2026-03-01', grounds: [passport], answers: { submitted: ['valid-passport'] } });
    expect(advice.checklist[0]?.submitted?.fr).toContain('Il était dans la demande refusée');
  });
});

describe('a ground that a representative must see first', () => {
  test('holds the whole checklist back and says why', () => {
    const advice = adviceFor({ issued: '2026-03-01', grounds: [stop, money] });
    expect(advice.checklist).toEqual([]);
    expect(advice.held?.en).toContain('We do not list documents here, on purpose.');
    expect(advice.notes.map(({ code }) => code)).toContain('checklist-held');
    for (const remedy of advice.remedies) expect(remedy).toMatchObject({ documents: [], held: advice.held });
  });

  test.each([
    ['truthfulness-a16', { id: 'truthfulness-a16', class: 'credibility', stop: true }],
    ['document-authenticity', { id: 'document-authenticity', class: 'credibility', stop: true }],
    ['serious-criminality, by its class alone', { id: 'serious-criminality', class: 'hard-stop' }],
  ] as const)('%s', (_, ground) => {
    expect(adviceFor({ issued: '2026-03-01', grounds: [ground, money] }).checklist).toEqual([]);
  });

  test('a citation alone holds it back, a mere likeness does not', () => {
    const sighted = (clue: 'citation' | 'similar') =>
      adviceFor({ issued: '2026-03-01', grounds: [{ ...stop, strength: 'possible', clue }, money] });
    expect(sighted('citation').checklist).toEqual([]);
    expect(sighted('similar').checklist.length).toBeGreaterThan(0);
  });
});

describe('remedies', () => {
  test('a ground that no document answers gives its reason', () => {
    const [remedy] = adviceFor({
      issued: '2026-03-01',
      grounds: [{ id: 'requirements-not-met-generic', class: 'generic' }],
    }).remedies;
    expect(remedy).toMatchObject({ documents: [], held: { en: 'summary requirements-not-met-generic' } });
  });

  test('three reasons that each stand alone are said to stand alone', () => {
    const grounds = [purpose, money, { id: 'travel-history', documents: ['old-passports'] }];
    const notes = adviceFor({ issued: '2026-03-01', grounds }).notes.filter(({ code }) => code === 'grounds-together');
    expect(notes.map(({ detail }) => detail.en)).toEqual([
      expect.stringContaining('each of them can refuse the next application again'),
    ]);
    expect(adviceFor({ issued: '2026-03-01', grounds: [purpose, money] }).notes).toEqual([]);
  });

  test('the two money tests are told apart', () => {
    const grounds = [money, { id: 'study-funds-r220', class: 'eligibility' as const, documents: ['gic-certificate'] }];
    const notes = adviceFor({
      issued: '2026-03-01',
      application: 'study',
      kind: 'study-permit-refusal',
      grounds,
    }).notes;
    expect(notes.some(({ detail }) => detail.en.startsWith('Money comes up twice'))).toBe(true);
  });
});
