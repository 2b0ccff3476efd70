import { z } from 'zod';
import { idSchema, phrasesByLanguageSchema } from './text-schema.ts';

const zoneSchema = z.enum([
  'header',
  'law',
  'boilerplate',
  'decision',
  'reasons',
  'consequences',
  'closing',
  'officer-notes',
]);

/** What the parts of a letter look like: `patterns/<country>/zones.yaml`. */
export const zonesSchema = z.strictObject({
  /** Opens the body of a letter. */
  greetings: phrasesByLanguageSchema,
  /** Ends it. */
  signatures: phrasesByLanguageSchema,
  /** Page furniture: a line of at most so many words that begins so. */
  furniture: z.array(z.strictObject({ words: z.number().int(), phrases: phrasesByLanguageSchema })),
  /** Headings: the zone holds until the next heading. */
  headings: z.array(z.strictObject({ id: idSchema, zone: zoneSchema, phrases: phrasesByLanguageSchema })),
  /**
   * Sentences: the first rule that fits decides. `holds`: for the rest of the paragraph too, or also for the lettered
   * items after it, until a finding stands there.
   */
  rules: z.array(
    z.strictObject({
      id: idSchema,
      zone: zoneSchema,
      holds: z.enum(['sentence', 'paragraph', 'list']).default('sentence'),
      phrases: phrasesByLanguageSchema,
      unless: phrasesByLanguageSchema.default({}),
    }),
  ),
  /** Before these words a finding is only a possibility. */
  conditions: phrasesByLanguageSchema,
  /** Words of a finding about this person: they end what a rule holds, and are never law. */
  findings: phrasesByLanguageSchema,
  /** Says that parts of the text were taken out before it was given. */
  redactions: phrasesByLanguageSchema,
  /** What no office asks for: payment by gift card, an answer to a free address. */
  suspicious: phrasesByLanguageSchema,
  ticks: z.strictObject({
    /** Says that only ticked items count: without a readable box none can be told. */
    instructions: phrasesByLanguageSchema,
    /** In a sentence that explains the marks, what stands beside a mark that counts, and one that doesn't. */
    applies: phrasesByLanguageSchema,
    appliesNot: phrasesByLanguageSchema,
  }),
  /** Status lines and consequences: they change the ways forward and are no grounds. */
  consequences: z.array(
    z.strictObject({ id: idSchema, phrases: phrasesByLanguageSchema, unless: phrasesByLanguageSchema.default({}) }),
  ),
  deadlines: z.strictObject({
    /** Stands before a number of days that is a deadline. */
    opens: phrasesByLanguageSchema,
    /** Stands before a day that is a deadline. */
    until: phrasesByLanguageSchema,
    /** What it is a deadline for, from the words of the sentence. The first that fits. */
    about: z.array(
      z.strictObject({
        is: z.enum(['response', 'judicial-review', 'appeal', 'restoration', 'leave']),
        phrases: phrasesByLanguageSchema,
      }),
    ),
  }),
});

export type ZonesFile = z.infer<typeof zonesSchema>;
export type ZoneRule = ZonesFile['rules'][number];
