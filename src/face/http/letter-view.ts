import { z } from 'zod';
import type { PlaceInFile } from '../../job/letters-in-file.ts';
import { failureCodes } from '../../model/failure.ts';
import type { LetterRecord } from '../../seam/store.ts';

/** A letter's state as the API tells it. */
export const letterStateSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'reading', 'done', 'failed']),
  pagesDone: z.number().int(),
  pagesTotal: z.number().int().describe('0 until the number of pages is known'),
  problem: z.object({ type: z.string(), code: z.enum(failureCodes), detail: z.string() }).exactOptional(),
  duplicateOf: z.string().exactOptional().describe('The letter with the same content that was there first'),
  batch: z.string().exactOptional(),
  hold: z.literal(true).exactOptional().describe('Kept whatever its age, until the hold is ended'),
  originalGone: z
    .literal(true)
    .exactOptional()
    .describe('The file as it came was deleted after its time; the report stays'),
  inFile: z
    .object({
      part: z.int().describe('Which letter of its file this is, from 1'),
      of: z.int(),
      others: z.array(z.object({ part: z.int(), id: z.string(), self: z.string(), view: z.string() })),
    })
    .exactOptional()
    .describe('Where the file holds several letters: each has a record of its own, and these are the others'),
  accepted: z.string(),
  finished: z.string().exactOptional(),
  links: z.object({
    self: z.string(),
    report: z.string(),
    answers: z.string(),
    original: z.string(),
    page: z.string().describe('Pictures of the pages; put the number for {n}'),
    view: z.string().describe('The letter on the page for people'),
  }),
});

export type LetterStateView = z.infer<typeof letterStateSchema>;

const inFileView = ({ part, of, others }: PlaceInFile): NonNullable<LetterStateView['inFile']> => ({
  part,
  of,
  others: others.map(({ part: at, letter: { id } }) => ({
    part: at,
    id,
    self: `/v1/letters/${id}`,
    view: `/letters/${id}`,
  })),
});

export function letterView(
  letter: LetterRecord,
  duplicateOf = letter.duplicateOf,
  inFile?: PlaceInFile,
): LetterStateView {
  const { id, name, state, pagesDone, pagesTotal, problem, batch, hold, originalGone, accepted, finished } = letter;
  const self = `/v1/letters/${id}`;
  return {
    id,
    name,
    state,
    pagesDone,
    pagesTotal,
    ...(problem === undefined ? {} : { problem: { type: `/problems/${problem.code}`, ...problem } }),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    ...(batch === undefined ? {} : { batch }),
    ...(hold === true ? { hold } : {}),
    ...(originalGone === true ? { originalGone } : {}),
    ...(inFile === undefined ? {} : { inFile: inFileView(inFile) }),
    accepted,
    ...(finished === undefined ? {} : { finished }),
    links: {
      self,
      report: `${self}/report`,
      answers: `${self}/answers`,
      original: `${self}/original`,
      page: `${self}/pages/{n}.png`,
      view: `/letters/${id}`,
    },
  };
}
