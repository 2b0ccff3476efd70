import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findModelProblem } from '../../../src/adapter/ocr/find-ocr-problem.ts';
import { openTestPool, testPoolOptions } from '../../support/test-pool.ts';

const { modelFolder } = testPoolOptions;

/** A folder of models in which one byte of the English one is another. */
function spoiltFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'models-'));
  copyFileSync(`${modelFolder}/fra.traineddata.gz`, `${folder}/fra.traineddata.gz`);
  const model = readFileSync(`${modelFolder}/eng.traineddata.gz`);
  model.writeUInt8(model.readUInt8(1_000_000) ^ 1, 1_000_000);
  writeFileSync(`${folder}/eng.traineddata.gz`, model);
  return folder;
}

const folder = spoiltFolder();
const pool = openTestPool({ modelFolder: folder });
afterAll(() => pool.close());

describe('a model for recognising pictures', () => {
  test('is good when it is as it was packed, damaged when one bit is not, and missing when there is none', async () => {
    expect(await findModelProblem('eng', modelFolder)).toBeUndefined();
    expect(await findModelProblem('eng', folder)).toMatch(/^the OCR model eng is damaged: install/);
    expect(await findModelProblem('fra', folder)).toBeUndefined();
    expect(await findModelProblem('nowhere', folder)).toMatch(/^the OCR model nowhere is missing: install/);
    expect(await pool.findOcrProblem()).toMatch(/eng is damaged/);
  });

  test('that is damaged is said to be to blame, not the picture, and letters with text are read', async () => {
    const source = (name: string) => ({ name, bytes: readFileSync(`fixtures/letters/${name}`) });
    const { signal } = new AbortController();
    await expect(pool.read(source('c-study-en-scan.png'), signal)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringMatching(/OCR model eng is damaged: install .* send the letter as a PDF with text/s),
    });
    expect((await pool.read(source('c-study-en.pdf'), signal)).pages.length).toBeGreaterThan(0);
  });
});
