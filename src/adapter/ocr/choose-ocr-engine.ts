import type { OcrEngine } from '../../seam/ocr-engine.ts';
import type { ReadingSettings } from '../reading-settings.ts';

/** The engine that the settings ask for. `auto` takes the installed Tesseract where it has the models, else the one from npm. */
export async function chooseOcrEngine({ ocr, ocrModels, modelFolder }: ReadingSettings): Promise<OcrEngine> {
  const { findNativeTesseract } = await import('./create-native-tesseract.ts');
  const native = ocr === 'tesseract.js' ? undefined : await findNativeTesseract(Object.values(ocrModels));
  if (native !== undefined) return native;
  if (ocr === 'native') throw new Error('Tesseract with the needed languages is not installed');
  const { createTesseractJs } = await import('./create-tesseract-js.ts');
  return createTesseractJs(modelFolder);
}
