import { z } from 'zod';
import { idSchema, localizedSchema } from './text-schema.ts';

/** What each kind of letter is called and, where people mistake it, what it is: `patterns/<country>/letters.yaml`. */
export const letterFileSchema = z.strictObject({
  letters: z
    .array(z.strictObject({ id: idSchema, title: localizedSchema, explanation: localizedSchema.optional() }))
    .min(1),
});

export type LetterFile = z.infer<typeof letterFileSchema>;
