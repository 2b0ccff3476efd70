import { hydrate } from 'preact';
import { closeMenus } from '../frame/close-menus.ts';
import { createSpeech, type Texts } from '../speech/translate.ts';
import { readPage } from '../view/read-page.ts';
import { isWorkspace } from '../view/workspace-view.ts';
import { WorkspaceApp } from '../workspace-app.tsx';

/** Takes over a page of the workspace that the server has drawn. */
export function startWorkspace(texts: Texts): void {
  const page = readPage();
  if (page === undefined || !isWorkspace(page.data)) return;
  closeMenus();
  hydrate(<WorkspaceApp speech={createSpeech(page.data.language, texts)} data={page.data} />, page.root);
}
