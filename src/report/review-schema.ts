import { z } from 'zod';

const verdict = z.enum(['confirmed', 'dismissed', 'added']);
const instant = z.string().meta({ description: 'An instant' });

const correction = z.strictObject({
  ground: z.string().max(120),
  verdict,
  quote: z.string().max(2000).exactOptional().meta({ description: 'The words that show an added ground' }),
  note: z.string().max(1000).exactOptional(),
});

/** What a reviewer sends: all corrections of a letter, one a ground at most. */
export const reviewInputSchema = z.strictObject({
  by: z.string().trim().min(1).max(80).meta({ description: 'The name of the reviewer' }),
  corrections: z.array(correction).max(200),
});

/** What people said of a report, beside it: the report itself is never changed by it. */
export const reviewSchema = z.strictObject({
  corrections: z.array(
    correction.extend({
      title: z.strictObject({ en: z.string(), fr: z.string() }),
      page: z.number().int().exactOptional().meta({ description: 'The page on which the quote stands word for word' }),
      by: z.string(),
      at: instant,
    }),
  ),
});

export type ReviewInput = z.infer<typeof reviewInputSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type Correction = Review['corrections'][number];
