import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { type PageLanguage, pickLanguage } from '../speech/translate.ts';
import type { PageData, PageSettings, ViewData } from '../view/page-data.ts';
import type { Assets } from './asset-handler.ts';
import { renderDocument } from './render-document.tsx';

const pack = promisify(gzip);

export type PageTools = {
  readonly assets: Pick<Assets, 'address' | 'scripts'>;
  readonly settings: Omit<PageSettings, 'language'>;
};

export const languageOf = (request: Request): PageLanguage =>
  pickLanguage(request.query['lang'], request.get('accept-language'));

/** Sends the browser on after a form, in the same language. */
export const goTo = (request: Request, response: Response, address: string): void =>
  response.redirect(303, `${address}?lang=${languageOf(request)}`);

/** Draws a page in the language that was asked for and sends it. */
export async function sendPage(tools: PageTools, request: Request, response: Response, view: ViewData): Promise<void> {
  const language = languageOf(request);
  const signedIn = response.locals['signedIn'] === true;
  const data: PageData = { ...tools.settings, language, ...(signedIn ? { signedIn } : {}), ...view };
  const bytes = Buffer.from(renderDocument(data, tools.assets));
  response.type('html');
  response.setHeader('Content-Language', language);
  response.setHeader('Vary', 'Accept-Language, Accept-Encoding');
  if (request.acceptsEncodings('gzip') !== 'gzip') {
    response.send(bytes);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  response.send(await pack(bytes, { level: 5 }));
}
