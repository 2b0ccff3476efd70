import type { Document, Mark, Word } from './document.ts';
import type { Evidence, Fact, Span } from './evidence.ts';
import type { Language } from './locale.ts';
import type { Note } from './note.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type Outcome = 'refused' | 'granted' | 'undecided' | 'returned' | 'withdrawn' | 'unknown';

/** What part of a letter a sentence belongs to. Grounds count only in decision, reasons and officer-notes. */
export type Zone =
  | 'header'
  | 'law'
  | 'boilerplate'
  | 'decision'
  | 'reasons'
  | 'consequences'
  | 'closing'
  | 'officer-notes'
  | 'furniture';

/** A sentence, a bullet or a heading. `listed` is true for an item of a list that a lead-in opened. */
export type Sentence = {
  readonly span: Span;
  readonly zone: Zone;
  readonly language: Language;
  readonly bullet: boolean;
  readonly listed: boolean;
  readonly box?: TickBox;
  /** Words inside the span that are no part of it: page furniture that stands between its two halves. */
  readonly skip?: readonly Span[];
};

/** The words of a sentence without the page furniture inside it. `words` are all words of the document. */
export function wordsOfSentence(words: readonly Word[], sentence: Pick<Sentence, 'span' | 'skip'>): readonly Word[] {
  const inside = words.slice(sentence.span.from, sentence.span.to);
  const skip = sentence.skip ?? [];
  if (skip.length === 0) return inside;
  return inside.filter((word) => !skip.some((span) => word.at >= span.from && word.at < span.to));
}

/** A tick box with the words beside it. */
export type TickBox = { readonly label: Span; readonly state: Mark['state']; readonly evidence: Evidence };

/** A deadline that the letter itself prints, e.g. 30 days to answer, or a date. */
export type PrintedDeadline = {
  readonly days?: number;
  readonly on?: Day;
  readonly about: 'response' | 'judicial-review' | 'appeal' | 'restoration' | 'leave' | 'other';
};

/** How a text was taken: a whole letter, officer's notes without a letter, or a piece of text on its own. */
export type ReadAs = 'letter' | 'officer-notes' | 'fragment';

/** What the letter says of itself. `kind` is an id of the pack's kinds.yaml. */
export type Letter = {
  readonly document: Document;
  readonly country: string;
  readonly language: Language;
  readonly kind: string;
  readonly outcome: Outcome;
  readonly readAs: ReadAs;
  readonly application: string;
  readonly issued?: Fact<Day>;
  /** Every way the date can be read when it reads two ways; then `issued` is absent. */
  readonly issuedReadings?: readonly Fact<Day>[];
  readonly reference?: Fact<string>;
  readonly clientId?: Fact<string>;
  readonly office?: Fact<string>;
  /** Where the decision was made, when the letter shows it. */
  readonly decidedWhere?: Fact<'inside' | 'outside'>;
  readonly printedDeadlines: readonly Fact<PrintedDeadline>[];
  /** Status lines and consequences by id of the pack's zones.yaml, e.g. `no-status`, `not-eligible-restoration`. */
  readonly consequences: readonly Fact<string>[];
  readonly sentences: readonly Sentence[];
  readonly boxes: readonly TickBox[];
  readonly notes: readonly Note[];
};
