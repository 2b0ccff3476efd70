import { createWorker, OEM, type Worker } from 'tesseract.js';
import { Failure } from '../../model/failure.ts';
import type { OcrEngine, OcrRequest } from '../../seam/ocr-engine.ts';
import { findModel } from './find-model.ts';
import { findModelProblem } from './find-ocr-problem.ts';
import { layoutModes } from './layout-modes.ts';
import { parseTsv } from './parse-tsv.ts';
import { writePgm } from './write-pgm.ts';

const meanwhile = 'Until then, send the letter as a PDF with text, a Word file or plain text.';
const startWithin = 30_000;
const pageWithin = 120_000;

/** The OCR engine from npm. `modelFolder` holds the project's own models. A worker is kept for each set of models. */
export function createTesseractJs(modelFolder: string): OcrEngine {
  const workers = new Map<string, Promise<Worker>>();

  const workerFor = (models: readonly string[]): Promise<Worker> => {
    const key = models.join('+');
    const worker = workers.get(key) ?? startWorker(models, modelFolder);
    workers.set(key, worker);
    worker.catch(() => workers.delete(key));
    return worker;
  };

  const drop = async (models: readonly string[]): Promise<void> => {
    const worker = workers.get(models.join('+'));
    workers.delete(models.join('+'));
    await (await worker)?.terminate();
  };

  return {
    async recognize(request: OcrRequest) {
      const worker = await workerFor(request.models);
      // Options hold Tesseract's own parameters beside those the type names; they last for this call only.
      const options: object = {
        tessedit_pageseg_mode: layoutModes[request.layout],
        ...(request.letters === undefined ? {} : { tessedit_char_whitelist: request.letters }),
      };
      try {
        const work = worker.recognize(writePgm(request.picture), options, { tsv: true, text: false });
        const { data } = await within(pageWithin, work, 'the OCR engine did not answer');
        return parseTsv(data.tsv ?? '');
      } catch (cause) {
        await drop(request.models);
        throw new Error('the OCR engine failed', { cause });
      }
    },
    async close() {
      const all = [...workers.values()];
      workers.clear();
      for (const worker of all) await (await worker).terminate();
    },
  };
}

/** Throws internal when a model can't be used: the engine would say nothing and let everybody wait. */
async function startWorker(models: readonly string[], modelFolder: string): Promise<Worker> {
  for (const model of models) {
    const problem = await findModelProblem(model, modelFolder);
    if (problem !== undefined) throw new Failure('internal', `Pictures can’t be read: ${problem}. ${meanwhile}`);
  }
  // Without an errorHandler one broken picture ends the process; without `none` it writes models into the current folder.
  const options = {
    langPath: folderOf(models, modelFolder),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  };
  const start = createWorker([...models], OEM.LSTM_ONLY, options);
  const worker = await within(startWithin, start, 'the OCR engine did not start');
  await worker.setParameters({ tessedit_do_invert: '0', user_defined_dpi: '200' });
  return worker;
}

function folderOf(models: readonly string[], modelFolder: string): string {
  const folders = new Set(models.map((model) => findModel(model, modelFolder)));
  const [folder] = folders;
  if (folder === undefined || folders.size > 1)
    throw new Error('models that are used together must stand in one folder');
  return folder;
}

/** tesseract.js never settles when a model is missing or bad, so every wait has an end. */
async function within<T>(milliseconds: number, work: Promise<T>, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
