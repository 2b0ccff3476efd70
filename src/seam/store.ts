import type { Answers } from '../model/advice.ts';
import type { FailureCode } from '../model/failure.ts';
import type { Strength } from '../model/ground.ts';
import type { Day, Outcome } from '../model/letter.ts';

export type LetterState = 'waiting' | 'reading' | 'done' | 'failed';

/** What a list, a filter or a sum needs of a report; the report itself is a file. */
export type Found = {
  readonly kind: string;
  readonly outcome: Outcome;
  readonly application: string;
  readonly language: string;
  readonly issued?: Day;
  readonly grounds: readonly { readonly id: string; readonly strength: Strength }[];
  readonly unrecognised: number;
  /** The nearest deadline that had not passed on the day of the report. */
  readonly deadline?: Day;
  /** The id of the route that this deadline is for. */
  readonly deadlineFor?: string;
  /** Something a person should look at: a weak ground, an unrecognised reason or a page that is hard to read. */
  readonly check: boolean;
};

export type LetterRecord = {
  readonly id: string;
  readonly owner: string;
  readonly batch?: string;
  /** The letter with the same content that was there first, for letters of a batch. */
  readonly duplicateOf?: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly idempotencyKey?: string;
  readonly state: LetterState;
  readonly pagesDone: number;
  readonly pagesTotal: number;
  readonly attempts: number;
  readonly problem?: { readonly code: FailureCode; readonly detail: string };
  /** Instants, ISO 8601. */
  readonly accepted: string;
  readonly finished?: string;
  readonly answers: Answers;
  /** Ids of checklist documents that the person has ticked. */
  readonly gathered: readonly string[];
  readonly found?: Found;
  /** How many grounds a reviewer has confirmed, dismissed or added. */
  readonly corrections?: number;
  /** True while the letter must be kept, whatever its age. */
  readonly hold?: boolean;
  /** True when the file as it came was deleted and the report stays. */
  readonly originalGone?: boolean;
  /** When its report was last handed out, ISO 8601; kept only where letters are forgotten once they were. */
  readonly fetched?: string;
};

export type LetterChange = Partial<
  Pick<
    LetterRecord,
    'answers' | 'gathered' | 'found' | 'corrections' | 'hold' | 'originalGone' | 'fetched' | 'pagesDone' | 'pagesTotal'
  >
>;

export type LetterQuestion = {
  /** A batch's id, or `none` for letters that came by themselves. */
  readonly batch?: string;
  readonly state?: LetterState;
  readonly ground?: string;
  /** The cursor that the page before gave as `next`. */
  readonly after?: string;
  readonly limit: number;
};

/** Letters in the order in which they came. `next` is absent on the last page. */
export type LetterPage = { readonly letters: readonly LetterRecord[]; readonly next?: string };

export type LetterKey = { readonly id: string } | { readonly sha256: string } | { readonly idempotencyKey: string };

/** Everything takes the owner: nobody can ask for a letter without saying whose. */
export interface LetterStore {
  /**
   * Keeps new letters and puts them in line, all or none; durable when it returns. A letter whose owner and idempotency
   * key are known is not added; one whose content is known is not added when `sameContent` is `earlier`. Gives for
   * each letter the one that is there now.
   */
  accept(letters: readonly LetterRecord[], sameContent: 'earlier' | 'both'): Promise<readonly LetterRecord[]>;
  find(owner: string, key: LetterKey): Promise<LetterRecord | undefined>;
  /** The ids of the first letters with these contents that did not fail, by SHA-256; unknown contents are left out. */
  known(owner: string, sha256s: readonly string[]): Promise<ReadonlyMap<string, string>>;
  list(owner: string, question: LetterQuestion): Promise<LetterPage>;
  /** Everybody who has letters: for what the service does by itself, never for a request. */
  owners(): Promise<readonly string[]>;
  change(owner: string, id: string, change: LetterChange): Promise<LetterRecord | undefined>;
  /** False when there was none. Work on it under way is worth nothing from now on. */
  remove(owner: string, id: string): Promise<boolean>;
}

export type BatchRecord = {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly created: string;
  /** Files of the upload that could not even be kept as letters, e.g. a broken ZIP. */
  readonly refused: readonly { readonly name: string; readonly code: FailureCode; readonly detail: string }[];
};

export type BatchCounts = { readonly total: number } & { readonly [state in LetterState]: number } & {
  readonly check: number;
};

export type BatchSummary = {
  readonly grounds: readonly { readonly id: string; readonly count: number }[];
  readonly kinds: readonly { readonly id: string; readonly count: number }[];
  /** `YYYY-MM` of the letters' dates, oldest first. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  readonly deadlines: readonly { readonly on: Day; readonly letter: string; readonly name: string }[];
};

export interface BatchStore {
  open(batch: BatchRecord): Promise<void>;
  find(owner: string, id: string): Promise<{ readonly batch: BatchRecord; readonly counts: BatchCounts } | undefined>;
  /** Adds to the list of files that were not taken. */
  refuse(owner: string, id: string, refused: BatchRecord['refused']): Promise<void>;
  /** Newest first. */
  list(owner: string): Promise<readonly { readonly batch: BatchRecord; readonly counts: BatchCounts }[]>;
  summarize(owner: string, id: string): Promise<BatchSummary>;
  /** Removes the batch with all its letters and gives the letters' ids. */
  remove(owner: string, id: string): Promise<readonly string[]>;
}
