import { z } from 'zod';
import { idSchema, phrasesByLanguageSchema } from './text-schema.ts';

const outcomes = ['refused', 'granted', 'undecided', 'returned', 'withdrawn', 'unknown'] as const;

/** Which letters there are and how they give themselves away: `patterns/<country>/kinds.yaml`. */
export const kindsSchema = z.strictObject({
  /** What was applied for. Of two names, one inside the other, the longer counts. */
  applications: z.array(
    z.strictObject({
      id: idSchema,
      /** The kind of a letter that refuses it. */
      refusal: idSchema,
      /** The application that it is when the person is already in the country and asks for more. */
      insideCountry: idSchema.optional(),
      phrases: phrasesByLanguageSchema,
    }),
  ),
  /** Words beside an application that is not the one decided: held already, earlier, or in process beside it. */
  otherApplications: phrasesByLanguageSchema.default({}),
  /** Consequences (ids of zones.yaml) that only letters to people in the country speak of. */
  insideCountry: z.array(idSchema),
  /** The kind of a refusal that doesn't say of what. */
  refusal: idSchema,
  /**
   * Verbs of decision. The lowest rank found decides; among decisions of one rank the one that stands last. Without a
   * `kind` the application says which kind it is.
   */
  decisions: z.array(
    z.strictObject({
      id: idSchema,
      rank: z.number().int(),
      outcome: z.enum(outcomes),
      kind: idSchema.optional(),
      /** Only read in such texts: one word is a decision in officers' notes, a concern is one only in a letter. */
      only: z.array(z.enum(['letter', 'officer-notes', 'fragment'])).default(['letter', 'officer-notes', 'fragment']),
      /** Only in sentences of at most so many words: "Approved." decides, the same word in a story does not. */
      sentenceUpTo: z.number().int().positive().optional(),
      phrases: phrasesByLanguageSchema,
      /** Not a decision when one of these stands in the same sentence: earlier refusals, conditions. */
      unless: phrasesByLanguageSchema.default({}),
    }),
  ),
  /** Words that speak to the reader: letters do, officers' notes don't. */
  addressed: phrasesByLanguageSchema,
  /** Ways of writing that only officers' notes have. */
  notes: phrasesByLanguageSchema,
  /**
   * Texts about letters: advertising, guidance, court reports. `whole`: one such phrase makes the whole text one, unless
   * some sentence of it holds one of `unless`: words that speak to or of one person.
   */
  elsewhere: z.array(
    z.strictObject({
      id: idSchema,
      whole: z.boolean().default(false),
      phrases: phrasesByLanguageSchema,
      unless: phrasesByLanguageSchema.default({}),
    }),
  ),
  officerNotes: idSchema,
  notALetter: idSchema,
  /** The kind of a letter whose decision can't be told. */
  unclear: idSchema,
});

export type KindsFile = z.infer<typeof kindsSchema>;
export type Decision = KindsFile['decisions'][number];
