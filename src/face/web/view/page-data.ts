import type { DocumentView, GroundView, RouteView } from '../../../job/pack-view.ts';
import type { Explained } from '../../../job/tools.ts';
import type { Answers } from '../../../model/advice.ts';
import type { FailureCode } from '../../../model/failure.ts';
import type { Localized } from '../../../model/locale.ts';
import type { Comparison } from '../../../report/compare-reports.ts';
import type { Report } from '../../../report/report-schema.ts';
import type { Correction } from '../../../report/review-schema.ts';
import type { Scope } from '../../../seam/key-store.ts';
import type { BatchCounts, BatchSummary, LetterState } from '../../../seam/store.ts';
import type { PageLanguage } from '../speech/translate.ts';

/** What every page is told. Sizes in megabytes, times in days. */
export type PageSettings = {
  readonly language: PageLanguage;
  readonly megabytes: number;
  /** After so many days a letter and its report are deleted; 0 when they are forgotten soon after they were shown. */
  readonly retentionDays: number;
  /** After so many days the file as it came and its pictures are deleted. */
  readonly originalDays: number;
  /** Somebody who showed a key is looking, and can sign out. */
  readonly signedIn?: boolean;
};

/** A line of a page: left, top, width and height in points of the upright page, and its text. */
export type PageLine = readonly [left: number, top: number, width: number, height: number, text: string];

export type PageView = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Plain text has no picture: its lines are drawn instead. */
  readonly picture: boolean;
  readonly lines: readonly PageLine[];
};

/** A form in which the report can be saved: the ending of its file, and its name. */
export type SaveForm = { readonly form: string; readonly title: Localized };

export type ResultData = {
  readonly view: 'result';
  readonly id: string;
  readonly today: string;
  readonly report: Report;
  readonly answers: Answers;
  readonly gathered: readonly string[];
  readonly corrections: readonly Correction[];
  readonly pages: readonly PageView[];
  /** The other letters of the file that it came in. */
  readonly others: readonly { readonly part: number; readonly id: string }[];
  /** It is kept whatever its age, and can't be deleted. */
  readonly held?: true;
  /** The file as it came was deleted when its time was over: its words are left. */
  readonly originalGone?: true;
  readonly forms: readonly SaveForm[];
};

export type WaitingData = {
  readonly view: 'waiting';
  readonly id: string;
  readonly name: string;
  readonly pagesDone: number;
  readonly pagesTotal: number;
};

/** A reason in the list of all. */
export type PatternEntry = {
  readonly id: string;
  readonly country: string;
  readonly title: string;
  readonly summary: string;
};

/** A sentence that somebody tried, and what the patterns see in it. */
export type TriedSentence = Explained & { readonly text: string };

export type PatternsData = {
  readonly view: 'patterns';
  readonly entries: readonly PatternEntry[];
  readonly query: string;
  /** Ids that the query found; absent when nothing is asked. */
  readonly found?: readonly string[];
  readonly tried?: TriedSentence;
};

/** One reason with everything it refers to, in the page's language. */
export type GroundData = {
  readonly view: 'ground';
  readonly ground: GroundView;
  readonly documents: Readonly<Record<string, DocumentView>>;
  readonly routes: readonly RouteView[];
  readonly version: string;
};

/** A letter that another may be compared with. */
export type ComparableLetter = {
  readonly id: string;
  readonly name: string;
  readonly kind: Localized;
  readonly issued?: string;
};

export type CompareData = {
  readonly view: 'compare';
  readonly id: string;
  readonly name: string;
  readonly others: readonly ComparableLetter[];
  readonly chosen?: string;
  readonly comparison?: Comparison;
  readonly problem?: FailureCode;
};

/** A deadline of a batch's letter, the nearest of the letter's. */
export type DeadlineEntry = {
  readonly on: string;
  readonly letter: string;
  readonly name: string;
  readonly kind: Localized;
  readonly what?: Localized;
};

export type DeadlinesData = {
  readonly view: 'deadlines';
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly today: string;
  readonly deadlines: readonly DeadlineEntry[];
  /** How many there are beyond those of the list. */
  readonly rest: number;
};

type BatchEntry = {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly counts: BatchCounts;
};

export type BatchesData = {
  readonly view: 'batches';
  readonly batches: readonly BatchEntry[];
  readonly problem?: FailureCode;
};

/** One letter in the table. */
export type BatchRow = {
  readonly id: string;
  readonly name: string;
  readonly state: LetterState;
  readonly kind?: string;
  readonly issued?: string;
  readonly grounds: readonly string[];
  readonly deadline?: string;
  readonly check: boolean;
  readonly duplicate: boolean;
  /** A reviewer has looked at it. */
  readonly reviewed: boolean;
  /** Kept whatever its age, and not to be deleted. */
  readonly held: boolean;
  readonly problem?: FailureCode;
};

export type BatchData = {
  readonly view: 'batch';
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly counts: BatchCounts;
  readonly refused: readonly { readonly name: string; readonly code: FailureCode }[];
  readonly summary: BatchSummary;
  /** Names of grounds and kinds by id, in the page's language. */
  readonly names: Readonly<Record<string, string>>;
  readonly rows: readonly BatchRow[];
  readonly next?: string;
  readonly today: string;
};

/** A key of the owner who is signed in. Its secret is kept nowhere. */
export type KeyEntry = {
  readonly id: string;
  readonly scopes: readonly Scope[];
  /** Days. */
  readonly created: string;
  readonly expires: string;
  readonly lastUsed?: string;
  /** The one with which they signed in. */
  readonly own: boolean;
  readonly expired: boolean;
};

export type KeysData = {
  readonly view: 'keys';
  readonly keys: readonly KeyEntry[];
  /** False when the key that they signed in with may not see the others. */
  readonly all: boolean;
};

export type FailedData = {
  readonly view: 'failed';
  readonly id: string;
  readonly name: string;
  readonly problem: FailureCode;
  /** The batch that it came in, from which it can be read after all. */
  readonly batch?: string;
  /** A password was given and didn't open the file. */
  readonly wrongPassword?: true;
};

export type ViewData =
  | { readonly view: 'home'; readonly sample: boolean; readonly problem?: FailureCode }
  | WaitingData
  | FailedData
  | { readonly view: 'sign-in'; readonly next: string; readonly problem?: FailureCode }
  | { readonly view: 'deleted' }
  | { readonly view: 'not-found' }
  | { readonly view: 'problem'; readonly problem: FailureCode; readonly held?: true; readonly scope?: true }
  | ResultData
  | PatternsData
  | GroundData
  | BatchesData
  | BatchData
  | CompareData
  | DeadlinesData
  | KeysData;

/** Everything a page is drawn from, on the server and again in the browser. */
export type PageData = PageSettings & ViewData;
