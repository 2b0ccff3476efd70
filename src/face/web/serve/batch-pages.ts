import { type Request, type Response, Router } from 'express';
import { deleteBatch, findBatch, retryBatch } from '../../../job/accept-batch.ts';
import { cancelBatch } from '../../../job/batch/cancel-batch.ts';
import { rerunBatch } from '../../../job/batch/rerun-batch.ts';
import type { Tools } from '../../../job/tools.ts';
import type { LetterRecord } from '../../../seam/store.ts';
import { type PageLanguage, typeset } from '../speech/translate.ts';
import { deadlinesData } from '../view/deadlines-data.ts';
import type { BatchData, BatchRow } from '../view/page-data.ts';
import type { PagesOptions } from './pages-options.ts';
import { goTo, languageOf, type PageTools, sendPage } from './send-page.ts';

const firstRows = 100;
const moreRows = 1000;

function rowOf({ id, name, state, found, problem, duplicateOf, corrections = 0, hold }: LetterRecord): BatchRow {
  return {
    id,
    name,
    state,
    grounds: found?.grounds.map((ground) => ground.id) ?? [],
    check: found?.check ?? false,
    duplicate: duplicateOf !== undefined,
    reviewed: corrections > 0,
    held: hold === true,
    ...(found === undefined ? {} : { kind: found.kind }),
    ...(found?.issued === undefined ? {} : { issued: found.issued }),
    ...(found?.deadline === undefined ? {} : { deadline: found.deadline }),
    ...(problem === undefined ? {} : { problem: problem.code }),
  };
}

async function rowsOf(tools: Tools, owner: string, batch: string, after: unknown, limit: number) {
  const page = await tools.letters.list(owner, { batch, limit, ...(typeof after === 'string' ? { after } : {}) });
  return { rows: page.letters.map(rowOf), ...(page.next === undefined ? {} : { next: page.next }) };
}

function namesOf(tools: Tools, language: PageLanguage): Readonly<Record<string, string>> {
  const named = tools.packs.flatMap(({ grounds, kinds }) => [...grounds, ...kinds]);
  return Object.fromEntries(named.map(({ id, title }) => [id, typeset(language, title[language])]));
}

async function batchData(tools: Tools, owner: string, id: string, request: Request): Promise<BatchData> {
  const { batch, counts } = await findBatch(tools, owner, id);
  const summary = await tools.batches.summarize(owner, id);
  const names = namesOf(tools, languageOf(request));
  const used = new Set([...summary.grounds, ...summary.kinds].map((one) => one.id));
  return {
    view: 'batch',
    id,
    name: batch.name,
    created: batch.created,
    counts,
    refused: batch.refused.map(({ name, code }) => ({ name, code })),
    summary,
    // A batch that is being read may yet meet any of them.
    names:
      counts.waiting + counts.reading > 0
        ? names
        : Object.fromEntries(Object.entries(names).filter(([key]) => used.has(key))),
    ...(await rowsOf(tools, owner, id, request.query['after'], firstRows)),
    today: tools.clock.today(),
  };
}

/** The pages of many letters: handing them in, their table, and what can be done with all of them. */
export function batchPages(tools: Tools, options: PagesOptions, page: PageTools): Router {
  const { ownerOf, receiveBatch } = options;
  const idOf = (request: Request): string => String(request.params['id']);
  const router = Router();
  router.get('/batches', async (request, response) => {
    const batches = await tools.batches.list(ownerOf(response));
    const entries = batches.map(({ batch: { id, name, created }, counts }) => ({ id, name, created, counts }));
    await sendPage(page, request, response, { view: 'batches', batches: entries });
  });
  router.post('/batches', async (request, response) => {
    goTo(request, response, `/batches/${await receiveBatch(request, response)}`);
  });
  router.get('/batches/:id', async (request, response) => {
    await sendPage(page, request, response, await batchData(tools, ownerOf(response), idOf(request), request));
  });
  router.get('/batches/:id/deadlines', async (request, response) => {
    await sendPage(page, request, response, await deadlinesData(tools, ownerOf(response), idOf(request)));
  });
  router.get('/batches/:id/rows', async (request: Request, response: Response) => {
    await findBatch(tools, ownerOf(response), idOf(request));
    response.json(await rowsOf(tools, ownerOf(response), idOf(request), request.query['after'], moreRows));
  });
  router.post('/batches/:id/retry', async (request, response) => {
    await retryBatch(tools, ownerOf(response), idOf(request));
    goTo(request, response, `/batches/${idOf(request)}`);
  });
  router.post('/batches/:id/cancel', async (request, response) => {
    await cancelBatch(tools, ownerOf(response), idOf(request));
    goTo(request, response, `/batches/${idOf(request)}`);
  });
  router.post('/batches/:id/rerun', async (request, response) => {
    for await (const line of rerunBatch(tools, ownerOf(response), idOf(request))) void line;
    goTo(request, response, `/batches/${idOf(request)}`);
  });
  router.post('/batches/:id/delete', async (request, response) => {
    await deleteBatch(tools, ownerOf(response), idOf(request));
    goTo(request, response, '/batches');
  });
  return router;
}
