import { z } from 'zod';
import { failureCodes } from '../../model/failure.ts';
import { scopes } from '../../seam/key-store.ts';
import { answersSchema } from '../answers.ts';

const id = z.string().regex(/^[\w-]{8,64}$/);
const count = z.number().int();
const problem = z.strictObject({ code: z.enum(failureCodes), detail: z.string() });
const strength = z.enum(['stated', 'likely', 'possible']);

const found = z.strictObject({
  kind: z.string(),
  outcome: z.enum(['refused', 'granted', 'undecided', 'returned', 'withdrawn', 'unknown']),
  application: z.string(),
  language: z.string(),
  issued: z.string().exactOptional(),
  grounds: z.array(z.strictObject({ id: z.string(), strength })),
  unrecognised: count,
  deadline: z.string().exactOptional(),
  deadlineFor: z.string().exactOptional(),
  check: z.boolean(),
});

/** A letter as a store keeps it. One that was being read waits again: nobody reads it where it goes. */
const letter = z.strictObject({
  id,
  owner: z.string(),
  batch: id.exactOptional(),
  duplicateOf: id.exactOptional(),
  name: z.string(),
  bytes: count,
  sha256: z.string(),
  idempotencyKey: z.string().exactOptional(),
  state: z.enum(['waiting', 'done', 'failed']),
  pagesDone: count,
  pagesTotal: count,
  attempts: count,
  problem: problem.exactOptional(),
  accepted: z.string(),
  finished: z.string().exactOptional(),
  answers: answersSchema,
  gathered: z.array(z.string()),
  found: found.exactOptional(),
  corrections: count.exactOptional(),
  hold: z.boolean().exactOptional(),
  originalGone: z.boolean().exactOptional(),
  fetched: z.string().exactOptional(),
});

const batch = z.strictObject({
  id,
  owner: z.string(),
  name: z.string(),
  created: z.string(),
  refused: z.array(z.strictObject({ name: z.string(), ...problem.shape })),
});

const key = z.strictObject({
  id: z.string(),
  owner: z.string(),
  scopes: z.array(z.enum(scopes)),
  created: z.string(),
  expires: z.string(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  lastUsed: z.string().exactOptional(),
});

/** How many of each there were: the last line, by which a file that was cut off is known. */
const counts = z.strictObject({ keys: count, batches: count, letters: count, files: count });
export type TransferCounts = z.infer<typeof counts>;

export const transferFormat = 1;

/** One line of an export. Files of a letter come before it. */
export const transferLineSchema = z.union([
  z.strictObject({ refusals: z.literal(transferFormat), made: z.string() }),
  z.strictObject({ key }),
  z.strictObject({ batch }),
  z.strictObject({ file: z.strictObject({ letter: id, name: z.string().regex(/^[\w.-]+$/), base64: z.string() }) }),
  z.strictObject({ letter }),
  z.strictObject({ end: counts }),
]);

export type TransferLine = z.infer<typeof transferLineSchema>;
