import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { App } from '../../src/app.ts';
import { Failure } from '../../src/model/failure.ts';
import { ownChildren } from '../support/child-processes.ts';
import { makeApp } from '../support/make-app.ts';

const megabyte = 1024 * 1024;

setFlagsFromString('--expose-gc');
/** Without it, garbage that nobody has collected yet looks like growth. */
const collectGarbage: () => void = runInNewContext('gc');
const sampleEvery = 50;
/** One letter in so many needs OCR; the others are text. */
const scanEvery = 10;
const made = { at: '2026-11-25T00:00:00Z', analyzer: 'bench' };

/** Reads and analyses mixed letters, good and broken, in one run; says how this process grows and what it leaves. */
export async function* benchMemory(letters: number): AsyncGenerator<string> {
  const before = ownChildren().length;
  const app = makeApp();
  const next = mixedLetters();
  const samples: { readonly at: number; readonly rss: number }[] = [];
  const refused = new Map<string, number>();
  for (let at = 1; at <= letters; at += 1) {
    const code = await readOne(next(at), app);
    if (code !== undefined) refused.set(code, (refused.get(code) ?? 0) + 1);
    if (at % sampleEvery !== 0) continue;
    collectGarbage();
    const rss = process.memoryUsage.rss() / megabyte;
    const heap = process.memoryUsage().heapUsed / megabyte;
    samples.push({ at, rss });
    yield `after ${at} letters: ${rss.toFixed(0)} MB in this process, ${heap.toFixed(1)} MB of it in use by the program, ${ownChildren().length} children`;
  }
  await app.reader.close();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  yield `slope after the first 100: ${slopeOf(samples.filter(({ at }) => at >= 100)).toFixed(2)} MB per 100 letters`;
  yield `refused: ${[...refused].map(([code, count]) => `${count} ${code}`).join(', ') || 'none'}; children left: ${ownChildren().length - before}`;
}

async function readOne(file: string, app: App): Promise<string | undefined> {
  try {
    const source = { name: path.basename(file), bytes: readFileSync(file) };
    const document = await app.reader.read(source, new AbortController().signal);
    app.analyze(document, { answers: {}, today: '2026-11-25', made });
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

/** The fixture files in turn, with a scan or photo every so often. */
function mixedLetters(): (at: number) => string {
  const files = ['letters', 'quiet', 'broken'].flatMap((folder) =>
    readdirSync(`fixtures/${folder}`)
      .filter((name) => /\.(pdf|txt|png|jpg)$/.test(name))
      .map((name) => `fixtures/${folder}/${name}`),
  );
  const isScan = (file: string): boolean => /-scan|\.jpg$|\.png$|shuffled|private-use/.test(file);
  const scans = files.filter(isScan);
  const texts = files.filter((file) => !isScan(file));
  return (at) => {
    const list = at % scanEvery === 0 ? scans : texts;
    const turn = at % scanEvery === 0 ? at / scanEvery : at;
    return list[turn % list.length] ?? '';
  };
}

/** The slope of a straight line through the samples, a hundred letters along. */
function slopeOf(samples: readonly { readonly at: number; readonly rss: number }[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const [middle, level] = [mean(samples.map(({ at }) => at)), mean(samples.map(({ rss }) => rss))];
  const rise = samples.reduce((sum, { at, rss }) => sum + (at - middle) * (rss - level), 0);
  const run = samples.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
  return run === 0 ? 0 : (100 * rise) / run;
}
