import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ReadingSettings } from '../reading-settings.ts';
import { findNativeTesseract } from './create-native-tesseract.ts';
import { findModel } from './find-model.ts';

const mostBytes = 64 * 1024 * 1024;
/** A model begins with how many parts it has: two dozen in the models of Tesseract 4 and 5. */
const mostParts = 64;

async function isWhole(file: string): Promise<boolean> {
  try {
    // Unpacking checks the sum that stands at the end: a file that was cut or changed anywhere does not pass.
    const model = await promisify(gunzip)(await readFile(file), { maxOutputLength: mostBytes });
    const parts = model.length < 4 ? 0 : model.readInt32LE(0);
    return parts > 0 && parts <= mostParts;
  } catch {
    return false;
  }
}

function folderWith(model: string, ownFolder: string): string | undefined {
  try {
    return findModel(model, ownFolder);
  } catch {
    return undefined;
  }
}

/** What is wrong with the files of a model, and what to do about it; nothing when it can be used. */
export async function findModelProblem(model: string, ownFolder: string): Promise<string | undefined> {
  const folder = folderWith(model, ownFolder);
  const whole = folder !== undefined && (await isWhole(join(folder, `${model}.traineddata.gz`)));
  if (whole) return undefined;
  const what = folder === undefined ? 'missing' : 'damaged';
  return `the OCR model ${model} is ${what}: install the program again`;
}

/** Why pictures can't be read here, and what to do about it; nothing when they can. Letters with text don't need it. */
export async function findOcrProblem({
  ocr,
  ocrModels,
  modelFolder,
}: Pick<ReadingSettings, 'ocr' | 'ocrModels' | 'modelFolder'>): Promise<string | undefined> {
  const models = Object.values(ocrModels);
  if (ocr !== 'tesseract.js' && (await findNativeTesseract(models)) !== undefined) return undefined;
  if (ocr === 'native') return 'Tesseract is not installed with the languages that are needed: install it';
  for (const model of models) {
    const problem = await findModelProblem(model, modelFolder);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
