import type { Explain, Split } from '../analyze.ts';
import type { Answers } from '../model/advice.ts';
import type { Document } from '../model/document.ts';
import type { Day } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Report } from '../report/report-schema.ts';
import type { Audit } from '../seam/audit.ts';
import type { Clock } from '../seam/clock.ts';
import type { Duties } from '../seam/duties.ts';
import type { Events } from '../seam/events.ts';
import type { Files } from '../seam/files.ts';
import type { KeyStore } from '../seam/key-store.ts';
import type { Meter } from '../seam/meter.ts';
import type { Queue } from '../seam/queue.ts';
import type { Source } from '../seam/reader.ts';
import type { BatchStore, LetterStore } from '../seam/store.ts';
import type { Ended } from '../seam/webhook.ts';
import type { PackView } from './pack-view.ts';

/** One line of the log. Names and texts of letters never go in: ids, codes and numbers only. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;

/** A report in another form. `body` is what is sent. */
type ReportForm = {
  readonly mediaType: string;
  readonly title: Localized;
  render(report: Report, language: 'en' | 'fr'): string | Uint8Array | Promise<string | Uint8Array>;
};

/** What the packs see in a sentence, and why. */
export type Explained = ReturnType<Explain>;

/** Everything that jobs and faces are handed. src/app.ts makes it; tests make it from fakes. */
export type Tools = {
  /** Throws a Failure as Reader does. */
  readonly readLetter: (
    source: Source,
    signal: AbortSignal,
    progress?: (pagesDone: number, pagesTotal: number) => void,
  ) => Promise<Document>;
  /** What is missing so that some letters can't be read, and what to do about it; nothing when all can. */
  readonly findLack?: () => Promise<string | undefined>;
  readonly drawPage: (source: Source, page: number, dpi: number, signal: AbortSignal) => Promise<Uint8Array>;
  readonly analyze: (
    document: Document,
    answers: Answers,
    on: { readonly today: Day; readonly lang?: string },
  ) => Report;
  /** A file as the letters it holds, each with its own pages; most hold one. */
  readonly split: Split;
  readonly explain: Explain;
  /**
   * The files of a ZIP in its order, one unpacked at a time, without folders and the systems' own files; any other file
   * is its own only one. Throws a Failure before the first when anything about it is not as it should be.
   */
  readonly unzip: (source: Source) => AsyncIterable<Source>;
  /** Throws a Failure when the bytes are no letter that can be read: looked at before the file is kept. */
  readonly checkFile: (bytes: Uint8Array) => void;
  readonly packs: readonly PackView[];
  /** JSON Schema of a report. */
  readonly reportSchema: object;
  /** By the ending of their address: `html`, `txt`, `pdf` ... JSON is always there. */
  readonly forms: Readonly<Record<string, ReportForm>>;
  readonly letters: LetterStore;
  readonly batches: BatchStore;
  readonly queue: Queue;
  readonly files: Files;
  readonly events: Events;
  readonly keys: KeyStore;
  readonly duties: Duties;
  readonly audit: Audit;
  readonly meter: Meter;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells outside what ended, where the settings name somebody to tell. */
  readonly notify?: (ended: Ended) => Promise<void>;
  /** True when letters are forgotten once their report was handed out. */
  readonly forgetful?: boolean;
  /** A letter of an invented person, to try the program with. */
  readonly sample: () => Promise<Source | undefined>;
};
