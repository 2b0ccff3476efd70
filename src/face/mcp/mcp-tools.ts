import type { PackView } from '../../job/pack-view.ts';
import type { Answers } from '../../model/advice.ts';
import type { Document } from '../../model/document.ts';
import type { Localized } from '../../model/locale.ts';
import type { ReportForms } from '../../report/report-forms.ts';
import type { Report } from '../../report/report-schema.ts';
import type { Source } from '../../seam/reader.ts';

/** What the Model Context Protocol's face is handed by `bin/`. */
export type McpTools = {
  readonly version: string;
  readonly maxFileBytes: number;
  readonly packs: readonly PackView[];
  readonly forms: Pick<ReportForms, 'md'>;
  /** A file as the letters it holds. */
  readonly unpack: (source: Source) => Promise<readonly Source[]>;
  readonly read: (source: Source, signal: AbortSignal) => Promise<Document>;
  /** A file as read, as the letters it holds: a scan may hold several. */
  readonly split: (document: Document) => readonly Document[];
  readonly analyze: (
    document: Document,
    options: { readonly answers: Answers; readonly today: string; readonly language?: keyof Localized },
  ) => Report;
  readonly today: () => string;
};
