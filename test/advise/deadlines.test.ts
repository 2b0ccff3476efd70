import { describe, expect, test } from 'vitest';
import { countLastDay } from '../../src/advise/calendar/count-last-day.ts';
import { adviceFor, pack, routeIn } from './advice-case.ts';
import { countRows, deadlineRows } from './deadline-rows.ts';

describe('a time limit is counted by the calendar alone', () => {
  test.each(countRows)('$name: $within from $start', ({ start, within, count, roll, on }) => {
    expect(countLastDay({ start, within, count, roll }, pack.holidays).on).toBe(on);
  });
});

describe('a case shows the right last day, or none', () => {
  test.each(deadlineRows)('$route: $name', ({ route, state, on, other, first, ...given }) => {
    const found = routeIn(adviceFor(given), route);
    const { deadline, earliest } = found ?? {};
    expect([found?.state, deadline?.on, deadline?.ifNot?.on, earliest?.on]).toEqual([state, on, other, first]);
  });

  test('the table of cases holds at least 120 rows', () => {
    expect(deadlineRows.length).toBeGreaterThanOrEqual(120);
  });

  test.each([...new Set(deadlineRows.map(({ theme }) => theme))])('%s is tried by several cases', (theme) => {
    expect(deadlineRows.filter((row) => row.theme === theme).length).toBeGreaterThanOrEqual(4);
  });

  test.each(['leap day', 'year end', 'daylight saving', 'weekend', 'holiday', 'missing date', 'told later'])(
    'days that are easily miscounted have ten cases: %s',
    (theme) => expect(deadlineRows.filter((row) => row.theme === theme).length).toBeGreaterThanOrEqual(10),
  );

  test.each(['maintained status', 'filed late', 'minor', 'end of a bar'])('people differ, ten cases: %s', (theme) =>
    expect(deadlineRows.filter((row) => row.theme === theme).length).toBeGreaterThanOrEqual(10),
  );
});

describe('a deadline shows how it was counted', () => {
  const dated = deadlineRows.filter(({ on }) => on !== undefined);
  test.each(dated)('$route: $name', ({ route, on, ...given }) => {
    const deadline = routeIn(adviceFor(given), route)?.deadline;
    const steps = deadline?.working ?? [];
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(`${step.en}${step.fr}`).not.toMatch(/[{}]/);
    expect(deadline?.law.title.en).toMatch(/^(IRPA|IRPR|IAD Rules) \d/);
    expect(deadline?.passed).toBe((deadline?.daysLeft ?? 0) < 0);
    expect(on).toBe(deadline?.on);
  });

  test('a last day on a closed day names the business day before it and promises nothing', () => {
    const given = { issued: '2026-03-19', answers: { decided: 'inside' }, today: '2026-03-19' } as const;
    const words = routeIn(adviceFor(given), 'judicial-review')?.deadline?.working.map(({ en }) => en) ?? [];
    expect(words).toContain('Courts and offices are closed on that day. To be safe, act by Thursday, April 2, 2026.');
    expect(routeIn(adviceFor(given), 'judicial-review')?.deadline).toMatchObject({
      on: '2026-04-03',
      actBy: '2026-04-02',
    });
    expect(words.join(' ')).toContain('may move to the next business day. Check with a lawyer or the Court.');
  });

  test('a day counted from the letter says that the day of being told is not known', () => {
    const given = { issued: '2026-03-02', answers: { decided: 'inside' } } as const;
    const words = routeIn(adviceFor(given), 'judicial-review')?.deadline?.working.map(({ fr }) => fr) ?? [];
    expect(words[0]).toContain('Nous ne savons pas quand vous avez été informé');
    expect(words[1]).toBe('Ce jour lui-même ne compte pas. Le jour 1 est le mardi 3 mars 2026.');
  });

  test('a place taken from the kind of letter is said', () => {
    const given = { kind: 'study-extension-refusal', application: 'study-extension', issued: '2026-03-02' };
    const words = routeIn(adviceFor(given), 'judicial-review')?.deadline?.working.map(({ en }) => en) ?? [];
    expect(words.join(' ')).toContain('we take it that you are in Canada');
  });
});
