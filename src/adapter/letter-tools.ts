import type { OcrEngine } from '../seam/ocr-engine.ts';
import type { Pdfium } from './pdf/load-pdfium.ts';
import type { ReadingSettings } from './reading-settings.ts';

/** What reading a letter needs, each loaded when it is first asked for: most letters need one of them. */
export type LetterTools = {
  readonly settings: ReadingSettings;
  readonly pdfium: () => Promise<Pdfium>;
  readonly ocr: () => Promise<OcrEngine>;
  /** Tells the one who waits how many pages are done. */
  readonly progress: (pagesDone: number, pagesTotal: number) => void;
  /** Asks for the processor time of one more page to be recognised. */
  readonly beginOcr: () => void;
};
