import type { StopWords } from '../read/judge-text.ts';

/** How large a letter may be. Sizes in bytes. */
export type ReadingLimits = {
  readonly maxFileBytes: number;
  readonly maxTextBytes: number;
  readonly maxPages: number;
  /** Pages past these are left out, and a note says so. */
  readonly textPages: number;
  readonly ocrPages: number;
  /** Processor seconds that one letter may take: for opening and text, and for each page that is recognised. */
  readonly textSeconds: number;
  readonly ocrSecondsPerPage: number;
  /** Seconds that a letter may take on a clock, however busy the machine is. */
  readonly wallSeconds: number;
};

/** What to use where the caller has no wish. `maxFileBytes` and `maxPages` follow the settings MAX_FILE_MB and MAX_PAGES. */
export const usualLimits: ReadingLimits = {
  maxFileBytes: 20 * 1024 * 1024,
  maxTextBytes: 2 * 1024 * 1024,
  maxPages: 100,
  textPages: 30,
  ocrPages: 10,
  textSeconds: 10,
  ocrSecondsPerPage: 30,
  wallSeconds: 180,
};

export type OcrChoice = 'auto' | 'tesseract.js' | 'native';

/** What a reader must know beside the letter. */
export type ReadingSettings = {
  readonly limits: ReadingLimits;
  readonly stopWords: StopWords;
  /** The OCR model of each language, the likeliest language first. */
  readonly ocrModels: Readonly<Record<string, string>>;
  readonly modelFolder: string;
  readonly ocr: OcrChoice;
};
