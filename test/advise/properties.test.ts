import { assert, boolean, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLastDay } from '../../src/advise/calendar/count-last-day.ts';
import { addDays } from '../../src/advise/calendar/day.ts';
import { isBusinessDay } from '../../src/advise/calendar/holidays.ts';
import type { Answers } from '../../src/model/advice.ts';
import { adviceFor, pack, routeIn } from './advice-case.ts';

const anyDay = integer({ min: 0, max: 9000 }).map((count) => addDays('2015-01-01', count));
const within = constantFrom('P7D', 'P15D', 'P30D', 'P60D', 'P90D', 'P1M', 'P6M', 'P5Y');
const count = constantFrom('exclusive' as const, 'inclusive' as const);
const roll = constantFrom('none' as const, 'next-business-day' as const);
const side = option(constantFrom('inside' as const, 'outside' as const), { nil: undefined });
const yesNo = option(boolean(), { nil: undefined });

const kinds = pack.routes.orders.flatMap(
  (order) => order.kinds ?? ['refusal', 'visitor-visa-refusal', 'study-permit-refusal', 'work-permit-refusal'],
);
const kind = constantFrom(...kinds);
const answersArbitrary = record({
  decided: side,
  whereabouts: side,
  appliedBeforeExpiry: yesNo,
  workedOrStudiedSince: yesNo,
  removalOrder: yesNo,
  minor: yesNo,
});

/** Answers without the keys that nobody gave. */
function given(all: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

describe('counting', () => {
  test('a later start never gives an earlier last day', () => {
    assert(
      property(anyDay, integer({ min: 0, max: 400 }), within, count, roll, (start, later, duration, mode, rolling) => {
        const last = (day: string) =>
          countLastDay({ start: day, within: duration, count: mode, roll: rolling }, pack.holidays).on;
        expect(last(addDays(start, later)) >= last(start)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test('rolling gives a business day, never an earlier day, and leaves business days alone', () => {
    assert(
      property(anyDay, within, (start, duration) => {
        const { on, counted } = countLastDay(
          { start, within: duration, count: 'exclusive', roll: 'next-business-day' },
          pack.holidays,
        );
        expect(isBusinessDay(pack.holidays, on)).toBe(true);
        expect(on >= counted).toBe(true);
        if (isBusinessDay(pack.holidays, counted)) expect(on).toBe(counted);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('advice', () => {
  test('a later notice never gives an earlier last day', () => {
    const today = '2026-12-31';
    assert(
      property(
        kind,
        answersArbitrary,
        integer({ min: 0, max: 120 }),
        integer({ min: 0, max: 120 }),
        (letterKind, answers, first, more) => {
          const issued = '2026-03-02';
          const lastDays = [first, first + more].map((late) => {
            const notified = addDays(issued, late);
            const advice = adviceFor({ kind: letterKind, issued, today, answers: { ...given(answers), notified } });
            return new Map(advice.routes.map((route) => [route.id, route.deadline?.on]));
          });
          const [early, late] = lastDays;
          for (const [id, on] of early ?? []) {
            const after = late?.get(id);
            if (on !== undefined && after !== undefined) expect(after >= on).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the shown day is never later than the other possible day', () => {
    assert(
      property(kind, answersArbitrary, anyDay, anyDay, (letterKind, answers, issued, statusExpires) => {
        const advice = adviceFor({
          kind: letterKind,
          issued,
          today: '2026-12-31',
          answers: { ...given(answers), statusExpires },
        });
        for (const { deadline } of advice.routes)
          if (deadline?.ifNot !== undefined) expect(deadline.on < deadline.ifNot.on).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a closed route shows no deadline, and what a question changes needs that question', () => {
    assert(
      property(kind, answersArbitrary, (letterKind, answers) => {
        const advice = adviceFor({ kind: letterKind, issued: '2026-03-02', answers: given(answers) });
        for (const route of advice.routes) {
          const asked = advice.questions.filter(({ changes }) => changes.includes(route.id)).map(({ id }) => id);
          expect(route.needs).toEqual(asked);
          if (route.state === 'closed' && route.deadline !== undefined) expect(route.deadline.passed).toBe(true);
        }
        for (const { changes } of advice.questions) expect(changes.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('outside the country restoration is never open', () => {
    assert(
      property(kind, answersArbitrary, anyDay, (letterKind, answers, statusExpires) => {
        const all = { ...given(answers), whereabouts: 'outside', statusExpires } as const;
        const state = routeIn(
          adviceFor({ kind: letterKind, issued: '2026-03-02', answers: all }),
          'restoration',
        )?.state;
        expect([undefined, 'closed']).toContain(state);
      }),
      { numRuns: 60 },
    );
  });

  test('the same case gives the same advice, byte for byte', () => {
    const once = () => JSON.stringify(adviceFor({ kind: 'pgwp-refusal', application: 'pgwp', issued: '2026-03-02' }));
    expect(once()).toBe(once());
  });
});
