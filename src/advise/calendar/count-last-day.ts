import type { Day } from '../../model/letter.ts';
import type { HolidayFile } from '../../pack/holiday-schema.ts';
import { addDays } from './day.ts';
import { addDuration, parseDuration } from './duration.ts';
import { nextBusinessDay } from './holidays.ts';

export type Count = {
  readonly start: Day;
  /** ISO 8601, e.g. `P15D`. */
  readonly within: string;
  /** `exclusive`: the start is day 0. `inclusive`: it is day 1. */
  readonly count: 'exclusive' | 'inclusive';
  readonly roll: 'none' | 'next-business-day';
};

/** The last day of a time limit, and the day it would have been without rolling to a business day. */
export function countLastDay(
  { start, within, count, roll }: Count,
  holidays: HolidayFile,
): { readonly on: Day; readonly counted: Day } {
  const end = addDuration(start, parseDuration(within));
  const counted = count === 'inclusive' ? addDays(end, -1) : end;
  return { on: roll === 'none' ? counted : nextBusinessDay(holidays, counted), counted };
}
