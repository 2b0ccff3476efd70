import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The folder that holds `<model>.traineddata.gz`: the project's own, whose models are smaller and as good, else that of
 * the model's npm package. Throws when there is neither: tesseract.js would wait for ever.
 */
export function findModel(model: string, ownFolder: string): string {
  if (!/^[a-z_]{3,20}$/.test(model)) throw new Error(`no such OCR model name: ${model}`);
  const file = `${model}.traineddata.gz`;
  if (existsSync(join(ownFolder, file))) return ownFolder;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${model}/package.json`));
    const best = join(folder, '4.0.0_best_int');
    if (existsSync(join(best, file))) return best;
  } catch (cause) {
    throw new Error(`no OCR model ${model}`, { cause });
  }
  throw new Error(`no OCR model ${model}`);
}
