import type { Pdfium } from './load-pdfium.ts';

/** `kind`: `fields` can be read; `xfa` forms hold a program that only one maker's reader runs. `handle` is 0 where there is none. */
export type PdfForm = { readonly kind: 'none' | 'fields' | 'xfa'; readonly handle: number; readonly close: () => void };

/** Opens a document's form, if it has one. */
export function openForm(pdfium: Pdfium, document: number): PdfForm {
  const { call } = pdfium;
  const type = call.FPDF_GetFormType(document);
  if (type <= 0) return { kind: 'none', handle: 0, close: () => undefined };
  const info = call.PDFiumExt_OpenFormFillInfo();
  const handle = call.PDFiumExt_InitFormFillEnvironment(document, info);
  return {
    kind: type === 1 ? 'fields' : 'xfa',
    handle,
    close: () => {
      if (handle !== 0) call.PDFiumExt_ExitFormFillEnvironment(handle);
      call.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}
