import { renderToString } from 'preact-render-to-string';
import { App, titleOf } from '../app.tsx';
import { speechOf, workspaceSpeechOf } from '../speech/speech-of.ts';
import type { PageData } from '../view/page-data.ts';
import { isWorkspace } from '../view/workspace-view.ts';
import { WorkspaceApp, workspaceTitle } from '../workspace-app.tsx';
import type { Assets } from './asset-handler.ts';

/** Data in the page: no `<` may stand in it, since it would end or open a tag. */
const jsonFor = (data: PageData): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** A whole page. It reads and works without script; the script then takes it over. */
export function renderDocument(data: PageData, { address, scripts }: Omit<Assets, 'handler'>): string {
  const { title, body } = partsOf(data);
  const { t, other, language } = speechOf(data.language);
  const [script, ...imported] = scripts(`${isWorkspace(data) ? 'workspace' : 'page'}-${language}`);
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* Without it a browser that came unencrypted hides from our own server that a form is from our own page. */}
      <meta name="referrer" content="same-origin" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <meta name="description" content={t('tagline')} />
      <meta name="robots" content={data.view === 'home' ? 'index' : 'noindex'} />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={address('page.css')} />
      <link rel="alternate" hreflang={other} href={`?lang=${other}`} />
      {imported.map((one) => (
        <link key={one} rel="modulepreload" href={one} />
      ))}
      {script !== undefined && <script type="module" src={script} />}
      {data.view === 'waiting' && (
        <noscript>
          <meta http-equiv="refresh" content="2" />
        </noscript>
      )}
    </head>,
  );
  return `<!doctype html><html lang="${data.language}">${head}<body><div id="root">${body}</div><script type="application/json" id="data">${jsonFor(data)}</script></body></html>`;
}

function partsOf(data: PageData): { readonly title: string; readonly body: string } {
  if (!isWorkspace(data)) {
    const speech = speechOf(data.language);
    return { title: titleOf(speech, data), body: renderToString(<App speech={speech} data={data} />) };
  }
  const speech = workspaceSpeechOf(data.language);
  const title = `${workspaceTitle(speech, data)} · ${speech.t('name')}`;
  return { title, body: renderToString(<WorkspaceApp speech={speech} data={data} />) };
}
