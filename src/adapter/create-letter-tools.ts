import type { OcrEngine } from '../seam/ocr-engine.ts';
import type { LetterTools } from './letter-tools.ts';
import type { Pdfium } from './pdf/load-pdfium.ts';
import type { ReadingSettings } from './reading-settings.ts';

/** Libraries that are loaded when the first letter needs them, and kept. */
export function createLetterTools(
  settings: ReadingSettings,
  tell: Pick<LetterTools, 'progress' | 'beginOcr'>,
): LetterTools {
  let pdfium: Promise<Pdfium> | undefined;
  let ocr: Promise<OcrEngine> | undefined;
  return {
    settings,
    ...tell,
    pdfium: () => {
      pdfium ??= import('./pdf/load-pdfium.ts').then(({ loadPdfium }) => loadPdfium());
      return pdfium;
    },
    ocr: () => {
      ocr ??= import('./ocr/choose-ocr-engine.ts').then(({ chooseOcrEngine }) => chooseOcrEngine(settings));
      return ocr;
    },
  };
}
