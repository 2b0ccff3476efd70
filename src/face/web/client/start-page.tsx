import '../style/page.css';
import '../style/frame.css';
import '../style/controls.css';
import '../style/forms.css';
import '../upload/home.css';
import '../style/docs.css';
import '../result/result.css';
import '../letter/letter.css';
import '../letter/reasons.css';
import '../result/routes.css';
import '../patterns/patterns.css';
import '../patterns/try.css';
import '../compare/compare.css';
import '../review/drawer.css';
import '../keys/keys.css';
import '../batch/batches.css';
import '../batch/batch-table.css';
import '../style/narrow.css';
import '../style/print.css';
import { hydrate } from 'preact';
import { App } from '../app.tsx';
import { closeMenus } from '../frame/close-menus.ts';
import { createSpeech, type Texts } from '../speech/translate.ts';
import { readPage } from '../view/read-page.ts';
import { isWorkspace } from '../view/workspace-view.ts';

/** Takes over a page of the applicant that the server has drawn. */
export function startPage(texts: Texts): void {
  const page = readPage();
  if (page === undefined || isWorkspace(page.data)) return;
  closeMenus();
  hydrate(<App speech={createSpeech(page.data.language, texts)} data={page.data} />, page.root);
}
