import express, { type Request, type Response, Router } from 'express';
import { acceptLetter } from '../../../job/accept-letter.ts';
import { mergeAnswers } from '../../../job/answers.ts';
import { deleteLetter } from '../../../job/delete-letter.ts';
import { findLetter } from '../../../job/find-letter.ts';
import { oneLetter } from '../../../job/one-letter.ts';
import { answerLetter } from '../../../job/report-of-letter.ts';
import type { Tools } from '../../../job/tools.ts';
import { unlockLetter } from '../../../job/unlock-letter.ts';
import { Failure } from '../../../model/failure.ts';
import { problemStatus } from '../speech/problem-text.ts';
import { letterData } from '../view/result-data.ts';
import { sendLetterEvents } from './letter-events.ts';
import type { PagesOptions } from './pages-options.ts';
import { goTo, type PageTools, sendPage } from './send-page.ts';

const idOf = (request: Request): string => String(request.params['id']);

/** The pages of one letter: handing it in, waiting, its result, and what can be done with it. */
export function letterPages(tools: Tools, options: PagesOptions, page: PageTools): Router {
  const { ownerOf, receive } = options;
  const form = express.urlencoded({ extended: false, limit: 65_536 });
  const router = Router();
  router.post('/letters', async (request, response) => {
    const { files, fields } = await receive(request, response);
    const { text, ...answers } = fields;
    const source = oneLetter(files, text);
    const upload = { owner: ownerOf(response), source, answers: mergeAnswers({}, answers) };
    const { letter } = await acceptLetter(tools, upload);
    goTo(request, response, `/letters/${letter.id}`);
  });
  router.post('/letters/sample', async (request, response) => {
    const source = await tools.sample();
    if (source === undefined) throw new Failure('not-found', 'There is no sample letter here.');
    const { letter } = await acceptLetter(tools, { owner: ownerOf(response), source, answers: {} });
    goTo(request, response, `/letters/${letter.id}`);
  });
  router.get('/letters/:id', async (request, response) => {
    const letter = await findLetter(tools, ownerOf(response), idOf(request));
    const view = await letterData(tools, letter);
    if (view.view === 'failed') response.status(problemStatus(view.problem));
    await sendPage(page, request, response, view);
  });
  router.post('/letters/:id/unlock', form, (request, response) =>
    unlockAndShow(tools, options, page, request, response),
  );
  router.get('/letters/:id/unlock', (request, response) => goTo(request, response, `/letters/${idOf(request)}`));
  router.get('/letters/:id/events', (request, response) =>
    sendLetterEvents(tools, ownerOf(response), idOf(request), response),
  );
  router.post('/letters/:id/answers', form, async (request, response) => {
    await answerLetter(tools, ownerOf(response), idOf(request), (before) => mergeAnswers(before, request.body ?? {}));
    goTo(request, response, `/letters/${idOf(request)}`);
  });
  router.post('/letters/:id/gathered', form, async (request, response) => {
    const { id, owner } = await findLetter(tools, ownerOf(response), idOf(request));
    await tools.letters.change(owner, id, { gathered: ticksOf(request.body) });
    goTo(request, response, `/letters/${id}`);
  });
  router.post('/letters/:id/delete', (request, response) => deleteAndSay(tools, ownerOf, request, response));
  return router;
}

/** A password that doesn't open the file is asked for again; nothing of it is kept or logged. */
async function unlockAndShow(
  tools: Tools,
  { ownerOf }: PagesOptions,
  page: PageTools,
  request: Request,
  response: Response,
): Promise<void> {
  const { id, name, owner } = await findLetter(tools, ownerOf(response), idOf(request));
  const { password = '' }: { readonly password?: unknown } = request.body ?? {};
  try {
    await unlockLetter(tools, owner, id, typeof password === 'string' ? password : '');
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'file-encrypted') throw error;
    response.status(problemStatus(error.code));
    await sendPage(page, request, response, { view: 'failed', id, name, problem: error.code, wrongPassword: true });
    return;
  }
  goTo(request, response, `/letters/${id}`);
}

async function deleteAndSay(
  tools: Tools,
  ownerOf: PagesOptions['ownerOf'],
  request: Request,
  response: Response,
): Promise<void> {
  await deleteLetter(tools, ownerOf(response), idOf(request));
  goTo(request, response, '/deleted');
}

/** Ids of ticked documents, from a form that sends one field for each. */
function ticksOf(body: unknown): readonly string[] {
  const ticked: unknown = typeof body === 'object' && body !== null && 'document' in body ? body.document : [];
  const ids: readonly unknown[] = Array.isArray(ticked) ? ticked : [ticked];
  return ids.filter((id): id is string => typeof id === 'string' && /^[\w.-]{1,80}$/.test(id)).slice(0, 300);
}
