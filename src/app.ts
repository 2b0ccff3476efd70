import path from 'node:path';
import { createReaderPool, type ReaderPool } from './adapter/create-reader-pool.ts';
import { proveOffline } from './adapter/prove-offline.ts';
import { usualLimits } from './adapter/reading-settings.ts';
import { createPageMasker } from './adapter/redact/create-page-masker.ts';
import { createTypst } from './adapter/typst/create-typst.ts';
import {
  type Analyze,
  createAnalyze,
  createExplain,
  createSplit,
  type Explain,
  preparePacks,
  type Split,
} from './analyze.ts';
import { loadPacks } from './pack/load-packs.ts';
import type { PackSources } from './pack/pack-sources.ts';
import { createReportForms, type ReportForms } from './report/report-forms.ts';
import type { PageMasker } from './seam/page-masker.ts';
import type { Source } from './seam/reader.ts';
import type { Typesetter } from './seam/typesetter.ts';

/** Where the program's own files are: sources and build lie side by side in the package, whose folder `root` is. */
export const foldersOf = (root: string) => ({
  patterns: path.join(root, 'patterns'),
  packCache: path.join(root, 'dist/packs.json'),
  models: path.join(root, 'patterns/languages/ocr'),
  /** The built entry points. */
  programs: path.join(root, 'dist/bin'),
  /** Letters of invented people. */
  samples: path.join(root, 'fixtures/letters'),
});

export type AppSettings = { readonly workers: number; readonly maxFileBytes: number; readonly maxPages: number };

export type App = {
  readonly packs: PackSources;
  readonly analyze: Analyze;
  readonly split: Split;
  readonly explain: Explain;
  readonly reader: ReaderPool;
  /** A file as the letters it holds: an archive or a mail may hold several. */
  readonly unpack: (source: Source) => Promise<readonly Source[]>;
  readonly typesetter: Typesetter;
  readonly masker: PageMasker;
  readonly forms: ReportForms;
  /** Reads a text letter and a scan with every connection refused, and says whether both were read. */
  readonly proveOffline: () => Promise<boolean>;
};

/** The composition root: chooses adapters and hands stages what they need. `root` is the package's folder, an absolute path. */
export function createApp(root: string, settings: AppSettings): App {
  const folders = foldersOf(root);
  const packs = loadPacks(folders.patterns, folders.packCache);
  const reader = createReaderPool({
    size: settings.workers,
    limits: { ...usualLimits, maxFileBytes: settings.maxFileBytes, maxPages: settings.maxPages },
    engines: { ocr: 'auto' },
    childScript: path.join(folders.programs, 'reader.js'),
    stopWords: Object.fromEntries(packs.languages.map((language) => [language.id, language.stopWords])),
    ocrModels: Object.fromEntries(packs.languages.map((language) => [language.id, language.ocrModel])),
    modelFolder: folders.models,
  });
  const prepared = preparePacks(packs);
  const typesetter = createTypst();
  return {
    packs,
    analyze: createAnalyze(prepared),
    split: createSplit(prepared),
    explain: createExplain(prepared),
    unpack: (source) => collect(reader.unpack(source, 'letters', new AbortController().signal)),
    reader,
    typesetter,
    masker: createPageMasker(),
    forms: createReportForms(typesetter),
    proveOffline: () =>
      proveOffline({
        guard: `${folders.programs}/refuse-sockets.js`,
        program: `${folders.programs}/cli.js`,
        letters: [`${folders.samples}/c-study-en.pdf`, `${folders.samples}/c-study-en-scan.png`],
      }),
  };
}

async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
