import express, { type Request, type Response, Router } from 'express';
import { checkSession, closeSession, openSession } from '../../../job/sessions.ts';
import type { Tools } from '../../../job/tools.ts';
import type { FailureCode } from '../../../model/failure.ts';
import { Failure } from '../../../model/failure.ts';
import type { KeyGuard } from '../../http/key-guard.ts';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../../http/session-cookie.ts';
import { problemStatus } from '../speech/problem-text.ts';
import { loadAssets } from './asset-handler.ts';
import type { PagesOptions } from './pages-options.ts';
import { languageOf, type PageTools, sendPage } from './send-page.ts';

export type SignInOptions = Pick<PagesOptions, 'clientFolder' | 'megabytes' | 'retentionDays' | 'originalDays'> & {
  readonly guard: KeyGuard;
};

/** An address of our own, so that the form can't be used to send somebody elsewhere. */
const ownAddress = (address: unknown): string =>
  typeof address === 'string' && /^\/(?![/\\])[\w\-./]{0,200}$/.test(address) ? address : '/';

const fieldOf = (body: unknown, name: string): string => {
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : '';
  return typeof value === 'string' ? value.trim().slice(0, 300) : '';
};

async function signIn(tools: Tools, options: SignInOptions, page: PageTools, request: Request, response: Response) {
  const next = ownAddress(fieldOf(request.body, 'next'));
  const again = async (problem: FailureCode): Promise<void> => {
    response.status(problemStatus(problem));
    await sendPage(page, request, response, { view: 'sign-in', next, problem });
  };
  try {
    const key = await options.guard(request, fieldOf(request.body, 'key'));
    if (key === undefined) return await again('unauthorized');
    if (!key.scopes.includes('letters:read')) return await again('forbidden');
    setSessionCookie(request, response, await openSession(tools, key));
    await tools.audit.record({ who: key.id, what: 'sign in', result: 'done' });
    response.redirect(303, `${next}?lang=${languageOf(request)}`);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'too-many-requests') throw error;
    response.setHeader('Retry-After', String(error.facts['retryAfter'] ?? 60));
    await again(error.code);
  }
}

async function signOut(tools: Tools, request: Request, response: Response): Promise<void> {
  const token = sessionTokenOf(request);
  if (token !== undefined) await closeSession(tools, token);
  clearSessionCookie(request, response);
  response.setHeader('Clear-Site-Data', '"cache", "storage"');
  response.redirect(303, `/sign-in?lang=${languageOf(request)}`);
}

/** What somebody sees before signing in: the form, and the way to it from every other page. */
export function createSignInPages(tools: Tools, options: SignInOptions): Router {
  const { megabytes, retentionDays, originalDays } = options;
  const assets = loadAssets(options.clientFolder);
  const page: PageTools = { assets, settings: { megabytes, retentionDays, originalDays } };
  const form = express.urlencoded({ extended: false, limit: 4096 });
  const router = Router();
  router.get('/assets/:name', assets.handler);
  router.get('/sign-in', (request, response) =>
    sendPage(page, request, response, { view: 'sign-in', next: ownAddress(request.query['next']) }),
  );
  router.post('/sign-in', form, (request, response) => signIn(tools, options, page, request, response));
  router.post('/sign-out', (request, response) => signOut(tools, request, response));
  router.use(async (request, response, next) => {
    const asks = request.method === 'GET' && request.accepts(['json', 'html']) === 'html';
    if (!asks || (await isKnown(tools, request))) next();
    else response.redirect(303, `/sign-in?next=${encodeURIComponent(request.path)}&lang=${languageOf(request)}`);
  });
  return router;
}

/** Whoever sends a key is told by the API if it is no good; a session that has ended leads to the form. */
async function isKnown(tools: Tools, request: Request): Promise<boolean> {
  const token = sessionTokenOf(request);
  if (request.headers.authorization !== undefined) return true;
  return token !== undefined && (await checkSession(tools, token)) !== undefined;
}
