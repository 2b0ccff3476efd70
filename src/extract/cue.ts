import type { Word } from '../model/document.ts';
import type { Span } from '../model/evidence.ts';
import type { Language } from '../model/locale.ts';
import type { Token } from '../phrase/phrase.ts';
import type { Block } from './layout/block.ts';

/** What a phrase of a pack tells about the sentence it stands in. */
export type CueType =
  | 'letterhead'
  | 'greeting'
  | 'signature'
  | 'heading'
  | 'rule'
  | 'rule-unless'
  | 'condition'
  | 'finding'
  | 'lead-in'
  | 'any-finding'
  | 'application'
  | 'other-application'
  | 'decision'
  | 'decision-unless'
  | 'notes'
  | 'addressed'
  | 'elsewhere'
  | 'everybody'
  | 'one-person'
  | 'date-label'
  | 'other-date-label'
  | 'reference-label'
  | 'client-label'
  | 'office'
  | 'furniture'
  | 'redaction'
  | 'suspicious'
  | 'tick-instruction'
  | 'tick-applies'
  | 'tick-applies-not'
  | 'consequence'
  | 'consequence-unless'
  | 'deadline-opens'
  | 'deadline-until'
  | 'deadline-about';

export type Cue = { readonly type: CueType; readonly id: string };

/** What may be printed in another language than the letter's. */
export const labels: ReadonlySet<CueType> = new Set([
  'letterhead',
  'greeting',
  'date-label',
  'other-date-label',
  'reference-label',
  'client-label',
  'office',
]);

/** A cue found. `from` and `to` (exclusive) are tokens of the sentence, `span` are words of the document. */
export type FoundCue = Cue & { readonly from: number; readonly to: number; readonly span: Span };

/** A sentence on its way through this stage, with everything that was found in it. */
export type Draft = {
  readonly words: readonly [Word, ...Word[]];
  readonly span: Span;
  readonly skip: readonly Span[];
  readonly block: Block;
  /** Whether it is the first sentence of its block, and whether the last. */
  readonly opens: boolean;
  readonly closes: boolean;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly cues: readonly FoundCue[];
};

export function hasCue(draft: Draft, type: CueType, id?: string): boolean {
  return draft.cues.some((cue) => cue.type === type && (id === undefined || cue.id === id));
}

export function cuesOf(draft: Draft, type: CueType): readonly FoundCue[] {
  return draft.cues.filter((cue) => cue.type === type);
}
