import type { PageData } from './page-data.ts';

/** What the server drew the page from, and where. */
export function readPage(): { readonly data: PageData; readonly root: HTMLElement } | undefined {
  const text = document.getElementById('data')?.textContent;
  const root = document.getElementById('root');
  if (text === undefined || root === null) return undefined;
  const data: PageData = JSON.parse(text);
  return { data, root };
}
