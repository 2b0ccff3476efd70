import { Failure } from '../../model/failure.ts';
import type { Note } from '../../model/note.ts';
import { type DraftPage, numberPages } from '../../read/number-pages.ts';
import { pagesLeftOut, pageUnreadable } from '../../read/page-notes.ts';
import type { LetterSource, LetterText } from '../letter-source.ts';
import type { LetterTools } from '../letter-tools.ts';
import { createPictureReading } from '../picture/read-drawn-page.ts';
import { refuseTooMany } from '../refuse-page.ts';
import { createSecondReader, readBySecondReader } from './ask-second-reader.ts';
import type { Pdfium } from './load-pdfium.ts';
import { formNotReadable, noteContents } from './note-contents.ts';
import { openForm } from './open-form.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { type PdfReading, readPdfPage } from './read-pdf-page.ts';

/** Reads a PDF: the text layer where it is good, the picture of the page where it isn't. */
export async function readPdf(source: LetterSource, tools: LetterTools): Promise<LetterText> {
  const pdfium = await tools.pdfium();
  try {
    return await readOpened(pdfium, openPdf(pdfium, source), source, tools);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'file-unreadable') throw error;
    return readBySecondReader(source, tools, error);
  }
}

async function readOpened(pdfium: Pdfium, pdf: OpenPdf, source: LetterSource, tools: LetterTools): Promise<LetterText> {
  const form = openForm(pdfium, pdf.handle);
  try {
    refuseTooMany(pdf.pageCount, tools.settings.limits.maxPages);
    const notes = [...noteContents(pdfium, pdf.handle, source.bytes)];
    if (form.kind === 'xfa') notes.push(formNotReadable());
    const second = createSecondReader(source, Math.min(pdf.pageCount, tools.settings.limits.textPages));
    const reading = { pdfium, form, tools, pictures: createPictureReading(tools), second };
    const text = await readPages(pdf, reading);
    return { pages: text.pages, notes: [...notes, ...text.notes] };
  } finally {
    form.close();
    pdf.close();
  }
}

async function readPages(
  pdf: { readonly handle: number; readonly pageCount: number },
  reading: PdfReading,
): Promise<LetterText> {
  const { pdfium, tools, pictures } = reading;
  const drafts: DraftPage[] = [];
  const notes: Note[] = [];
  const last = Math.min(pdf.pageCount, tools.settings.limits.textPages);
  for (let number = 1; number <= last; number += 1) {
    const page = pdfium.call.FPDF_LoadPage(pdf.handle, number - 1);
    if (page === 0) {
      notes.push(pageUnreadable(number));
    } else {
      try {
        const read = await readPdfPage(page, number, reading);
        notes.push(...read.notes);
        if (read.draft !== undefined) drafts.push(read.draft);
      } finally {
        pdfium.call.FPDF_ClosePage(page);
      }
    }
    tools.progress(number, last);
  }
  const read = last - pictures.skipped();
  if (read < pdf.pageCount) notes.push(pagesLeftOut(read, pdf.pageCount));
  return { pages: numberPages(drafts), notes };
}
