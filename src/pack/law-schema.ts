import { z } from 'zod';
import { daySchema, idSchema, localizedSchema } from './text-schema.ts';

/** A provision: `<act>/<section>[/<subsection>/<paragraph>...]`, e.g. `irpr/200/3/e/ii`. */
export const lawIdSchema = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9.]+)+$/, 'write <act>/<section>/<paragraph>');

/**
 * An act or a set of rules, and how letters cite it. `before` are signs that stand before the number ("A40(1)(a)",
 * "IRPA 40"), `after` words that follow it ("paragraph 40(1)(a) of the Act"). `{section}` in an address is the section.
 */
const actSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  short: localizedSchema,
  url: localizedSchema,
  cited: z.strictObject({ before: z.array(z.string().min(1)).min(1), after: z.array(z.string().min(1)).default([]) }),
});

/** `until` is the first day on which it is no longer in force. `changed` are days on which its text changed. */
const provisionSchema = z.strictObject({
  id: lawIdSchema,
  title: localizedSchema,
  from: daySchema.optional(),
  until: daySchema.optional(),
  changed: z.array(daySchema).default([]),
});

/** `patterns/<country>/laws.yaml`. */
export const lawFileSchema = z.strictObject({
  acts: z.array(actSchema).min(1),
  provisions: z.array(provisionSchema).min(1),
});

export type LawFile = z.infer<typeof lawFileSchema>;
export type Act = LawFile['acts'][number];
export type Provision = LawFile['provisions'][number];
