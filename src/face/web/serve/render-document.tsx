import { renderToString } from 'preact-render-to-string';
import { App, titleOf } from '../app.tsx';
import { speechOf } from '../speech/translate.ts';
import type { PageData } from '../view/page-data.ts';
import { isWorkspace } from '../view/workspace-view.ts';
import { WorkspaceApp, workspaceTitle } from '../workspace-app.tsx';

/** Data in the page: no `<` may stand in it, since it would end or open a tag. */
const jsonFor = (data: PageData): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** A whole page. It reads and works without script; the script then takes it over. */
export function renderDocument(data: PageData, addressOf: (name: string) => string): string {
  const { t, other } = speechOf(data.language);
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* Without it a browser that came unencrypted hides from our own server that a form is from our own page. */}
      <meta name="referrer" content="same-origin" />
      <meta name="color-scheme" content="light dark" />
      <title>{isWorkspace(data) ? `${workspaceTitle(data)} · ${t('name')}` : titleOf(data)}</title>
      <meta name="description" content={t('tagline')} />
      <meta name="robots" content={data.view === 'home' ? 'index' : 'noindex'} />
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={addressOf('page.css')} />
      <link rel="alternate" hreflang={other} href={`?lang=${other}`} />
      <script type="module" src={addressOf(isWorkspace(data) ? 'workspace.js' : 'page.js')} />
      {data.view === 'waiting' && (
        <noscript>
          <meta http-equiv="refresh" content="2" />
        </noscript>
      )}
    </head>,
  );
  const body = renderToString(isWorkspace(data) ? <WorkspaceApp data={data} /> : <App data={data} />);
  return `<!doctype html><html lang="${data.language}">${head}<body><div id="root">${body}</div><script type="application/json" id="data">${jsonFor(data)}</script></body></html>`;
}
