import type { Day } from '../../model/letter.ts';

/** A calendar day in parts; `month` 1 to 12. */
type DayParts = { readonly year: number; readonly month: number; readonly day: number };

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The parts of a `YYYY-MM-DD` text. What is no such text gives zeros, which no calendar day has. */
export function partsOf(day: Day): DayParts {
  const [, year = '0', month = '0', date = '0'] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return { year: Number(year), month: Number(month), day: Number(date) };
}

export function dayOf(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days since 1970-01-01, by the civil calendar alone: no time zone and no clock has a say. */
function toNumber(day: Day): number {
  const { year, month, day: date } = partsOf(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dayOf(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

/** Whether a text is a day that the calendar has: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromNumber(toNumber(text)) === text;
}

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** So many months on. Where the month has no such day, its last day: 31 January and one month is 28 February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: date } = partsOf(day);
  const count = year * 12 + month - 1 + months;
  const first = dayOf(Math.floor(count / 12), (count % 12) + 1, 1);
  const next = dayOf(Math.floor((count + 1) / 12), ((count + 1) % 12) + 1, 1);
  return addDays(first, Math.min(date, daysBetween(first, next)) - 1);
}

/** How many days from one day to another; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;
}
