import { describe, expect, test } from 'vitest';
import { adviceFor, type Case, pack, routeIn } from './advice-case.ts';

type Row = Case & {
  readonly name: string;
  readonly route: string;
  readonly state: 'open' | 'closed' | 'unknown' | 'absent';
};

const extension = { kind: 'study-extension-refusal', application: 'study-extension', issued: '2026-03-01' };
const visa = { kind: 'visitor-visa-refusal', application: 'visitor', issued: '2026-03-01' };
const misrepresentation = {
  id: 'misrepresentation',
  class: 'hard-stop',
  stop: true,
  routes: ['judicial-review', 'trp', 'humanitarian', 'wait', 'representative'],
} as const;
const inTime = { appliedBeforeExpiry: true, workedOrStudiedSince: false, removalOrder: false } as const;

const rows: readonly Row[] = [
  { ...visa, route: 'reapply', name: 'an ordinary visitor refusal', state: 'open' },
  {
    ...visa,
    route: 'reapply',
    name: 'a misrepresentation finding bars it',
    state: 'closed',
    grounds: [misrepresentation],
  },
  {
    ...visa,
    route: 'reapply',
    name: 'untruthful answers need a representative first',
    state: 'unknown',
    grounds: [{ id: 'truthfulness-a16', class: 'credibility', stop: true }],
  },
  {
    ...visa,
    route: 'reapply',
    name: 'a bar that ends on a day',
    state: 'closed',
    grounds: [{ id: 'sponsor-5-year', class: 'bar-until-date', routes: ['wait'] }],
  },
  {
    ...visa,
    route: 'reapply',
    name: 'an enforced removal needs an authorization',
    state: 'closed',
    grounds: [{ id: 'removal-no-arc', class: 'bar-until-fact', routes: ['arc'] }],
  },
  {
    kind: 'eta-refusal',
    application: 'eta',
    issued: '2026-03-01',
    route: 'reapply',
    name: 'asking again for an electronic authorization',
    state: 'closed',
  },
  {
    kind: 'procedural-fairness',
    issued: '2026-03-01',
    grounds: [],
    route: 'reapply',
    name: 'nothing is refused yet',
    state: 'absent',
  },
  { kind: 'approval', issued: '2026-03-01', grounds: [], route: 'reapply', name: 'an approval', state: 'absent' },
  { ...visa, route: 'reapply', name: 'a letter that gives no known reason', state: 'open', grounds: [] },

  {
    ...visa,
    route: 'reconsideration',
    name: 'a procedural ground',
    state: 'open',
    grounds: [{ id: 'documents-not-provided', class: 'procedural' }],
  },
  { ...visa, route: 'reconsideration', name: 'an ordinary refusal, for a clear mistake only', state: 'open' },
  { ...visa, route: 'reconsideration', name: 'a doubt about honesty', state: 'unknown', grounds: [misrepresentation] },
  {
    kind: 'document-request',
    issued: '2026-03-01',
    grounds: [],
    route: 'reconsideration',
    name: 'nothing is refused yet',
    state: 'absent',
  },

  { ...extension, route: 'restoration', name: 'an extension filed in time', state: 'open', answers: inTime },
  {
    ...extension,
    route: 'restoration',
    name: 'filed in time, rest not told: open on condition',
    state: 'open',
    answers: { appliedBeforeExpiry: true },
  },
  {
    ...extension,
    route: 'restoration',
    name: 'work since the end of status',
    state: 'closed',
    answers: { ...inTime, workedOrStudiedSince: true },
  },
  {
    ...extension,
    route: 'restoration',
    name: 'a removal order',
    state: 'closed',
    answers: { ...inTime, removalOrder: true },
  },
  {
    ...extension,
    route: 'restoration',
    name: 'outside the country',
    state: 'closed',
    answers: { ...inTime, whereabouts: 'outside' },
  },
  {
    ...extension,
    route: 'restoration',
    name: 'the letter says not eligible',
    state: 'closed',
    answers: inTime,
    consequences: ['not-eligible-restoration'],
  },
  {
    ...extension,
    route: 'restoration',
    name: 'unauthorized work is the ground',
    state: 'closed',
    answers: inTime,
    grounds: [{ id: 'unauthorized-work-r200', class: 'bar-until-date' }],
  },
  {
    ...extension,
    route: 'restoration',
    name: 'a declaration of the Minister',
    state: 'closed',
    answers: inTime,
    grounds: [{ id: 's22-1-declaration', class: 'bar-until-date' }],
  },
  {
    ...extension,
    route: 'restoration',
    name: 'a student out of compliance',
    state: 'unknown',
    answers: inTime,
    grounds: [{ id: 'not-actively-pursuing', class: 'eligibility' }],
  },
  {
    ...extension,
    route: 'restoration',
    name: 'a stop ground: representative first',
    state: 'unknown',
    answers: inTime,
    grounds: [misrepresentation],
  },
  {
    ...visa,
    route: 'restoration',
    name: 'a visitor visa refused abroad',
    state: 'closed',
    answers: { whereabouts: 'outside' },
  },
  { ...visa, route: 'restoration', name: 'a visitor visa and nobody said where the person is', state: 'absent' },
  {
    kind: 'pgwp-refusal',
    application: 'pgwp',
    issued: '2026-03-01',
    route: 'restoration',
    name: 'a permit after studies and nobody said where',
    state: 'unknown',
  },
  {
    kind: 'express-entry-refusal',
    application: 'express-entry',
    issued: '2026-03-01',
    route: 'restoration',
    name: 'permanent residence',
    state: 'absent',
  },

  {
    ...visa,
    route: 'trp',
    name: 'no way around an ordinary refusal',
    state: 'closed',
    answers: { whereabouts: 'outside' },
  },
  {
    ...visa,
    route: 'trp',
    name: 'a ground that names it',
    state: 'open',
    grounds: [{ id: 'health-excessive-demand', class: 'medical', routes: ['trp'] }],
  },
  { ...extension, route: 'trp', name: 'restoration is over', state: 'open', answers: inTime, today: '2026-08-01' },
  { ...extension, route: 'trp', name: 'restoration is not sure', state: 'unknown' },
  {
    kind: 'trp-refusal',
    application: 'trp',
    issued: '2026-03-01',
    route: 'trp',
    name: 'a refused permit',
    state: 'unknown',
  },
  {
    ...visa,
    route: 'trp',
    name: 'inadmissible: through a representative',
    state: 'unknown',
    grounds: [misrepresentation],
  },

  { ...visa, route: 'judicial-review', name: 'an ordinary refusal', state: 'open' },
  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'judicial-review',
    name: 'an appeal comes first',
    state: 'closed',
  },
  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'judicial-review',
    name: 'the appeal is barred',
    state: 'open',
    grounds: [{ id: 'organized-crime', class: 'hard-stop', stop: true }],
  },
  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'judicial-review',
    name: 'the appeal is not sure',
    state: 'unknown',
    grounds: [misrepresentation],
  },
  {
    kind: 'returned-incomplete',
    issued: '2026-03-01',
    route: 'judicial-review',
    name: 'a return is reviewed in narrow cases only',
    state: 'unknown',
  },
  {
    kind: 'citizenship-refusal',
    application: 'citizenship',
    issued: '2026-03-01',
    route: 'judicial-review',
    name: 'citizenship has its own way',
    state: 'unknown',
  },
  {
    kind: 'withdrawn',
    issued: '2026-03-01',
    grounds: [],
    route: 'judicial-review',
    name: 'a withdrawal',
    state: 'absent',
  },

  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'iad-appeal',
    name: 'a sponsor of family',
    state: 'open',
  },
  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'iad-appeal',
    name: 'barred by a security finding',
    state: 'closed',
    grounds: [{ id: 'security', class: 'hard-stop', stop: true }],
  },
  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'iad-appeal',
    name: 'misrepresentation, for spouse or child only',
    state: 'unknown',
    grounds: [misrepresentation],
  },
  {
    kind: 'sponsorship-refusal',
    application: 'sponsorship',
    issued: '2026-03-01',
    route: 'iad-appeal',
    name: 'a refused sponsorship',
    state: 'unknown',
  },
  {
    kind: 'spouse-in-canada-refusal',
    application: 'spouse-in-canada',
    issued: '2026-03-01',
    route: 'iad-appeal',
    name: 'a spouse in the country',
    state: 'closed',
  },
  { ...visa, route: 'iad-appeal', name: 'temporary stays have no appeal', state: 'closed' },

  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'humanitarian',
    name: 'a ground that names it',
    state: 'open',
    grounds: [{ id: 'excluded-not-examined', class: 'eligibility', routes: ['humanitarian'] }],
  },
  {
    kind: 'family-refusal',
    application: 'family',
    issued: '2026-03-01',
    route: 'humanitarian',
    name: 'security closes it',
    state: 'closed',
    grounds: [{ id: 'security', class: 'hard-stop', routes: ['humanitarian'] }],
  },
  {
    kind: 'express-entry-refusal',
    application: 'express-entry',
    issued: '2026-03-01',
    route: 'humanitarian',
    name: 'not for Express Entry',
    state: 'closed',
    grounds: [{ id: 'ee-a11-2', class: 'eligibility', routes: ['humanitarian'] }],
  },
  {
    kind: 'humanitarian-refusal',
    application: 'humanitarian',
    issued: '2026-03-01',
    route: 'humanitarian',
    name: 'a refused request',
    state: 'unknown',
  },
  { ...visa, route: 'humanitarian', name: 'does not fit an ordinary refusal', state: 'closed' },

  {
    ...visa,
    route: 'arc',
    name: 'a removal was carried out',
    state: 'open',
    grounds: [{ id: 'removal-no-arc', class: 'bar-until-fact', routes: ['arc'] }],
  },
  {
    kind: 'arc-refusal',
    application: 'arc',
    issued: '2026-03-01',
    route: 'arc',
    name: 'a refused authorization',
    state: 'unknown',
  },
  { ...visa, route: 'arc', name: 'no removal is known', state: 'absent' },
  {
    ...extension,
    route: 'arc',
    name: 'the person tells of a removal order',
    state: 'unknown',
    answers: { removalOrder: true },
  },

  {
    ...visa,
    route: 'wait',
    name: 'a finding made abroad',
    state: 'open',
    grounds: [misrepresentation],
    answers: { whereabouts: 'outside' },
  },
  {
    ...visa,
    route: 'wait',
    name: 'a finding against a person in the country',
    state: 'unknown',
    grounds: [misrepresentation],
    answers: { whereabouts: 'inside' },
  },
  {
    ...extension,
    route: 'wait',
    name: 'six months after unauthorized work',
    state: 'open',
    grounds: [{ id: 'unauthorized-work-r200', class: 'bar-until-date', routes: ['wait'] }],
  },
  {
    ...extension,
    route: 'wait',
    name: 'the person tells of work since',
    state: 'open',
    answers: { workedOrStudiedSince: true },
  },
  { ...visa, route: 'wait', name: 'nothing to wait for', state: 'absent' },

  {
    kind: 'eta-refusal',
    application: 'eta',
    issued: '2026-03-01',
    route: 'change-category',
    name: 'a visitor visa in its place',
    state: 'open',
  },
  {
    ...visa,
    route: 'change-category',
    name: 'a ground that names it',
    state: 'open',
    grounds: [{ id: 'employer-ineligible', class: 'bar-until-fact', routes: ['change-category'] }],
  },
  { ...visa, route: 'change-category', name: 'a stop ground', state: 'unknown', grounds: [misrepresentation] },
  { ...visa, route: 'change-category', name: 'nothing points to it', state: 'absent' },

  {
    kind: 'returned-incomplete',
    issued: '2026-03-01',
    route: 'complete',
    name: 'a returned application',
    state: 'open',
  },
  {
    kind: 'returned-instruction',
    issued: '2026-03-01',
    route: 'complete',
    name: 'kept out by an instruction',
    state: 'open',
  },
  {
    ...visa,
    route: 'complete',
    name: 'a missing piece',
    state: 'open',
    grounds: [{ id: 'pal-missing', class: 'procedural', routes: ['complete'] }],
  },
  { ...visa, route: 'complete', name: 'an ordinary refusal', state: 'absent' },

  {
    kind: 'procedural-fairness',
    issued: '2026-03-01',
    grounds: [],
    route: 'fairness-response',
    name: 'a fairness letter',
    state: 'open',
  },
  {
    kind: 'document-request',
    issued: '2026-03-01',
    grounds: [],
    route: 'fairness-response',
    name: 'a request for documents',
    state: 'open',
  },
  { ...visa, route: 'fairness-response', name: 'a refusal', state: 'absent' },

  { ...visa, route: 'representative', name: 'an ordinary refusal', state: 'open' },
  {
    kind: 'approval',
    issued: '2026-03-01',
    grounds: [],
    route: 'representative',
    name: 'an approval',
    state: 'absent',
  },

  { ...extension, route: 'leave', name: 'restoration is over', state: 'open', answers: inTime, today: '2026-08-01' },
  { ...extension, route: 'leave', name: 'restoration is open', state: 'closed', answers: inTime },
  { ...extension, route: 'leave', name: 'restoration is not sure', state: 'unknown' },
  {
    ...extension,
    route: 'leave',
    name: 'status still runs',
    state: 'absent',
    answers: { statusExpires: '2026-12-31' },
  },
  { ...extension, route: 'leave', name: 'a removal order', state: 'open', answers: { removalOrder: true } },
  { ...visa, route: 'leave', name: 'outside the country', state: 'absent', answers: { whereabouts: 'outside' } },
];

describe('each route is open, closed, unsure or absent as the law has it', () => {
  test.each(rows)('$route: $name', ({ route, state, ...given }) => {
    expect(routeIn(adviceFor(given), route)?.state ?? 'absent').toBe(state);
  });

  test('the table holds every route of the pack', () => {
    expect([...new Set(rows.map(({ route }) => route))].toSorted()).toEqual(
      pack.routes.routes.map(({ id }) => id).toSorted(),
    );
  });
});

describe('what a report says of routes', () => {
  const ids = (given: Case): readonly string[] => adviceFor(given).routes.map(({ id }) => id.slice(3));

  test('a refusal abroad begins with applying again, then the Court', () => {
    expect(ids(visa).slice(0, 3)).toEqual(['reapply', 'judicial-review', 'reconsideration']);
  });

  test('a refused extension begins with restoration', () => {
    expect(ids({ ...extension, answers: inTime })[0]).toBe('restoration');
  });

  test('family begins with the appeal', () => {
    expect(ids({ kind: 'family-refusal', application: 'family', issued: '2026-03-01' })[0]).toBe('iad-appeal');
  });

  test('a stop ground puts the representative first and the Court next', () => {
    expect(ids({ ...visa, grounds: [misrepresentation] }).slice(0, 2)).toEqual(['representative', 'judicial-review']);
  });

  test('closed routes come last', () => {
    const states = adviceFor({ ...visa, answers: { whereabouts: 'outside' } }).routes.map(({ state }) => state);
    expect(states.lastIndexOf('open')).toBeLessThan(states.indexOf('closed'));
  });

  test.each(['approval', 'acknowledgement', 'withdrawn'])('%s: nothing is advised and nothing is asked', (kind) => {
    const advice = adviceFor({ kind, grounds: [] });
    expect(advice).toMatchObject({ routes: [], questions: [], checklist: [], remedies: [], notes: [] });
  });

  test('pasted notes with a ground are read as a refusal, without one they are not', () => {
    expect(ids({ kind: 'officer-notes' })).toContain('reapply');
    expect(ids({ kind: 'officer-notes', grounds: [] })).toEqual([]);
  });

  test('every text of a shown route is there in both languages, with nothing left to fill in', () => {
    for (const row of rows) {
      const { route: _, state: __, ...given } = row;
      for (const route of adviceFor(given).routes) {
        for (const text of [route.why, route.title, route.newEvidence, route.whoMayAct, route.doesNotStop]) {
          expect(text.en.length).toBeGreaterThan(0);
          expect(text.fr).not.toBe(text.en);
          expect(`${text.en}${text.fr}`).not.toMatch(/[{}]/);
        }
      }
    }
  });

  test('the fee of restoration follows the application, with its date, source and check', () => {
    const fee = (application: string, today: string) =>
      routeIn(adviceFor({ ...extension, application, answers: inTime, today }), 'restoration')?.fee;
    expect(fee('study-extension', '2026-03-02')).toMatchObject({
      amount: 396.25,
      currency: 'CAD',
      since: '2025-12-01',
      check: false,
    });
    expect(fee('work-extension', '2026-03-02')?.amount).toBe(401.25);
    expect(fee('visitor-extension', '2026-03-02')?.amount).toBe(246.25);
    expect(fee('visitor-extension', '2026-12-01')).toMatchObject({ check: true });
  });

  test('a five-year bar names the first day after it', () => {
    const route = routeIn(
      adviceFor({ ...visa, grounds: [misrepresentation], answers: { whereabouts: 'outside' } }),
      'wait',
    );
    expect(route?.earliest).toMatchObject({
      on: '2031-03-02',
      countedFrom: '2026-03-01',
      duration: 'P5Y',
      passed: false,
    });
    expect(route?.earliest?.working.at(-1)?.en).toBe(
      'The bar runs to Saturday, March 1, 2031, that day included. The first day after it is Sunday, March 2, 2031.',
    );
  });

  test('the bar has no end where nobody said that the person is abroad', () => {
    expect(routeIn(adviceFor({ ...visa, grounds: [misrepresentation] }), 'wait')?.earliest).toBeUndefined();
  });
});
