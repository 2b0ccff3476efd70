import { z } from 'zod';
import { letterStateSchema } from './letter-view.ts';
import type { Operation, Parameter } from './operation.ts';

const id: Parameter = { name: 'id', in: 'path', description: 'The batch’s id' };
const language: Parameter = { name: 'lang', in: 'query', description: 'en or fr' };
const count = z.number().int();

export const batchStateSchema = z.object({
  id: z.string(),
  name: z.string(),
  created: z.string(),
  state: z.enum(['reading', 'done']),
  counts: z.object({ total: count, waiting: count, reading: count, done: count, failed: count, check: count }),
  refused: z.array(z.object({ name: z.string(), code: z.string(), detail: z.string() })),
  links: z.record(z.string(), z.string()),
});

/** A letter of a batch, with what lists and filters keep of its report. */
const listedSchema = letterStateSchema.extend({
  found: z
    .object({
      kind: z.string(),
      outcome: z.string(),
      application: z.string(),
      language: z.string(),
      issued: z.string().exactOptional(),
      grounds: z.array(z.object({ id: z.string(), strength: z.enum(['stated', 'likely', 'possible']) })),
      unrecognised: count,
      deadline: z.string().exactOptional().describe('The nearest last day that had not passed'),
      deadlineFor: z.string().exactOptional().describe('The route that this day is for'),
      check: z.boolean().describe('A person should look at it'),
    })
    .exactOptional(),
});

const tally = z.array(z.object({ id: z.string(), count }));

const summarySchema = z.object({
  grounds: tally,
  kinds: tally,
  months: z.array(z.object({ month: z.string(), count })),
  deadlines: z.array(z.object({ on: z.string(), letter: z.string(), name: z.string() })),
});

const uploadSchema = z.object({
  letters: z.array(z.file()).describe('Letters, or ZIPs of letters'),
  name: z.string().exactOptional(),
});

const body = { mediaType: 'multipart/form-data', schema: uploadSchema, description: 'The files' } as const;
const uploadProblems = ['request-invalid', 'file-too-large', 'too-many-requests', 'busy'] as const;

const results = (mediaType: string, summary: string, ending: string) =>
  ({
    method: 'get',
    path: `/v1/batches/{id}/results.${ending}`,
    tag: 'batches',
    scopes: ['export'],
    summary,
    parameters: [id, language],
    answers: { 200: { description: 'The results', other: [mediaType] } },
    problems: ['not-found'],
  }) as const;

/** The calls about many letters at once. */
export const batchOperations = {
  postBatch: {
    method: 'post',
    path: '/v1/batches',
    tag: 'batches',
    scopes: ['letters:write'],
    summary: 'Upload many letters and have them read',
    body,
    answers: { 202: { description: 'Kept and in line. Location names the batch', json: batchStateSchema } },
    problems: uploadProblems,
  },
  postBatchLetters: {
    method: 'post',
    path: '/v1/batches/{id}/letters',
    tag: 'batches',
    scopes: ['letters:write'],
    summary: 'Add letters to a batch',
    parameters: [id],
    body,
    answers: { 202: { description: 'Kept and in line', json: batchStateSchema } },
    problems: ['not-found', ...uploadProblems],
  },
  listBatches: {
    method: 'get',
    path: '/v1/batches',
    tag: 'batches',
    scopes: ['letters:read'],
    summary: 'Your batches, the newest first',
    answers: { 200: { description: 'The batches', json: z.object({ batches: z.array(batchStateSchema) }) } },
  },
  getBatch: {
    method: 'get',
    path: '/v1/batches/{id}',
    tag: 'batches',
    scopes: ['letters:read'],
    summary: 'How far a batch is',
    parameters: [id],
    answers: { 200: { description: 'The batch’s state', json: batchStateSchema } },
    problems: ['not-found'],
  },
  listBatchLetters: {
    method: 'get',
    path: '/v1/batches/{id}/letters',
    tag: 'batches',
    scopes: ['letters:read'],
    summary: 'A page of its letters',
    parameters: [
      id,
      { name: 'state', in: 'query', description: 'waiting, reading, done or failed' },
      { name: 'ground', in: 'query', description: 'Only letters with this ground', example: 'ca.purpose-of-visit' },
      { name: 'after', in: 'query', description: 'The `next` of the page before' },
      { name: 'limit', in: 'query', description: 'Letters a page, 1 to 500', example: '100' },
    ],
    answers: {
      200: {
        description: 'Letters',
        json: z.object({ letters: z.array(listedSchema), next: z.string().exactOptional() }),
      },
    },
    problems: ['request-invalid', 'not-found'],
  },
  getBatchSummary: {
    method: 'get',
    path: '/v1/batches/{id}/summary',
    tag: 'batches',
    scopes: ['letters:read'],
    summary: 'Grounds, kinds and months of its letters',
    parameters: [id],
    answers: { 200: { description: 'The sums', json: summarySchema } },
    problems: ['not-found'],
  },
  getBatchEvents: {
    method: 'get',
    path: '/v1/batches/{id}/events',
    tag: 'batches',
    scopes: ['letters:read'],
    summary: 'Its progress as server-sent events; Last-Event-ID resumes',
    parameters: [id, { name: 'Last-Event-ID', in: 'header', description: 'The last event that was seen' }],
    answers: { 200: { description: 'Events named progress', other: ['text/event-stream'] } },
    problems: ['not-found'],
  },
  getBatchCsv: results('text/csv', 'One row a ground', 'csv'),
  getBatchXlsx: results(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'The results as a workbook',
    'xlsx',
  ),
  getBatchJsonLines: results('application/jsonl', 'One report a line', 'jsonl'),
  getBatchZip: results('application/zip', 'Every report, and the table', 'zip'),
  retryBatch: {
    method: 'post',
    path: '/v1/batches/{id}/retry',
    tag: 'batches',
    scopes: ['letters:write'],
    summary: 'Read its failed letters again',
    parameters: [id],
    answers: { 202: { description: 'In line again', json: z.object({ retried: count }) } },
    problems: ['not-found'],
  },
  cancelBatch: {
    method: 'post',
    path: '/v1/batches/{id}/cancel',
    tag: 'batches',
    scopes: ['letters:write'],
    summary: 'Stop reading: its waiting letters end as failed with `not-done`; retry has them read after all',
    parameters: [id],
    answers: { 200: { description: 'How many letters were cancelled', json: z.object({ cancelled: count }) } },
    problems: ['not-found'],
  },
  rerunBatch: {
    method: 'post',
    path: '/v1/batches/{id}/rerun',
    tag: 'batches',
    scopes: ['letters:write'],
    summary: 'Analyse its letters again with the packs of now, and say what changed: one line of JSON a letter',
    parameters: [id],
    answers: {
      200: { description: 'Grounds, routes and deadlines that changed, a line a letter', other: ['application/jsonl'] },
    },
    problems: ['not-found'],
  },
  deleteBatch: {
    method: 'delete',
    path: '/v1/batches/{id}',
    tag: 'batches',
    scopes: ['letters:write'],
    summary: 'Delete a batch with all its letters at once',
    parameters: [id],
    answers: { 204: { description: 'Gone' } },
    problems: ['forbidden', 'not-found'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
