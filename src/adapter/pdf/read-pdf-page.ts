import type { Mark } from '../../model/document.ts';
import type { Box } from '../../model/geometry.ts';
import { arrangeRows } from '../../read/arrange-rows.ts';
import { agreementOf, leastAgreement } from '../../read/compare-texts.ts';
import { joinHyphens } from '../../read/join-hyphens.ts';
import { judgeTextLayer, languageShares, readableShare, type StopWords } from '../../read/judge-text.ts';
import type { DraftPage } from '../../read/number-pages.ts';
import { hiddenText, redacted, textLayerBad, textMismatch } from '../../read/page-notes.ts';
import type { LetterTools } from '../letter-tools.ts';
import type { PictureReading, ReadPicture } from '../picture/read-drawn-page.ts';
import type { SecondReader } from './ask-second-reader.ts';
import { drawPage } from './draw-page.ts';
import type { Pdfium } from './load-pdfium.ts';
import { lookAtTextPage } from './look-at-text-page.ts';
import type { PdfForm } from './open-form.ts';
import { noFields, readFormFields } from './read-form-fields.ts';
import { readTextLayer, type TextLayer } from './read-text-layer.ts';

/** Pixels of the longer side of a page that is drawn to be recognised. */
export const ocrHeight = 1800;
/** Fewer hidden words may be an accident: a page number printed white, a crop mark's name. */
const fewestHidden = 3;

/** What reading the pages of one PDF needs. */
export type PdfReading = {
  readonly pdfium: Pdfium;
  readonly form: PdfForm;
  readonly tools: LetterTools;
  readonly pictures: PictureReading;
  readonly second: SecondReader;
};

/** Reads one loaded page. */
export async function readPdfPage(page: number, number: number, reading: PdfReading): Promise<ReadPicture> {
  const { pdfium, form, tools, pictures } = reading;
  const layer = readTextLayer(pdfium, page);
  const words = layer.rows.flatMap((row) => row.map((word) => word.text));
  const verdict = judgeTextLayer(layer.counts, words, tools.settings.stopWords);
  if (verdict === 'good') {
    pictures.hint(words);
    return readGoodLayer(page, layer, number, reading);
  }
  const { frame } = layer;
  const scale = ocrHeight / Math.max(frame.width, frame.height);
  const drawn = drawPage(pdfium, page, frame, { scale, colour: false, form: form.handle });
  const read = await pictures.read(drawn, { number, width: frame.width, height: frame.height });
  if (verdict === 'none') return read;
  if (read.draft === undefined) return { draft: draftOf(layer, number, []), notes: read.notes };
  const mismatch = contradicts(read.draft, [words, await reading.second(number)], tools.settings.stopWords);
  return { ...read, notes: [textLayerBad(number), ...(mismatch ? [textMismatch(number)] : []), ...read.notes] };
}

/** Whether a readable stored text says other words than the picture of the page. Garbage contradicts nothing. */
function contradicts(
  draft: DraftPage,
  stored: readonly (readonly string[] | undefined)[],
  stopWords: StopWords,
): boolean {
  const shown = draft.rows.flatMap((row) => row.words.map((word) => word.text));
  return stored.some((words) => {
    const readable = words !== undefined && (languageShares(words, stopWords)[0]?.share ?? 0) >= readableShare;
    return readable && (agreementOf(words, shown) ?? 1) < leastAgreement;
  });
}

/** Words that the page doesn't show are not read: a letter means what people see. */
function readGoodLayer(page: number, layer: TextLayer, number: number, { pdfium, form }: PdfReading): ReadPicture {
  const { marks, bars, hidden } = lookAtTextPage(pdfium, page, layer);
  const fields = form.kind === 'fields' ? readFormFields(pdfium, form.handle, page, layer.frame) : noFields;
  const shown = layer.rows.map((row) => row.filter((word) => !hidden.has(word)));
  const underBars = [...hidden].filter((word) => bars.some((bar) => overlap(bar, word.box))).length;
  const notes = bars.map((bar) => redacted(number, bar)).slice(0, 1);
  if (hidden.size - underBars + layer.offPage >= fewestHidden) notes.push(hiddenText(number));
  const drawn = marks.filter((mark) => !fields.marks.some((field) => overlap(field.box, mark.box)));
  return { draft: draftOf({ ...layer, rows: [...shown, ...fields.rows] }, number, [...drawn, ...fields.marks]), notes };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function draftOf(layer: TextLayer, number: number, marks: readonly Mark[]): DraftPage {
  const { width, height } = layer.frame;
  const rows = joinHyphens(arrangeRows(layer.rows, { width, height }));
  return { number, width, height, origin: 'text-layer', rows, marks };
}
