import { type Request, type Response, Router } from 'express';
import { acceptLetter } from '../../../job/accept-letter.ts';
import { compareLetters, lettersToCompare } from '../../../job/compare-letters.ts';
import { findLetter, findReadLetter } from '../../../job/find-letter.ts';
import { oneLetter } from '../../../job/one-letter.ts';
import type { Tools } from '../../../job/tools.ts';
import { waitForLetter } from '../../../job/wait-for-letter.ts';
import type { Localized } from '../../../model/locale.ts';
import type { LetterRecord } from '../../../seam/store.ts';
import type { ComparableLetter, ViewData } from '../view/page-data.ts';
import type { PagesOptions } from './pages-options.ts';
import { languageOf, type PageTools, sendPage } from './send-page.ts';

const waitSeconds = 5;

const idOf = (request: Request): string => String(request.params['id']);

function entryOf(names: ReadonlyMap<string, Localized>, { id, name, found }: LetterRecord): ComparableLetter {
  const kind = found?.kind ?? '';
  return {
    id,
    name,
    kind: names.get(kind) ?? { en: kind, fr: kind },
    ...(found?.issued === undefined ? {} : { issued: found.issued }),
  };
}

/** Choosing the other letter, waiting until it is read, or both side by side. */
async function compareData(tools: Tools, owner: string, id: string, chosen: string): Promise<ViewData> {
  const letter = await findReadLetter(tools, owner, id);
  const names = new Map(tools.packs.flatMap(({ kinds }) => kinds.map((kind) => [kind.id, kind.title] as const)));
  const others = (await lettersToCompare(tools, owner, letter)).map((one) => entryOf(names, one));
  const view = { view: 'compare', id, name: letter.name, others } as const;
  if (chosen === '' || chosen === id) return view;
  const other = await findLetter(tools, owner, chosen);
  if (other.problem !== undefined) return { ...view, chosen, problem: other.problem.code };
  if (other.state !== 'done') {
    const { name, pagesDone, pagesTotal } = other;
    return { view: 'waiting', id: chosen, name, pagesDone, pagesTotal };
  }
  return { ...view, chosen, comparison: await compareLetters(tools, owner, id, chosen) };
}

/** The pages that put two letters side by side. Only ids stand in their addresses. */
export function comparePages(tools: Tools, options: PagesOptions, page: PageTools): Router {
  const { ownerOf, receive } = options;
  const router = Router();
  router.get('/letters/:id/compare', async (request, response) => {
    const { with: chosen } = request.query;
    const wanted = typeof chosen === 'string' ? chosen : '';
    await sendPage(page, request, response, await compareData(tools, ownerOf(response), idOf(request), wanted));
  });
  router.post('/letters/:id/compare', async (request: Request, response: Response) => {
    const owner = ownerOf(response);
    const { id } = await findLetter(tools, owner, idOf(request));
    const { files } = await receive(request, response);
    const { letter } = await acceptLetter(tools, { owner, source: oneLetter(files, undefined), answers: {} });
    await waitForLetter(tools, letter, waitSeconds, AbortSignal.timeout(waitSeconds * 1000));
    response.redirect(303, `/letters/${id}/compare?with=${letter.id}&lang=${languageOf(request)}`);
  });
  return router;
}
