import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Batch, checkBatchLine, deleteBatch, findBatch, openBatch, retryBatch } from '../../job/accept-batch.ts';
import { addToBatch } from '../../job/batch/add-to-batch.ts';
import { cancelBatch } from '../../job/batch/cancel-batch.ts';
import type { Tools } from '../../job/tools.ts';
import { Failure } from '../../model/failure.ts';
import { sendBatchEvents } from './batch-events.ts';
import type { batchOperations, batchStateSchema } from './batch-operations.ts';
import { sendBatchResults, sendRerun } from './batch-results.ts';
import { letterView } from './letter-view.ts';
import type { Handler } from './operation.ts';
import { ownerOf } from './owner.ts';
import type { ReceiveUpload, Upload } from './receive-upload.ts';

const idOf = (request: Request): string => String(request.params['id']);

function batchView({ batch, counts }: Batch): z.infer<typeof batchStateSchema> {
  const { id, name, created, refused } = batch;
  const self = `/v1/batches/${id}`;
  return {
    id,
    name,
    created,
    state: counts.waiting + counts.reading === 0 ? 'done' : 'reading',
    counts,
    refused: [...refused],
    links: {
      self,
      letters: `${self}/letters`,
      summary: `${self}/summary`,
      events: `${self}/events`,
      csv: `${self}/results.csv`,
      xlsx: `${self}/results.xlsx`,
      jsonl: `${self}/results.jsonl`,
      zip: `${self}/results.zip`,
      view: `/batches/${id}`,
    },
  };
}

const pageSchema = z.object({
  state: z.enum(['waiting', 'reading', 'done', 'failed']).exactOptional(),
  ground: z.string().max(120).exactOptional(),
  after: z.string().max(60).exactOptional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

async function listLetters(tools: Tools, request: Request, response: Response): Promise<void> {
  const owner = ownerOf(response);
  await findBatch(tools, owner, idOf(request));
  const question = pageSchema.safeParse(request.query);
  if (!question.success)
    throw new Failure('request-invalid', 'This page of letters can’t be had. See /docs for what may be asked.');
  const { letters, next } = await tools.letters.list(owner, { ...question.data, batch: idOf(request) });
  const views = letters.map((letter) => ({
    ...letterView(letter),
    ...(letter.found === undefined ? {} : { found: letter.found }),
  }));
  response.json({ letters: views, ...(next === undefined ? {} : { next }) });
}

/** The files of an upload, one in memory at a time. */
async function* readEach(files: Upload['files']) {
  for (const file of files) yield await file.read();
}

/** Keeps the files of an upload in a new batch, or in the one that is named. Gives the batch's id. */
export async function receiveBatchFiles(
  tools: Tools,
  receive: ReceiveUpload,
  request: Request,
  response: Response,
  known?: Batch,
): Promise<string> {
  await checkBatchLine(tools);
  return receive(request, response, async ({ files, fields }) => {
    if (files.length === 0)
      throw new Failure('request-invalid', 'No letter was sent. Send files as the field "letters".');
    const batch = known?.batch ?? (await openBatch(tools, ownerOf(response), fields['name'] ?? ''));
    await addToBatch(tools, batch, readEach(files));
    return batch.id;
  });
}

async function postFiles(
  tools: Tools,
  receive: ReceiveUpload,
  request: Request,
  response: Response,
  known?: Batch,
): Promise<void> {
  const id = await receiveBatchFiles(tools, receive, request, response, known);
  const state = batchView(await findBatch(tools, ownerOf(response), id));
  response.location(`/v1/batches/${id}`).status(202).json(state);
}

/** What each call about batches does. */
export function batchHandlers(tools: Tools, receive: ReceiveUpload): Record<keyof typeof batchOperations, Handler> {
  return {
    postBatch: (request, response) => postFiles(tools, receive, request, response),
    postBatchLetters: async (request, response) => {
      const known = await findBatch(tools, ownerOf(response), idOf(request));
      await postFiles(tools, receive, request, response, known);
    },
    listBatches: async (_request, response) => {
      response.json({ batches: (await tools.batches.list(ownerOf(response))).map(batchView) });
    },
    getBatch: async (request, response) => {
      response.json(batchView(await findBatch(tools, ownerOf(response), idOf(request))));
    },
    listBatchLetters: (request, response) => listLetters(tools, request, response),
    getBatchSummary: async (request, response) => {
      await findBatch(tools, ownerOf(response), idOf(request));
      response.json(await tools.batches.summarize(ownerOf(response), idOf(request)));
    },
    getBatchEvents: (request, response) => sendBatchEvents(tools, request, response),
    getBatchCsv: (request, response) => sendBatchResults(tools, request, response, 'csv'),
    getBatchXlsx: (request, response) => sendBatchResults(tools, request, response, 'xlsx'),
    getBatchJsonLines: (request, response) => sendBatchResults(tools, request, response, 'jsonl'),
    getBatchZip: (request, response) => sendBatchResults(tools, request, response, 'zip'),
    retryBatch: async (request, response) => {
      response.status(202).json({ retried: await retryBatch(tools, ownerOf(response), idOf(request)) });
    },
    cancelBatch: async (request, response) => {
      response.json({ cancelled: await cancelBatch(tools, ownerOf(response), idOf(request)) });
    },
    rerunBatch: (request, response) => sendRerun(tools, request, response),
    deleteBatch: async (request, response) => {
      await deleteBatch(tools, ownerOf(response), idOf(request));
      response.status(204).end();
    },
  };
}
