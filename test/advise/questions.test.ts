import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/model/advice.ts';
import { adviceFor, type Case, pack } from './advice-case.ts';

const extension = { kind: 'study-extension-refusal', application: 'study-extension', issued: '2026-03-01' };
const visa = { kind: 'visitor-visa-refusal', application: 'visitor', issued: '2026-03-01' };

const asked = (given: Case): readonly string[] => adviceFor(given).questions.map(({ id }) => id);

/** What a person sees of the routes. */
const seen = (given: Case): string =>
  JSON.stringify(
    adviceFor(given).routes.map(({ id, state, deadline, earliest }) => [
      id,
      state,
      deadline?.on,
      deadline?.ifNot?.on,
      earliest?.on,
    ]),
  );

/** For each question a case that asks it, and answers that may be given. */
const cases: Readonly<Record<string, { readonly given: Case; readonly answers: readonly Answers[] }>> = {
  'letter-date': {
    given: { kind: visa.kind, application: visa.application },
    answers: [{ issued: '2026-03-02' }, { issued: '2026-01-02' }],
  },
  notified: { given: visa, answers: [{ notified: '2026-03-05' }, { notified: '2026-03-11' }] },
  whereabouts: { given: visa, answers: [{ whereabouts: 'inside' }, { whereabouts: 'outside' }] },
  decided: { given: visa, answers: [{ decided: 'inside' }, { decided: 'outside' }] },
  'status-expires': {
    given: { ...extension, answers: { appliedBeforeExpiry: false } },
    answers: [{ statusExpires: '2026-02-01' }, { statusExpires: '2025-02-01' }],
  },
  'applied-before-expiry': {
    given: extension,
    answers: [{ appliedBeforeExpiry: true }, { appliedBeforeExpiry: false }],
  },
  'worked-since': {
    given: { ...extension, answers: { appliedBeforeExpiry: true } },
    answers: [{ workedOrStudiedSince: true }, { workedOrStudiedSince: false }],
  },
  'removal-order': {
    given: { ...extension, answers: { appliedBeforeExpiry: true } },
    answers: [{ removalOrder: true }, { removalOrder: false }],
  },
  'breach-ended': {
    given: {
      kind: 'work-permit-refusal',
      application: 'work',
      issued: '2026-03-01',
      grounds: [{ id: 'unauthorized-work-r200', class: 'bar-until-date' }],
    },
    answers: [{ breachEnded: '2026-01-15' }, { breachEnded: '2025-12-01' }],
  },
};

describe('a question is asked only when its answer changes something', () => {
  test('there is a case for every question of the pack', () => {
    expect(Object.keys(cases).toSorted()).toEqual(pack.questions.questions.map(({ id }) => id).toSorted());
  });

  test.each(Object.entries(cases))(
    '%s is asked, an answer changes the routes, and then it is not asked again',
    (id, { given, answers }) => {
      expect(asked(given)).toContain(id);
      const answered = answers.map((answer) => ({ ...given, answers: { ...given.answers, ...answer } }));
      expect(answered.some((one) => seen(one) !== seen(given))).toBe(true);
      // Two answers lead to two different advices: else there would be nothing to ask.
      expect(new Set(answered.map(seen)).size).toBeGreaterThan(1);
      for (const one of answered) expect(asked(one)).not.toContain(id);
    },
  );

  test('when all is told nothing is asked', () => {
    expect(asked({ ...visa, answers: { notified: '2026-03-02', whereabouts: 'outside', decided: 'outside' } })).toEqual(
      [],
    );
  });

  test('where the decision was made is not asked of a person in the country', () => {
    expect(asked({ ...visa, answers: { whereabouts: 'inside' } })).not.toContain('decided');
  });

  test('a removal order is asked about only when the person is surely in the country', () => {
    expect(asked(visa)).not.toContain('removal-order');
  });

  test('when a breach stopped is asked only where the letter or the person speaks of one', () => {
    expect(asked(extension)).not.toContain('breach-ended');
    expect(asked({ ...extension, answers: { workedOrStudiedSince: true } })).toContain('breach-ended');
  });

  test('the day of being told is not asked when the letter is of today', () => {
    expect(asked({ ...visa, issued: '2026-03-11' })).not.toContain('notified');
  });

  test('nothing is asked about an appeal that is closed', () => {
    for (const { changes } of adviceFor(visa).questions) expect(changes).not.toContain('ca.iad-appeal');
  });

  test('an ambiguous date is asked as a choice of its readings, in words', () => {
    const [question] = adviceFor({ kind: visa.kind, issuedReadings: ['2026-02-03', '2026-03-02'] }).questions;
    expect(question).toMatchObject({
      id: 'letter-date',
      answer: {
        type: 'choice',
        options: [
          { value: '2026-02-03', label: { en: 'Tuesday, February 3, 2026', fr: 'mardi 3 février 2026' } },
          { value: '2026-03-02', label: { en: 'Monday, March 2, 2026', fr: 'lundi 2 mars 2026' } },
        ],
      },
    });
  });

  test('the options of a choice are values that an answer may have', () => {
    const options = pack.questions.questions.flatMap((question) => question.options.map(({ value }) => value));
    expect([...new Set(options)].toSorted()).toEqual(['inside', 'outside']);
  });
});
