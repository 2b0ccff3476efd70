import type { KeyAnswer, KeyRequest } from '../../job/key-requests.ts';
import type { TransferTools } from '../../job/transfer/export-everything.ts';
import type { Answers } from '../../model/advice.ts';
import type { Document } from '../../model/document.ts';
import type { Localized } from '../../model/locale.ts';
import type { ReportForms } from '../../report/report-forms.ts';
import type { Report } from '../../report/report-schema.ts';
import type { PageMasker } from '../../seam/page-masker.ts';
import type { Source } from '../../seam/reader.ts';
import type { Typesetter } from '../../seam/typesetter.ts';

/** What the command line is handed by `bin/cli.ts`. */
export type CliTools = {
  /** A file as the letters it holds: an archive or an e-mail may hold several. */
  readonly unpack: (source: Source) => Promise<readonly Source[]>;
  readonly read: (source: Source, signal: AbortSignal) => Promise<Document>;
  readonly analyze: (
    document: Document,
    options: { readonly answers: Answers; readonly today: string; readonly language?: keyof Localized },
  ) => Report;
  /** A document as the letters it holds, each with its own pages; most hold one. */
  readonly split: (document: Document) => readonly Document[];
  readonly forms: ReportForms;
  readonly typesetter: Typesetter;
  /** A page as a PNG, in the frame of the report's boxes. */
  readonly drawPage: (source: Source, page: number, dpi: number, signal: AbortSignal) => Promise<Uint8Array>;
  readonly masker: PageMasker;
  readonly checkPatterns: (country?: string) => PatternCheck;
  readonly trySentence: (sentence: string) => string;
  readonly describe: () => Promise<readonly string[]>;
  /** Has a request about keys carried out on the data folder. Throws a Failure. */
  /** The service, and a process that only reads letters. They come back only when they can't start. */
  readonly serve: () => Promise<void>;
  readonly work: () => Promise<void>;
  readonly askForKeys: (request: KeyRequest) => Promise<KeyAnswer>;
  /** Checks the audit trail of the data folder; `problem` names the first row that is wrong. */
  readonly checkAudit: () => Promise<{ readonly rows: number; readonly problem?: string }>;
  /** Speaks the Model Context Protocol on standard input and output until they close. */
  readonly serveMcp: () => Promise<void>;
  /** Opens what the service keeps, for this process alone. Throws busy while another has it. */
  readonly openStores: () => Promise<TransferTools & { close(): Promise<void> }>;
  readonly today: () => string;
  readonly stdin: () => Promise<Uint8Array>;
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly terminal: { readonly out: boolean; readonly err: boolean };
  readonly cores: number;
};

export type PatternCheck = { readonly lines: readonly string[]; readonly problems: number };

/** What the shell sees at the end: contract section 2. */
export const exitCodes = { done: 0, internal: 1, usage: 2, noneRead: 3, someUnread: 5 } as const;
