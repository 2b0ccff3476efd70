import { check, date, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isDay, weekdayOf } from '../../../src/advise/calendar/day.ts';
import { addDuration, parseDuration } from '../../../src/advise/calendar/duration.ts';

const days = date({
  min: new Date('1900-01-01T00:00:00Z'),
  max: new Date('2199-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const asDay = (instant: Date): string => instant.toISOString().slice(0, 10);

describe('a day is a calendar day and nothing else', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-4-3', false],
    ['04/05/2026', false],
    ['2026-03-09T00:00', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  test.each([
    ['2026-03-09', 1],
    ['2026-11-25', 3],
    ['2024-02-29', 4],
    ['1969-12-31', 3],
    ['1970-01-01', 4],
    ['2000-01-01', 6],
    ['2026-03-08', 7],
  ])('%s is weekday %i', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  test('adding days agrees with the calendar of the runtime in UTC', () => {
    const holds = property(days, integer({ min: -4000, max: 4000 }), (instant, count) => {
      const moved = new Date(instant);
      moved.setUTCDate(moved.getUTCDate() + count);
      expect(addDays(asDay(instant), count)).toBe(asDay(moved));
      expect(daysBetween(asDay(instant), asDay(moved))).toBe(count);
      expect(weekdayOf(asDay(instant)) % 7).toBe(instant.getUTCDay());
    });
    expect(check(holds, { numRuns: 500 }).failed).toBe(false);
  });

  test('months end on the last day where the month is shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2026-03-15', 0)).toBe('2026-03-15');
  });
});

describe('a duration is read from its ISO form', () => {
  test('days, months and years', () => {
    expect(['P15D', 'P6M', 'P5Y'].map((text) => addDuration('2026-03-01', parseDuration(text)))).toEqual([
      '2026-03-16',
      '2026-09-01',
      '2031-03-01',
    ]);
  });

  test('anything else is refused', () => {
    expect(() => parseDuration('15 days')).toThrow(RangeError);
    expect(() => parseDuration('P1W')).toThrow(RangeError);
  });
});
