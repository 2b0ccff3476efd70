import { Failure } from '../model/failure.ts';
import { readPlainText } from '../read/read-plain-text.ts';
import { readDocx } from './archive/read-docx.ts';
import type { LetterSource, LetterText } from './letter-source.ts';
import type { LetterTools } from './letter-tools.ts';
import { drawPdf } from './pdf/draw-pdf.ts';
import { drawTypedPage } from './pdf/draw-typed-page.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { drawPicture } from './picture/draw-picture.ts';
import { readPicture } from './picture/read-picture.ts';
import { writePng } from './picture/write-png.ts';
import { noSuchPage } from './refuse-page.ts';

/** Reads one letter. Throws a Failure; anything else is a defect or a hostile file, and the process should end. */
export async function readLetter(source: LetterSource, tools: LetterTools): Promise<LetterText> {
  const text = await readByType(source, tools);
  if (text.pages.some((page) => page.lines.length > 0)) return text;
  throw new Failure(
    'file-unreadable',
    'No text could be read in this file. Photograph the letter again in even light, flat and sharp, or scan it.',
  );
}

async function readByType(source: LetterSource, tools: LetterTools): Promise<LetterText> {
  if (source.mediaType === 'application/pdf') return readPdf(source, tools);
  if (source.mediaType.startsWith('image/')) return readPicture(source, tools);
  if (source.mediaType.endsWith('.document')) return readDocx(source.bytes);
  throw unsupported();
}

/** Draws one page of a letter as a PNG. */
export async function drawLetter(source: LetterSource, page: number, dpi: number, tools: LetterTools): Promise<Buffer> {
  if (source.mediaType === 'application/pdf') return drawPdf(source, page, dpi, tools);
  if (source.mediaType.startsWith('image/')) return drawPicture(source, page, dpi, tools);
  const { pages } = source.mediaType === 'text/plain' ? readPlainText(source.bytes) : await readByType(source, tools);
  const typed = pages.find(({ number }) => number === page);
  if (typed === undefined) throw noSuchPage(page);
  return writePng(drawTypedPage(await tools.pdfium(), typed, dpi));
}

function unsupported(): Failure {
  return new Failure('file-type-unsupported', 'This type of file is not read. Use a PDF, a photo or plain text.');
}
