import { once } from '../model/once.ts';
import type { LetterTools } from './letter-tools.ts';
import type { ReadingSettings } from './reading-settings.ts';

/** Libraries that are loaded when the first letter needs them, and kept. */
export function createLetterTools(
  settings: ReadingSettings,
  tell: Pick<LetterTools, 'progress' | 'beginOcr'>,
): LetterTools {
  return {
    settings,
    ...tell,
    pdfium: once(async () => (await import('./pdf/load-pdfium.ts')).loadPdfium()),
    ocr: once(async () => (await import('./ocr/choose-ocr-engine.ts')).chooseOcrEngine(settings)),
  };
}
