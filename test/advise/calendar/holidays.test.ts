import { describe, expect, test } from 'vitest';
import {
  easterOf,
  holidayOn,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
} from '../../../src/advise/calendar/holidays.ts';
import { pack } from '../advice-case.ts';

describe('Easter falls where the church calendar has it', () => {
  test.each([
    '1961-04-02',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ])('%s', (day) => {
    expect(easterOf(Number(day.slice(0, 4)))).toBe(day);
  });
});

describe('the holidays of the pack fall on their days', () => {
  test.each([
    ['2026-01-01', "New Year's Day"],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-18', 'Victoria Day'],
    ['2020-05-18', 'Victoria Day'],
    ['2027-05-24', 'Victoria Day'],
    ['2026-07-01', 'Canada Day'],
    ['2026-09-07', 'Labour Day'],
    ['2026-09-30', 'National Day for Truth and Reconciliation'],
    ['2026-10-12', 'Thanksgiving Day'],
    ['2026-11-11', 'Remembrance Day'],
    ['2026-12-25', 'Christmas Day'],
  ])('%s is %s', (day, name) => {
    expect(holidayOn(pack.holidays, day)?.en).toBe(name);
    expect(isBusinessDay(pack.holidays, day)).toBe(false);
  });

  test.each(['2026-12-24', '2026-05-25', '2020-09-30', '2026-04-07', '2026-08-03'])('%s is a business day', (day) => {
    expect(isBusinessDay(pack.holidays, day)).toBe(true);
  });

  test('the business days around a long weekend', () => {
    expect(nextBusinessDay(pack.holidays, '2026-04-03')).toBe('2026-04-07');
    expect(previousBusinessDay(pack.holidays, '2026-04-06')).toBe('2026-04-02');
    expect(nextBusinessDay(pack.holidays, '2026-04-07')).toBe('2026-04-07');
  });
});
