/** One comparable word of a letter. `from` and `to` (exclusive) are running numbers of printed words. */
export type Token = {
  readonly form: string;
  readonly stem: string;
  readonly from: number;
  readonly to: number;
  /** The punctuation that follows, where it ends a clause: `,` `;` `:` or nothing. */
  readonly after: string;
  /** The provision of law whose citation begins here, e.g. `irpr/216/1/b`, and how many tokens it takes. */
  readonly law?: { readonly ref: string; readonly length: number };
};

export type Atom =
  | { readonly kind: 'word'; readonly form: string }
  | { readonly kind: 'prefix'; readonly start: string }
  | { readonly kind: 'stem'; readonly stem: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'law'; readonly ref: string };

export type Node =
  | Atom
  /** `number` tells a parser's choices apart: what one finds at a place is remembered under it. */
  | { readonly kind: 'choice'; readonly number: number; readonly options: readonly Sequence[] }
  | { readonly kind: 'optional'; readonly nodes: Sequence }
  | { readonly kind: 'gap' };

export type Choice = Extract<Node, { kind: 'choice' }>;

export type Sequence = readonly Node[];

/** A phrase as the pack writes it, and its parts: all must be found in one sentence, in any order. */
export type Phrase = { readonly text: string; readonly parts: readonly [Sequence, ...Sequence[]] };

/** How many words a gap may hold, and how many gaps a phrase may have. */
export const gapLength = 6;
export const gapsAllowed = 3;
