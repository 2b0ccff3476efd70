import type { GroundId } from './ground.ts';
import type { Day } from './letter.ts';
import type { Localized } from './locale.ts';
import type { Note } from './note.ts';

/** What the person told us about the case. Absent means not known: nothing is assumed. */
export type Answers = {
  readonly notified?: Day;
  readonly decided?: 'inside' | 'outside';
  /** Where the person is, seen from the country that decided. */
  readonly whereabouts?: 'inside' | 'outside';
  readonly statusExpires?: Day;
  readonly appliedBeforeExpiry?: boolean;
  readonly workedOrStudiedSince?: boolean;
  readonly removalOrder?: boolean;
  /** The day that work or study without permission stopped. */
  readonly breachEnded?: Day;
  readonly minor?: boolean;
  /** The date on the letter as the person reads it, when we could not read it one way only. */
  readonly issued?: Day;
  /** Ids of documents that were in the refused application. */
  readonly submitted?: readonly string[];
};

export type LawRef = { readonly id: string; readonly title: Localized; readonly url: Localized };

export type RemedyDocument = {
  readonly id: string;
  readonly name: Localized;
  readonly why: Localized;
  readonly required: boolean;
  readonly submitted?: boolean;
};

/** What answers one ground. `documents` is empty when `held` says why none are listed. */
export type Remedy = {
  readonly ground: GroundId;
  readonly show: Localized;
  readonly documents: readonly RemedyDocument[];
  readonly mistakes: readonly Localized[];
  readonly held?: Localized;
};

export type ChecklistItem = {
  readonly document: string;
  readonly name: Localized;
  readonly how: Localized;
  readonly mustShow?: Localized;
  readonly validity?: Localized;
  readonly alternative?: Localized;
  readonly for: readonly GroundId[];
  readonly required: boolean;
  readonly mistakes: readonly Localized[];
  readonly submitted?: Localized;
  /** `must-have`: nothing can be decided without it. `answers`: it meets a reason in the letter. `supports`: it helps. */
  readonly decides: 'must-have' | 'answers' | 'supports';
  readonly translation?: Localized;
  /** What is different for some people, each with the words that say for whom. */
  readonly situations: readonly { readonly when: Localized; readonly text: Localized }[];
  readonly figures: readonly Figure[];
};

/** An amount that the law or an office sets, as in force on the day of the report. Rows of a table carry a label. */
export type Figure = {
  readonly id: string;
  readonly what: Localized;
  readonly rows: readonly { readonly label?: Localized; readonly amount: number }[];
  readonly currency: string;
  readonly since: Day;
  readonly source: string;
  readonly checkBy: Day;
  /** It may be out of date, or was not read at its official source: say so beside it. */
  readonly check: boolean;
  readonly note?: Localized;
  /** What it was on the day of the letter, where that was another amount: the refusal was judged by it. */
  readonly onLetterDay?: { readonly since: Day; readonly rows: Figure['rows'] };
};

export type Deadline = {
  /** The last day, by the more cautious reading. */
  readonly on: Day;
  /** The last business day before it, where courts and offices are closed on the last day itself. */
  readonly actBy?: Day;
  readonly countedFrom: Day;
  /** ISO 8601, e.g. `P90D`. */
  readonly duration: string;
  readonly within: Localized;
  readonly working: readonly Localized[];
  readonly law: LawRef;
  readonly daysLeft: number;
  readonly passed: boolean;
  /** The other date that applies if the start was another, e.g. decided outside the country. */
  readonly ifNot?: { readonly on: Day; readonly when: Localized };
};

export type Fee = {
  readonly what: Localized;
  readonly amount: number;
  readonly currency: string;
  readonly since: Day;
  readonly source: string;
  readonly checkBy: Day;
  readonly check: boolean;
  readonly note?: Localized;
};

export type Route = {
  readonly id: string;
  readonly title: Localized;
  readonly state: 'open' | 'closed' | 'unknown';
  readonly why: Localized;
  readonly law: readonly LawRef[];
  readonly fee?: Fee;
  readonly needs: readonly string[];
  readonly deadline?: Deadline;
  /** The first day on which the route can work, where a bar must end first. */
  readonly earliest?: Deadline;
  readonly cost: Localized;
  readonly newEvidence: Localized;
  readonly whoMayAct: Localized;
  readonly doesNotStop: Localized;
  readonly link?: Localized;
};

export type Question = {
  readonly id: string;
  readonly text: Localized;
  readonly changes: readonly string[];
  /** How it is asked: a day, a yes or no, or one of the options. */
  readonly answer:
    | { readonly type: 'day' | 'yes-no' }
    | { readonly type: 'choice'; readonly options: readonly { readonly value: string; readonly label: Localized }[] };
};

export type Advice = {
  readonly remedies: readonly Remedy[];
  readonly checklist: readonly ChecklistItem[];
  /** Why there is no checklist though there are grounds. */
  readonly held?: Localized;
  readonly routes: readonly Route[];
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
};
