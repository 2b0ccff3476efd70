import type { Page } from '../../model/document.ts';
import { typedPage } from '../../read/lay-out-text.ts';
import { type DrawnPage, drawPage, scaleFor } from './draw-page.ts';
import type { Pdfium } from './load-pdfium.ts';

const font = 'Courier';
const fontSize = 10;
/** How far under its box's top a letter stands, in points. */
const baseline = 9;

/** Draws a page of plain text as it was laid out: a new page of PDFium's, each row in its place, in a typewriter's letters. */
export function drawTypedPage(pdfium: Pdfium, page: Page, dpi: number): DrawnPage {
  const { call } = pdfium;
  const document = call.FPDF_CreateNewDocument();
  const handle = call.FPDFPage_New(document, 0, page.width, page.height);
  try {
    for (const { words } of page.lines) {
      for (const { text, box } of words)
        addText(pdfium, { document, page: handle }, text, { x: box.left, y: page.height - box.top - baseline });
    }
    const size = { width: page.width, height: page.height };
    const frame = { ...size, turns: 0, left: 0, top: page.height, unturned: size } as const;
    return drawPage(pdfium, handle, frame, { scale: scaleFor(size, dpi), colour: true });
  } finally {
    call.FPDF_ClosePage(handle);
    call.FPDF_CloseDocument(document);
  }
}

function addText(
  pdfium: Pdfium,
  at: { document: number; page: number },
  text: string,
  place: { x: number; y: number },
): void {
  const { call, memory } = pdfium;
  const object = call.FPDFPageObj_NewTextObj(at.document, font, fontSize);
  const wide = Buffer.from(`${text.slice(0, typedPage.width)}\0`, 'utf16le');
  const pointer = pdfium.allocate(wide.length);
  memory.HEAPU8.set(wide, pointer);
  call.FPDFText_SetText(object, pointer);
  pdfium.free(pointer);
  call.FPDFPageObj_Transform(object, 1, 0, 0, 1, place.x, place.y);
  call.FPDFPage_InsertObject(at.page, object);
}
