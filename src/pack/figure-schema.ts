import { z } from 'zod';
import { daySchema, idSchema, localizedSchema } from './text-schema.ts';

const rowSchema = z.strictObject({ label: localizedSchema.optional(), amount: z.number().nonnegative() });

/**
 * An amount as it stood from a day on. `confidence` says where it was read: the law itself, an official page, or only
 * a secondary source; what was read nowhere has no place here. After `checkBy` it is shown as "check".
 */
const valueSchema = z.strictObject({
  from: daySchema,
  rows: z.array(rowSchema).min(1),
  source: z.string().min(1),
  checkBy: daySchema,
  /** A newer amount is likely from this day on; until somebody has read it the amount is shown as "check". */
  expectNew: daySchema.optional(),
  confidence: z.enum(['law', 'official', 'secondary']),
  note: localizedSchema.optional(),
});

const figureSchema = z.strictObject({
  id: idSchema,
  what: localizedSchema,
  currency: z.string().length(3),
  applications: z.array(idSchema).optional(),
  values: z.array(valueSchema).min(1),
});

/** `patterns/<country>/figures.yaml`. */
export const figureFileSchema = z.strictObject({
  /** Said beside an amount whose check-by day is past. */
  pastCheck: localizedSchema,
  /** Said beside an amount that was only read at a secondary source. */
  secondary: localizedSchema,
  figures: z.array(figureSchema).min(1),
});

export type FigureFile = z.infer<typeof figureFileSchema>;
export type FigureValue = FigureFile['figures'][number]['values'][number];
