import { z } from 'zod';

/** Text for people, in every language of the product. */
export const localizedSchema = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });

/** A day as `YYYY-MM-DD`. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as YYYY-MM-DD');

/** An id: lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9.]+)*$/, 'write ids in lower case, words joined by hyphens');

/** A language code of `patterns/languages/`. */
export const languageSchema = z.string().regex(/^[a-z]{2}$/);

/** Phrases, in the phrase language (see patterns/README.md). */
export const phraseSchema = z.string().min(1).max(1200);

/** Phrases in several languages. */
export const phrasesByLanguageSchema = z.record(languageSchema, z.array(phraseSchema));
