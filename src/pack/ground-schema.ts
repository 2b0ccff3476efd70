import { z } from 'zod';
import { daySchema, idSchema, languageSchema, localizedSchema, phraseSchema } from './text-schema.ts';

/** A look-alike: the ground is set aside when this phrase stands in the same clause or sentence. */
const unlessSchema = z.strictObject({
  phrase: phraseSchema,
  in: z.enum(['clause', 'sentence']).default('sentence'),
  why: localizedSchema,
});

/** How one language's letters give this ground. */
const matchSchema = z.strictObject({
  wordings: z.array(phraseSchema).default([]),
  factors: z.array(phraseSchema).default([]),
  phrases: z.array(phraseSchema).default([]),
  /** Words that often mean this ground and too often another: they only suggest it ("possible"). */
  hints: z.array(phraseSchema).default([]),
  unless: z.array(unlessSchema).default([]),
});

/**
 * A sentence that must, or must not, be read as this ground. `by` names the clue expected of a match. `under` puts the
 * sentence where it needs company: as an item under a lead-in, or beside a ticked or empty box. `kind` is the kind of
 * the letter around it where that decides.
 */
const exampleSchema = z.strictObject({
  language: languageSchema,
  expect: z.enum(['match', 'no-match']),
  by: z.enum(['wording', 'phrase', 'citation', 'tick', 'similar']).optional(),
  under: z.enum(['lead-in', 'ticked', 'empty']).optional(),
  kind: idSchema.optional(),
  text: z.string().min(1).max(1500),
  quote: z.string().min(1).optional(),
  why: z.string().min(1).optional(),
});

const remedySchema = z.strictObject({
  show: localizedSchema,
  documents: z.array(z.strictObject({ id: idSchema, required: z.boolean().default(false), why: localizedSchema })),
  mistakes: z.array(localizedSchema).default([]),
});

/** One ground of refusal: one file in `patterns/<country>/grounds/<theme>/<id>.yaml`. */
export const groundSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2,8}\.[a-z0-9]+(-[a-z0-9.]+)*$/, 'write <country>.<name>'),
  status: z.enum(['draft', 'stable', 'retired']),
  added: daySchema,
  class: z.enum([
    'umbrella',
    'evidence-gap',
    'discretionary',
    'eligibility',
    'credibility',
    'bar-until-date',
    'bar-until-fact',
    'procedural',
    'medical',
    'hard-stop',
    'consequence',
    'generic',
    'not-a-refusal',
  ]),
  /** Representative first: the document checklist is held back and the reason is said. */
  stop: z.literal('representative-first').optional(),
  /** Reported only when no other ground is found. */
  fallback: z.boolean().default(false),
  /** Grounds whose wordings or examples may also be found in this ground's examples. */
  overlaps: z.array(z.string()).default([]),
  title: localizedSchema,
  summary: localizedSchema,
  applications: z.array(idSchema).min(1),
  law: z.array(z.strictObject({ ref: z.string(), applications: z.array(idSchema).optional() })).default([]),
  match: z.record(languageSchema, matchSchema),
  examples: z.array(exampleSchema).min(1),
  remedies: z.array(remedySchema).default([]),
  /** Why no document can answer it, where `remedies` is empty. */
  noRemedy: localizedSchema.optional(),
  routes: z.array(idSchema).min(1),
  sources: z.array(z.string()).min(1),
});

export type Ground = z.infer<typeof groundSchema>;
export type GroundExample = Ground['examples'][number];
