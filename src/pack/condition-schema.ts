import { z } from 'zod';
import { idSchema } from './text-schema.ts';

/**
 * What must be so for a rule to hold; every key that stands must hold. What nobody told us is neither true nor false.
 * Grounds, routes and kinds are named without the country.
 */
export type Condition = {
  readonly kinds?: readonly string[] | undefined;
  readonly applications?: readonly string[] | undefined;
  /** One of these grounds was found. */
  readonly grounds?: readonly string[] | undefined;
  /** A ground of one of these classes was found. */
  readonly classes?: readonly string[] | undefined;
  /** The letter says one of these consequences. */
  readonly consequences?: readonly string[] | undefined;
  /** At least so many grounds of the classes that each stand alone. */
  readonly factorsAtLeast?: number | undefined;
  /** At least so many grounds of any class. */
  readonly groundsAtLeast?: number | undefined;
  /** A ground was found that a representative must see first. */
  readonly stop?: boolean | undefined;
  /** A found ground names this very route. */
  readonly suggested?: boolean | undefined;
  /** Where the person is, and where it was decided, seen from the country. */
  readonly place?: 'inside' | 'outside' | undefined;
  readonly decided?: 'inside' | 'outside' | undefined;
  readonly appliedBeforeExpiry?: boolean | undefined;
  readonly workedSince?: boolean | undefined;
  readonly removalOrder?: boolean | undefined;
  /** Whether the person's status still runs today. */
  readonly statusValid?: boolean | undefined;
  /** States of routes that stand earlier in the file. */
  readonly routes?: Readonly<Record<string, 'open' | 'closed' | 'unknown' | 'absent'>> | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
};

const ids = z.array(idSchema).min(1).readonly().optional();

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    kinds: ids,
    applications: ids,
    grounds: ids,
    classes: ids,
    consequences: ids,
    factorsAtLeast: z.int().positive().optional(),
    groundsAtLeast: z.int().positive().optional(),
    stop: z.boolean().optional(),
    suggested: z.boolean().optional(),
    place: z.enum(['inside', 'outside']).optional(),
    decided: z.enum(['inside', 'outside']).optional(),
    appliedBeforeExpiry: z.boolean().optional(),
    workedSince: z.boolean().optional(),
    removalOrder: z.boolean().optional(),
    statusValid: z.boolean().optional(),
    routes: z.record(idSchema, z.enum(['open', 'closed', 'unknown', 'absent'])).optional(),
    any: z.array(conditionSchema).min(1).optional(),
    not: conditionSchema.optional(),
  }),
);
