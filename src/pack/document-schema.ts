import { z } from 'zod';
import { idSchema, localizedSchema } from './text-schema.ts';

/**
 * What is different for some people. `when` says for whom in words; the rest says when code may leave it out: for other
 * applications, for people who are elsewhere, for adults.
 */
const situationSchema = z.strictObject({
  when: localizedSchema,
  text: localizedSchema,
  applications: z.array(idSchema).optional(),
  place: z.enum(['inside', 'outside']).optional(),
  minor: z.boolean().optional(),
});

/** One paper that can answer a ground. */
const documentSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  /** How to get it. */
  how: localizedSchema,
  /** Exactly what it must show. */
  shows: localizedSchema,
  /** How long it stays good, or that it does not run out. */
  validity: localizedSchema,
  /** Whether it must be translated or certified. */
  translation: localizedSchema,
  /** What to send when it can't be had, or that nothing stands in its place. */
  alternative: localizedSchema,
  mistakes: z.array(localizedSchema).min(1),
  situations: z.array(situationSchema).default([]),
  /** How it must be better when it was already in the refused application. */
  stronger: localizedSchema.optional(),
  /** Amounts that belong beside it: ids of figures.yaml. */
  figures: z.array(idSchema).default([]),
});

/** `patterns/<country>/documents.yaml`. */
export const documentFileSchema = z.strictObject({
  /** Said of every document that was already submitted and has no text of its own for that. */
  stronger: localizedSchema,
  /** Said of every document that may be in another language. */
  translation: localizedSchema,
  documents: z.array(documentSchema).min(1),
});

export type DocumentFile = z.infer<typeof documentFileSchema>;
export type CatalogueDocument = DocumentFile['documents'][number];
