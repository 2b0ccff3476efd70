import type { Day } from '../../model/letter.ts';
import type { Localized } from '../../model/locale.ts';
import type { HolidayFile, HolidayRule } from '../../pack/holiday-schema.ts';
import { addDays, dayOf, partsOf, weekdayOf } from './day.ts';

/** Easter Sunday of the Gregorian calendar, by the anonymous computus. */
export function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1);
}

function dateOf(rule: HolidayRule, year: number): Day {
  if ('easter' in rule) return addDays(easterOf(year), rule.easter);
  if ('before' in rule) {
    const limit = dayOf(year, rule.before.month, rule.before.day);
    const back = (weekdayOf(limit) - rule.weekday + 7) % 7;
    return addDays(limit, back === 0 ? -7 : -back);
  }
  if ('nth' in rule) {
    const first = dayOf(year, rule.month, 1);
    return addDays(first, ((rule.weekday - weekdayOf(first) + 7) % 7) + 7 * (rule.nth - 1));
  }
  return dayOf(year, rule.month, rule.day);
}

/** What holiday a day is, if it is one. */
export function holidayOn(file: HolidayFile, day: Day): Localized | undefined {
  const { year } = partsOf(day);
  const found = file.holidays.find((holiday) => dateOf(holiday.rule, year) === day);
  return found !== undefined && (found.since === undefined || found.since <= day) ? found.name : undefined;
}

export function isBusinessDay(file: HolidayFile, day: Day): boolean {
  return !file.weekend.includes(weekdayOf(day)) && holidayOn(file, day) === undefined;
}

/** This day if it is a business day, else the next one. */
export function nextBusinessDay(file: HolidayFile, day: Day): Day {
  return isBusinessDay(file, day) ? day : nextBusinessDay(file, addDays(day, 1));
}

/** This day if it is a business day, else the one before. */
export function previousBusinessDay(file: HolidayFile, day: Day): Day {
  return isBusinessDay(file, day) ? day : previousBusinessDay(file, addDays(day, -1));
}
