import { once } from 'node:events';
import type { Request, Response } from 'express';
import { Zip, ZipDeflate } from 'fflate';
import { findBatch } from '../../job/accept-batch.ts';
import { rerunBatch } from '../../job/batch/rerun-batch.ts';
import { batchCsv, batchFiles, batchJsonLines, batchWorkbook, type PackedFile } from '../../job/batch-results.ts';
import type { Tools } from '../../job/tools.ts';
import { ownerOf } from './owner.ts';

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
  zip: 'application/zip',
} as const;

export type ResultForm = keyof typeof mediaTypes;

/** Writes pieces as the reader takes them, so that a large batch never lies in memory as a whole. */
async function pour(pieces: AsyncIterable<string | Uint8Array>, response: Response): Promise<void> {
  for await (const piece of pieces) {
    if (response.destroyed) return;
    if (piece.length > 0 && !response.write(piece))
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}

/** Packs files one by one. */
async function* packed(files: AsyncIterable<PackedFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    ready.push(data);
  });
  const taken = (): readonly Uint8Array[] => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for await (const { name, bytes } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(bytes, true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** Sends the results of a batch as a file to be saved. Throws not-found. */
export async function sendBatchResults(
  tools: Tools,
  request: Request,
  response: Response,
  form: ResultForm,
): Promise<void> {
  const owner = ownerOf(response);
  const { batch } = await findBatch(tools, owner, String(request.params['id']));
  const language = request.query['lang'] === 'fr' ? 'fr' : 'en';
  response.attachment(`results.${form}`);
  response.type(mediaTypes[form]);
  switch (form) {
    case 'csv':
      return pour(batchCsv(tools, owner, batch.id, language), response);
    case 'jsonl':
      return pour(batchJsonLines(tools, owner, batch.id), response);
    case 'zip':
      return pour(packed(batchFiles(tools, owner, batch.id, language)), response);
    case 'xlsx':
      response.send(Buffer.from(await batchWorkbook(tools, owner, batch.id, language)));
  }
}

/** Sends what an analysis anew changed, a line a letter as each is done. Throws not-found. */
export async function sendRerun(tools: Tools, request: Request, response: Response): Promise<void> {
  const owner = ownerOf(response);
  const { batch } = await findBatch(tools, owner, String(request.params['id']));
  response.type(mediaTypes.jsonl);
  await pour(linesOf(rerunBatch(tools, owner, batch.id)), response);
}

async function* linesOf(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}
