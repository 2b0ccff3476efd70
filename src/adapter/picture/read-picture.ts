import { isOurFault } from '../../model/failure.ts';
import type { Note } from '../../model/note.ts';
import type { DraftPage } from '../../read/number-pages.ts';
import { numberPages } from '../../read/number-pages.ts';
import { pagesLeftOut, pageUnreadable } from '../../read/page-notes.ts';
import type { LetterSource, LetterText } from '../letter-source.ts';
import type { LetterTools } from '../letter-tools.ts';
import { refuseTooMany } from '../refuse-page.ts';
import { openPicture } from './open-picture.ts';
import { createPictureReading } from './read-drawn-page.ts';

/** Finer than any engine needs, so that a sheet that fills a third of a photo still is sharp. */
export const photoLength = 2400;

/** Reads a photo or a scan, page by page. */
export async function readPicture(source: LetterSource, tools: LetterTools): Promise<LetterText> {
  const opened = await openPicture(source);
  refuseTooMany(opened.pages, tools.settings.limits.maxPages);
  const pictures = createPictureReading(tools);
  const drafts: DraftPage[] = [];
  const notes: Note[] = [];
  const last = Math.min(opened.pages, tools.settings.limits.ocrPages);
  for (let number = 1; number <= last; number += 1) {
    const read = await readOne(number);
    notes.push(...read.notes);
    if (read.draft !== undefined) drafts.push(read.draft);
    tools.progress(number, last);
  }
  if (last < opened.pages) notes.push(pagesLeftOut(last, opened.pages));
  return { pages: numberPages(drafts), notes };

  async function readOne(number: number) {
    try {
      const page = await opened.page(number);
      return await pictures.read(await page.gray(photoLength), { number, width: page.width, height: page.height });
    } catch (cause) {
      if (opened.pages === 1 || isOurFault(cause)) throw cause;
      return { notes: [pageUnreadable(number)] };
    }
  }
}
