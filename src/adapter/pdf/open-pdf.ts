import { Failure } from '../../model/failure.ts';
import type { Source } from '../../seam/reader.ts';
import type { Pdfium } from './load-pdfium.ts';

/** An open document: the handle for PDFium's calls. */
export type OpenPdf = { readonly handle: number; readonly pageCount: number; readonly close: () => void };

const wrongPassword = 4;
const unknownLock = 5;

/** Opens a PDF. Throws file-encrypted or file-unreadable. An owner's password alone locks nothing: such files open. */
export function openPdf(pdfium: Pdfium, source: Source): OpenPdf {
  const { call, memory } = pdfium;
  const pointer = pdfium.allocate(source.bytes.length);
  memory.HEAPU8.set(source.bytes, pointer);
  const handle = call.FPDF_LoadMemDocument(pointer, source.bytes.length, source.password ?? '');
  if (handle === 0) {
    const error = call.FPDF_GetLastError();
    pdfium.free(pointer);
    throw failureOf(error, source.password !== undefined);
  }
  const close = (): void => {
    call.FPDF_CloseDocument(handle);
    pdfium.free(pointer);
  };
  const pageCount = call.FPDF_GetPageCount(handle);
  if (pageCount > 0) return { handle, pageCount, close };
  close();
  throw new Failure(
    'file-unreadable',
    'This PDF has no pages. Ask for the letter again, or photograph the paper letter.',
  );
}

function failureOf(error: number, triedPassword: boolean): Failure {
  if (error === wrongPassword) {
    return new Failure(
      'file-encrypted',
      triedPassword
        ? 'The password does not open this PDF. Check it and try again.'
        : 'This PDF is locked with a password. Give the password, or save a copy without one.',
    );
  }
  if (error === unknownLock) {
    return new Failure(
      'file-encrypted',
      'This PDF is locked in a way we cannot open. Print it to a new PDF and use that.',
    );
  }
  return new Failure(
    'file-unreadable',
    'This PDF is damaged and cannot be opened. Download it again, or photograph the paper letter.',
  );
}
