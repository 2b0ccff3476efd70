import type { Day } from '../../model/letter.ts';
import { addDays, addMonths } from './day.ts';

export type Duration = { readonly count: number; readonly unit: 'D' | 'M' | 'Y' };

/** Reads `P15D`, `P6M` or `P5Y`. Packs are checked, so anything else is a mistake of ours: a RangeError. */
export function parseDuration(text: string): Duration {
  const [, count = '', unit] = /^P(\d+)([DMY])$/.exec(text) ?? [];
  if (unit !== 'D' && unit !== 'M' && unit !== 'Y') throw new RangeError(`not a duration: ${text}`);
  return { count: Number(count), unit };
}

export function addDuration(day: Day, { count, unit }: Duration): Day {
  return unit === 'D' ? addDays(day, count) : addMonths(day, unit === 'M' ? count : count * 12);
}
