import { z } from 'zod';
import { idSchema, localizedSchema, phrasesByLanguageSchema } from './text-schema.ts';

/** A number's shape: `9` is a digit, a letter stands for itself, everything else must stand there as written. */
const shapeSchema = z.string().regex(/^[A-Z]*[-9]{6,20}$/, 'write the shape with 9 for each digit, e.g. S999999999');

/** Country and letterhead: `patterns/<country>/pack.yaml`. */
export const packSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  /** Read by this pack when nothing in the letter says which country it comes from. */
  default: z.boolean().default(false),
  /** Where sources of this pack may stand. */
  officialHosts: z.array(z.string()).default([]),
  /** Words that only letters about this country hold. Each one found counts once. */
  recognise: phrasesByLanguageSchema,
  /** Names of the department as printed at the top: often in two languages, so they don't tell the letter's language. */
  letterheads: phrasesByLanguageSchema,
  /** The application's number. A shape may tell the application. */
  reference: z.strictObject({
    labels: phrasesByLanguageSchema,
    shapes: z.array(z.strictObject({ shape: shapeSchema, application: idSchema.optional() })),
  }),
  /** The person's number. `bare` shapes are taken without a label. */
  clientId: z.strictObject({
    labels: phrasesByLanguageSchema,
    shapes: z.array(shapeSchema),
    bare: z.array(shapeSchema),
  }),
  dates: z.strictObject({
    /** Stand before the date of the letter. */
    labels: phrasesByLanguageSchema,
    /** Stand before other dates, which are never the letter's. */
    others: phrasesByLanguageSchema,
  }),
  /** Offices that decide. `where`: inside or outside the country. */
  offices: z.array(
    z.strictObject({
      id: idSchema,
      name: localizedSchema,
      where: z.enum(['inside', 'outside']).optional(),
      phrases: phrasesByLanguageSchema,
    }),
  ),
});

/** How letters of countries without a pack give themselves away: `patterns/countries.yaml`. */
export const countriesSchema = z.strictObject({
  countries: z.array(
    z.strictObject({
      id: idSchema,
      name: localizedSchema,
      /** Only letters of that country say so. */
      marks: phrasesByLanguageSchema,
      /** Places: they count only where no country is otherwise named. */
      places: phrasesByLanguageSchema.default({}),
    }),
  ),
});

export type PackFile = z.infer<typeof packSchema>;
export type CountriesFile = z.infer<typeof countriesSchema>;
