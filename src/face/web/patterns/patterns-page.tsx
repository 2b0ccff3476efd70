import { useEffect, useRef, useState } from 'preact/hooks';
import { Later } from '../frame/later.tsx';
import type { Speech } from '../speech/translate.ts';
import type { PatternsData } from '../view/page-data.ts';
import { TrySentence } from './try-sentence.tsx';

const waitMilliseconds = 150;

/** Asks the server which reasons fit, a moment after the last key. */
function useSearch(data: PatternsData): {
  query: string;
  found: readonly string[] | undefined;
  search: (query: string) => void;
} {
  const [query, setQuery] = useState(data.query);
  const [found, setFound] = useState(data.found);
  const asked = useRef(0);
  useEffect(() => {
    if (query === data.query) return;
    asked.current += 1;
    const turn = asked.current;
    const timer = setTimeout(() => {
      if (query.trim() === '') {
        setFound(undefined);
        return;
      }
      void fetch(`/patterns/search?q=${encodeURIComponent(query)}`)
        .then(async (response): Promise<{ found: readonly string[] }> => response.json())
        .then((answer) => turn === asked.current && setFound(answer.found))
        .catch(() => {});
    }, waitMilliseconds);
    return () => clearTimeout(timer);
  }, [query, data.query]);
  return { query, found, search: setQuery };
}

/** Every reason by its name, and a search that reads names, explanations and the sentences of letters. */
export function PatternsPage({ speech, data }: { readonly speech: Speech; readonly data: PatternsData }) {
  const { t, language } = speech;
  const { query, found, search } = useSearch(data);
  const byId = new Map(data.entries.map((entry) => [entry.id, entry]));
  const entries = found === undefined ? data.entries : found.flatMap((id) => byId.get(id) ?? []);
  return (
    <div class="wrap patterns">
      <h1>{t('patternsTitle')}</h1>
      <p class="lead">{t('patternsLead')}</p>
      <search>
        <form class="search" method="get" action="/patterns">
          <input type="hidden" name="lang" value={language} />
          <label for="patterns-query">{t('patternsFind')}</label>
          <p class="muted small" id="patterns-hint">
            {t('patternsFindHint')}
          </p>
          <div class="search-row">
            <input
              id="patterns-query"
              type="search"
              name="q"
              value={query}
              autocomplete="off"
              aria-describedby="patterns-hint"
              onInput={(event) => search(event.currentTarget.value)}
            />
            <button type="submit" class="button no-script">
              {t('patternsSearch')}
            </button>
          </div>
        </form>
      </search>
      <Later>
        <TrySentence speech={speech} entries={data.entries} tried={data.tried} />
      </Later>
      <output class="muted">
        {entries.length === 0 ? t('patternsNone') : t('patternsCount', { n: entries.length })}
      </output>
      <Later>
        <ul class="entries">
          {entries.map(({ id, country, title, summary }) => (
            <li key={id}>
              <a href={`/patterns/${country}/${id}?lang=${language}`}>
                <b>{title}</b>
                <span>{summary}</span>
              </a>
            </li>
          ))}
        </ul>
      </Later>
    </div>
  );
}
