import { Failure } from '../model/failure.ts';
import { findReadLetter } from './find-letter.ts';
import { getOriginal, type pictureDpis, pictureKey } from './letter-files.ts';
import type { Tools } from './tools.ts';

export type PictureDpi = (typeof pictureDpis)[number];

const mostMilliseconds = 20_000;

/** A page of a letter as PNG, drawn once and kept with the letter. Throws not-found for a page that isn't there. */
export async function drawLetterPage(
  tools: Tools,
  owner: string,
  id: string,
  picture: { readonly page: number; readonly dpi: PictureDpi },
): Promise<Uint8Array> {
  const letter = await findReadLetter(tools, owner, id);
  if (picture.page < 1 || picture.page > letter.pagesTotal) {
    throw new Failure(
      'not-found',
      `The letter has no page ${picture.page}. Its pages are numbered 1 to ${letter.pagesTotal}.`,
    );
  }
  const key = pictureKey(id, picture.page, picture.dpi);
  const kept = await tools.files.get(key);
  if (kept !== undefined) return kept;
  const source = await getOriginal(tools.files, letter);
  const drawn = await tools.drawPage(source, picture.page, picture.dpi, AbortSignal.timeout(mostMilliseconds));
  await tools.files.put(key, drawn);
  // The letter may have been deleted meanwhile: then the picture must not outlive it.
  if ((await tools.letters.find(owner, { id })) === undefined) await tools.files.remove(id);
  return drawn;
}
