import { z } from 'zod';
import { idSchema, phraseSchema } from './text-schema.ts';

/** Word lists of one country in one language: `patterns/<country>/lists/<language>.yaml`. */
export const listFileSchema = z.strictObject({ lists: z.record(idSchema, z.array(phraseSchema).min(1)) });
