import { judgeTextLayer } from '../../read/judge-text.ts';
import type { Source } from '../../seam/reader.ts';
import type { LetterTools } from '../letter-tools.ts';
import { findShownTurn } from '../picture/find-shown-turn.ts';
import { writePng } from '../picture/write-png.ts';
import { noSuchPage } from '../refuse-page.ts';
import { drawPage, scaleFor } from './draw-page.ts';
import type { Pdfium } from './load-pdfium.ts';
import { openForm } from './open-form.ts';
import { openPdf } from './open-pdf.ts';
import { type PageFrame, quarterTurns } from './page-frame.ts';
import { ocrHeight } from './read-pdf-page.ts';
import { readTextLayer } from './read-text-layer.ts';

/** One page of a PDF as a PNG, in the frame that its words were placed in. */
export async function drawPdf(source: Source, number: number, dpi: number, tools: LetterTools): Promise<Buffer> {
  const pdfium = await tools.pdfium();
  const pdf = openPdf(pdfium, source);
  const form = openForm(pdfium, pdf.handle);
  try {
    const page = number > pdf.pageCount ? 0 : pdfium.call.FPDF_LoadPage(pdf.handle, number - 1);
    if (page === 0) throw noSuchPage(number);
    try {
      const frame = await frameForDrawing(pdfium, page, tools);
      const drawn = drawPage(pdfium, page, frame, { scale: scaleFor(frame, dpi), colour: true, form: form.handle });
      return await writePng(drawn);
    } finally {
      pdfium.call.FPDF_ClosePage(page);
    }
  } finally {
    form.close();
    pdf.close();
  }
}

/** The frame that reading the page used: text tells it, else the picture. */
async function frameForDrawing(pdfium: Pdfium, page: number, tools: LetterTools): Promise<PageFrame> {
  const layer = readTextLayer(pdfium, page);
  const words = layer.rows.flatMap((row) => row.map((word) => word.text));
  if (judgeTextLayer(layer.counts, words, tools.settings.stopWords) === 'good') return layer.frame;
  const { frame } = layer;
  const scale = ocrHeight / Math.max(frame.width, frame.height);
  const turns = await findShownTurn(drawPage(pdfium, page, frame, { scale, colour: false }), tools);
  if (turns === 0) return frame;
  const lying = turns % 2 === 1;
  return {
    ...frame,
    turns: quarterTurns(frame.turns + turns),
    width: lying ? frame.height : frame.width,
    height: lying ? frame.width : frame.height,
  };
}
