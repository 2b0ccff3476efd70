import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import { openAudit } from './adapter/audit-trail.ts';
import { createMeter } from './adapter/create-meter.ts';
import { createReaderPool, type ReaderPool } from './adapter/create-reader-pool.ts';
import { type FileSettings, openFiles } from './adapter/files/open-files.ts';
import { askOwner, takeFolder } from './adapter/folder-lock.ts';
import { proveOffline } from './adapter/prove-offline.ts';
import { usualLimits } from './adapter/reading-settings.ts';
import { createPageMasker } from './adapter/redact/create-page-masker.ts';
import { openDiskStore } from './adapter/store-disk.ts';
import { createMemoryEvents } from './adapter/store-events.ts';
import { openKeyStore } from './adapter/store-keys.ts';
import { systemClock } from './adapter/system-clock.ts';
import { createTypst } from './adapter/typst/create-typst.ts';
import { unpack, usualUnpackLimits } from './adapter/unpack.ts';
import { type AuditCheck, verifyAudit } from './adapter/verify-audit.ts';
import { type Analyze, createAnalyze, createExplain, type Explain } from './analyze.ts';
import { answerKeyRequest, type KeyAnswer, type KeyRequest } from './job/key-requests.ts';
import { packViews } from './job/pack-view.ts';
import type { Log, Tools } from './job/tools.ts';
import { Failure, type FailureCode, failureCodes } from './model/failure.ts';
import { loadPacks } from './pack/load-packs.ts';
import type { PackSources } from './pack/pack-sources.ts';
import { sniffMediaType } from './read/media-type.ts';
import { refuseType } from './read/refuse-type.ts';
import { createReportForms, type ReportForms } from './report/report-forms.ts';
import { reportJsonSchema } from './report/report-json-schema.ts';
import type { PageMasker } from './seam/page-masker.ts';
import type { Source } from './seam/reader.ts';
import type { Typesetter } from './seam/typesetter.ts';

/** Where the program's own files are, as absolute paths: sources and build lie side by side in the package. */
export type AppFolders = {
  readonly patterns: string;
  readonly packCache: string;
  readonly readerScript: string;
  readonly models: string;
  /** The folder of the built entry points, and a folder of letters of invented people. */
  readonly programs: string;
  readonly samples: string;
};

export type AppSettings = { readonly workers: number; readonly maxFileBytes: number; readonly maxPages: number };

export type App = {
  readonly packs: PackSources;
  readonly analyze: Analyze;
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

/** The composition root: chooses adapters and hands stages what they need. */
export function createApp(folders: AppFolders, settings: AppSettings): App {
  const packs = loadPacks(folders.patterns, folders.packCache);
  const reader = createReaderPool({
    size: settings.workers,
    limits: { ...usualLimits, maxFileBytes: settings.maxFileBytes, maxPages: settings.maxPages },
    engines: { ocr: 'auto' },
    childScript: folders.readerScript,
    stopWords: Object.fromEntries(packs.languages.map((language) => [language.id, language.stopWords])),
    ocrModels: Object.fromEntries(packs.languages.map((language) => [language.id, language.ocrModel])),
    modelFolder: folders.models,
  });
  const typesetter = createTypst();
  return {
    packs,
    analyze: createAnalyze(packs),
    explain: createExplain(packs),
    unpack: (source) => unpack(source, usualUnpackLimits),
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

/** Checks the audit trail of a data folder; the service may be running. */
export const checkAudit = (folder: string): Promise<AuditCheck> => verifyAudit(folder);

export type ServiceSettings = {
  readonly dataFolder: string;
  /** Where letters' files are kept, beside the data folder, and what seals them. */
  readonly files: Omit<FileSettings, 'dataFolder'>;
  readonly version: string;
  readonly log: Log;
  readonly sample: () => Promise<Source | undefined>;
};

type KeyReply = KeyAnswer | { readonly problem: { readonly code: FailureCode; readonly message: string } };

const replySchema = z.union([
  z.object({ problem: z.object({ code: z.enum(failureCodes), message: z.string() }) }),
  z.object({ out: z.string(), told: z.string() }),
]);

/** An answer that can go to another process. */
async function replyTo(tools: Parameters<typeof answerKeyRequest>[0], asked: unknown): Promise<KeyReply> {
  try {
    return await answerKeyRequest(tools, asked);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { problem: { code: error.code, message: error.message } };
  }
}

/** Keys and trail of a data folder, which is this process's alone until `close`. Throws busy when it is another's. */
async function openAccounts(folder: string) {
  const clock = systemClock;
  let answer = async (_asked: unknown): Promise<unknown> => undefined;
  const hold = await takeFolder(folder, (asked) => answer(asked));
  if ('heldBy' in hold) {
    const who = hold.heldBy === undefined ? 'another process' : `process ${hold.heldBy}`;
    throw new Failure('busy', `The data folder ${folder} is in use by ${who}. Stop it, or choose another DATA_DIR.`);
  }
  const keys = await openKeyStore(folder, clock);
  const audit = await openAudit(folder, clock);
  answer = (asked) => replyTo({ keys, audit, clock }, asked);
  const close = async (): Promise<void> => {
    await audit.close();
    await keys.close();
    await hold.release();
  };
  return { keys, audit, clock, close };
}

/** Has the owner of a data folder carry out a request about keys: the running service, or this process if there is none. */
export async function askForKeys(folder: string, request: KeyRequest): Promise<KeyAnswer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = await askOwner(folder, request);
  if (owner !== undefined) return answerOf(owner.answer);
  const accounts = await openAccounts(folder);
  try {
    return await answerKeyRequest(accounts, request);
  } finally {
    await accounts.close();
  }
}

function answerOf(reply: unknown): KeyAnswer {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw new Failure('busy', 'The service that owns the data folder does not answer. Try again.');
  if ('problem' in parsed.data) throw new Failure(parsed.data.problem.code, parsed.data.problem.message);
  return parsed.data;
}

/** Everything that the service's faces and jobs are handed, on the embedded store. `close` when no more work comes. */
export async function openTools(app: App, settings: ServiceSettings): Promise<Tools & { close(): Promise<void> }> {
  const { version, log, sample } = settings;
  const accounts = await openAccounts(settings.dataFolder);
  const { keys, audit, clock } = accounts;
  const files = await openFiles({ dataFolder: settings.dataFolder, ...settings.files });
  const store = await openDiskStore(settings.dataFolder, clock);
  const { letters, batches, queue } = store;
  const meter = createMeter({ queue: () => queue.count(), readers: () => app.reader.running() });
  return {
    readLetter: (source, signal, progress) => app.reader.read(source, signal, progress),
    drawPage: (source, page, dpi, signal) => app.reader.draw(source, page, dpi, signal),
    analyze: (document, answers, { today, lang }) =>
      app.analyze(document, {
        answers,
        today,
        ...(lang === 'en' || lang === 'fr' ? { language: lang } : {}),
        made: { at: clock.now().toISOString(), analyzer: version },
      }),
    explain: app.explain,
    checkFile: (bytes) => {
      const sniffed = sniffMediaType(bytes);
      if ('refused' in sniffed) throw refuseType(sniffed.refused);
    },
    packs: packViews(app.packs),
    reportSchema: reportJsonSchema(),
    forms: app.forms,
    letters,
    batches,
    queue,
    files,
    events: createMemoryEvents(),
    keys,
    audit,
    meter,
    clock,
    log,
    sample,
    close: async () => {
      await store.close();
      await accounts.close();
    },
  };
}
