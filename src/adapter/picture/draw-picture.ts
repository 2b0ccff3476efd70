import type { LetterSource } from '../letter-source.ts';
import type { LetterTools } from '../letter-tools.ts';
import { scaleFor } from '../pdf/draw-page.ts';
import { noSuchPage } from '../refuse-page.ts';
import { findShownTurn } from './find-shown-turn.ts';
import { openPicture } from './open-picture.ts';
import { photoLength } from './read-picture.ts';

/** One page of a photo or scan as a PNG, turned the way its words were read. */
export async function drawPicture(
  source: LetterSource,
  number: number,
  dpi: number,
  tools: LetterTools,
): Promise<Buffer> {
  const opened = await openPicture(source);
  if (number > opened.pages) throw noSuchPage(number);
  const page = await opened.page(number);
  const turns = await findShownTurn(await page.gray(photoLength), tools);
  const across = turns % 2 === 1 ? page.height : page.width;
  return page.png(turns, across * scaleFor(page, dpi));
}
