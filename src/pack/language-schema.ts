import { z } from 'zod';
import { idSchema, languageSchema, localizedSchema, phraseSchema } from './text-schema.ts';

/**
 * A cue changes the status of what it reaches. `reach` says which way it looks from where it stands, `within` how far.
 * It never reaches past one of `ends`.
 */
export const cueSchema = z.strictObject({
  id: idSchema,
  because: localizedSchema,
  reach: z.enum(['forward', 'backward', 'both']),
  within: z.enum(['clause', 'sentence']),
  phrases: z.array(phraseSchema).min(1),
  ends: z.array(phraseSchema).default([]),
  /** The cue says nothing where one of these stands in its reach: "no stable job has been verified". */
  voidBy: z.array(phraseSchema).default([]),
  /** Grounds that this cue never sets aside, by name without the country. */
  except: z.array(idSchema).default([]),
});

/** What the program must know of a language: one file in `patterns/languages/`. */
export const languageFileSchema = z.strictObject({
  id: languageSchema,
  name: localizedSchema,
  /** Which of the stemmers in src/phrase/stem.ts fits. */
  stemmer: z.enum(['porter', 'porter-fr', 'none']),
  /** The name of the OCR model for it. */
  ocrModel: z.string().min(1),
  /** The commonest function words: they tell the language, and tell text from garbage. */
  stopWords: z.array(z.string()).min(30),
  /** Month names and their short forms, January first. */
  months: z.array(z.array(z.string()).min(1)).length(12),
  /** Words that stand for the first day of a month, e.g. `1er`. */
  firstOfMonth: z.array(z.string()).default([]),
  /** Numbers written as words, e.g. `seven: 7`. */
  numbers: z.record(z.string(), z.number().int()).default({}),
  /** Words for "days" after a number. */
  days: z.array(z.string()).default([]),
  /** Full stops that end no sentence: `no.`, `s.`, `Mr.` */
  abbreviations: z.array(z.string()),
  /** How officers shorten a word in notes, e.g. `family: [fam]`. Wherever a phrase has one of them, it means them all. */
  shorthand: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  clauses: z.strictObject({
    /** Words that begin a contrasting clause wherever they stand: but, however, although. */
    breaks: z.array(phraseSchema),
    /** Words that begin a new clause when they follow a comma: I, the, this, and I. */
    starters: z.array(phraseSchema),
  }),
  /** Word lists that phrases may name: `{money}`. */
  lists: z.record(idSchema, z.array(phraseSchema).min(1)),
  cues: z.array(cueSchema),
  /** Words of a negative finding: a sentence in the reasons with one of these and no ground is reported as unrecognised. */
  findings: z.array(phraseSchema),
  /** Words that deny, limit or turn: what such a sentence says may be a reason too, so it is reported in the same way. */
  reservations: z.array(phraseSchema).default([]),
  /** Opens a list, or a tail of the same sentence, whose bare noun phrases are reasons: "based on the following factors". */
  leadIns: z.array(phraseSchema),
});

export type LanguageFile = z.infer<typeof languageFileSchema>;
export type Cue = z.infer<typeof cueSchema>;
