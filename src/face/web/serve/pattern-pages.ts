import express, { type Request, Router } from 'express';
import type { GroundView, PackView } from '../../../job/pack-view.ts';
import { searchGrounds } from '../../../job/search-grounds.ts';
import type { Tools } from '../../../job/tools.ts';
import { Failure } from '../../../model/failure.ts';
import type { Localized } from '../../../model/locale.ts';
import { type PageLanguage, typeset } from '../speech/translate.ts';
import type { GroundData, PatternEntry, PatternsData, TriedSentence } from '../view/page-data.ts';
import { goTo, languageOf, type PageTools, sendPage } from './send-page.ts';

const queryOf = (request: Request): string => {
  const query = request.query['q'];
  return typeof query === 'string' ? query.slice(0, 200).trim() : '';
};

const shown = ({ status }: GroundView): boolean => status !== 'retired';

function entriesOf(packs: readonly PackView[], language: PageLanguage): readonly PatternEntry[] {
  const { compare } = new Intl.Collator(language);
  const say = (text: Localized): string => typeset(language, text[language]);
  return packs
    .flatMap(({ country, grounds }) =>
      grounds
        .filter(shown)
        .map(({ id, title, summary }) => ({ id, country, title: say(title), summary: say(summary) })),
    )
    .toSorted((a, b) => compare(a.title, b.title));
}

const longestSentence = 2000;

/** The sentence of a form, and what the patterns see in it. Throws request-invalid without one. */
function trySentence(tools: Tools, body: unknown): TriedSentence {
  const given: unknown = typeof body === 'object' && body !== null && 'text' in body ? body.text : undefined;
  const text = typeof given === 'string' ? given.replaceAll(/\s+/g, ' ').trim().slice(0, longestSentence) : '';
  if (text === '') throw new Failure('request-invalid', 'There is no sentence to try. Type one and send it again.');
  return { ...tools.explain(text), text };
}

/** The pages of what the program knows. */
export function patternPages(tools: Tools, page: PageTools): Router {
  const router = Router();
  const grounds = tools.packs.flatMap((pack) => pack.grounds.filter(shown));
  router.get('/patterns', async (request, response) => {
    const query = queryOf(request);
    const data: PatternsData = {
      view: 'patterns',
      entries: entriesOf(tools.packs, languageOf(request)),
      query,
      ...(query === '' ? {} : { found: searchGrounds(grounds, query) }),
    };
    await sendPage(page, request, response, data);
  });
  const form = express.urlencoded({ extended: false, limit: 65_536 });
  router.post('/patterns/try', form, async (request, response) => {
    const tried = trySentence(tools, request.body);
    if (request.accepts(['html', 'json']) === 'json') {
      response.json(tried);
      return;
    }
    const entries = entriesOf(tools.packs, languageOf(request));
    await sendPage(page, request, response, { view: 'patterns', entries, query: '', tried });
  });
  router.get('/patterns/try', (request, response) => goTo(request, response, '/patterns'));
  router.get('/patterns/list', (request, response) => {
    response.json({ entries: entriesOf(tools.packs, languageOf(request)).map(({ id, title }) => ({ id, title })) });
  });
  router.get('/patterns/search', (request, response) => {
    response.json({ found: searchGrounds(grounds, queryOf(request)) });
  });
  router.get('/patterns/:country/:id', async (request, response) => {
    const pack = tools.packs.find(({ country }) => country === request.params['country']);
    const ground = pack?.grounds.find(({ id }) => id === request.params['id']);
    if (pack === undefined || ground === undefined) {
      throw new Failure('not-found', 'There is no such reason. /patterns has the list.');
    }
    await sendPage(page, request, response, groundData(pack, ground));
  });
  return router;
}

function groundData(pack: PackView, ground: GroundView): GroundData {
  const named = new Set(ground.remedies.flatMap(({ documents }) => documents.map(({ id }) => id)));
  return {
    view: 'ground',
    ground,
    documents: Object.fromEntries(
      pack.documents.filter(({ id }) => named.has(id)).map((document) => [document.id, document]),
    ),
    routes: pack.routes.filter(({ id }) => ground.routes.includes(id)),
    version: pack.sha256.slice(0, 8),
  };
}
