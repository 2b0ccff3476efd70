import { type ErrorRequestHandler, type Request, Router } from 'express';
import type { Tools } from '../../../job/tools.ts';
import { Failure } from '../../../model/failure.ts';
import { pageScope } from '../../http/caller.ts';
import { problemStatus } from '../speech/problem-text.ts';
import type { ViewData } from '../view/page-data.ts';
import { loadAssets } from './asset-handler.ts';
import { batchPages } from './batch-pages.ts';
import { comparePages } from './compare-pages.ts';
import { keyPages } from './key-pages.ts';
import { letterPages } from './letter-pages.ts';
import type { PagesOptions } from './pages-options.ts';
import { patternPages } from './pattern-pages.ts';
import { type PageTools, sendPage } from './send-page.ts';

/** The pages for people. Every one works as plain HTML with forms; the script only makes them quicker. */
export function createPages(tools: Tools, options: PagesOptions): Router {
  const { megabytes, retentionDays, originalDays } = options;
  const assets = loadAssets(options.clientFolder);
  const page: PageTools = { assets, settings: { megabytes, retentionDays, originalDays } };
  const router = Router();
  router.get('/assets/:name', assets.handler);
  router.use(pageScope);
  router.get('/', async (request, response) => {
    const sample = (await tools.sample()) !== undefined;
    await sendPage(page, request, response, { view: 'home', sample });
  });
  router.use(
    letterPages(tools, options, page),
    comparePages(tools, options, page),
    batchPages(tools, options, page),
    patternPages(tools, page),
    keyPages(tools, page),
  );
  router.get('/deleted', (request, response) => sendPage(page, request, response, { view: 'deleted' }));
  router.use(async (request, response, next) => {
    if (!wantsPage(request)) {
      next();
      return;
    }
    response.status(404);
    await sendPage(page, request, response, { view: 'not-found' });
  });
  router.use(answerErrors(tools, page));
  return router;
}

const wantsPage = (request: Request): boolean =>
  (request.method === 'GET' || request.method === 'POST') && request.accepts(['json', 'html']) === 'html';

function problemView({ code, facts }: Failure): ViewData {
  if (code === 'not-found') return { view: 'not-found' };
  const held = facts['held'] === undefined ? {} : { held: true as const };
  const scope = facts['scope'] === undefined ? {} : { scope: true as const };
  return { view: 'problem', problem: code, ...held, ...scope };
}

/** A failure on the way to a page is a page that says what to do. What isn't a failure goes on to the log. */
function answerErrors(tools: Tools, page: PageTools): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (!(error instanceof Failure) || response.headersSent || !wantsPage(request)) {
      next(error);
      return;
    }
    response.status(problemStatus(error.code));
    const mayNot = error.facts['scope'] !== undefined;
    if (!mayNot && request.method === 'POST' && request.path === '/letters') {
      const sample = (await tools.sample()) !== undefined;
      await sendPage(page, request, response, { view: 'home', sample, problem: error.code });
      return;
    }
    if (!mayNot && request.method === 'POST' && request.path === '/batches') {
      await sendPage(page, request, response, { view: 'batches', batches: [], problem: error.code });
      return;
    }
    await sendPage(page, request, response, problemView(error));
  };
}
