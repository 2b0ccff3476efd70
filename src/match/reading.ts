import type { Clue, GroundId } from '../model/ground.ts';
import type { Sentence } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import type { Ground } from '../pack/ground-schema.ts';
import type { Cue } from '../pack/language-schema.ts';
import type { Token } from '../phrase/phrase.ts';

/** What a phrase of the packs stands for when it is found. */
export type Meaning =
  | {
      readonly type: 'ground';
      readonly ground: GroundId;
      readonly clue: 'wording' | 'factor' | 'phrase' | 'hint';
      readonly pattern: string;
    }
  | { readonly type: 'cue'; readonly cue: Cue }
  | { readonly type: 'cue-end' | 'cue-void'; readonly cue: string }
  | { readonly type: 'lead-in' | 'finding' | 'reservation' | 'break' | 'starter' }
  /** A ground's `unless`: it sets that ground aside. */
  | {
      readonly type: 'exception';
      readonly ground: GroundId;
      readonly pattern: string;
      /** Of the ground's exceptions: where two cover the same words, the one written first speaks. */
      readonly number: number;
      readonly within: 'clause' | 'sentence';
      readonly why: Localized;
    };

/** Tokens `from` up to but not including `to` of one sentence. */
export type Range = { readonly from: number; readonly to: number };

export type Found<M = Meaning> = Range & { readonly meaning: M };

/** One sentence, taken apart: its words as tokens, its clauses, and everything the packs know in it. */
export type Reading = {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Range[];
  readonly found: readonly Found[];
  readonly citations: readonly (Range & { readonly law: string })[];
};

/** A ground seen in a sentence, not yet judged. */
export type Candidate = Range & {
  readonly ground: Ground;
  readonly clue: Clue;
  readonly pattern: string;
  readonly reading: Reading;
};
