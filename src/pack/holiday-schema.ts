import { z } from 'zod';
import { daySchema, idSchema, localizedSchema } from './text-schema.ts';

/**
 * When a holiday falls: a fixed day, so many days after Easter Sunday, the nth weekday of a month, or the last such
 * weekday before a day. Weekdays count from 1, Monday, to 7, Sunday.
 */
const ruleSchema = z.union([
  z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  z.strictObject({ easter: z.int().min(-60).max(60) }),
  z.strictObject({ month: z.int().min(1).max(12), weekday: z.int().min(1).max(7), nth: z.int().min(1).max(4) }),
  z.strictObject({ before: z.strictObject({ month: z.int(), day: z.int() }), weekday: z.int().min(1).max(7) }),
]);

/** `patterns/<country>/holidays.yaml`: the days on which courts and offices are closed. */
export const holidayFileSchema = z.strictObject({
  source: z.string().min(1),
  /** Days of the week that are no business days, 1 (Monday) to 7 (Sunday). */
  weekend: z.array(z.int().min(1).max(7)),
  holidays: z.array(
    z.strictObject({ id: idSchema, name: localizedSchema, since: daySchema.optional(), rule: ruleSchema }),
  ),
});

export type HolidayFile = z.infer<typeof holidayFileSchema>;
export type HolidayRule = HolidayFile['holidays'][number]['rule'];
