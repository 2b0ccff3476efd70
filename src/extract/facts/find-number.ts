import type { Word } from '../../model/document.ts';
import type { Span } from '../../model/evidence.ts';
import { type CueType, cuesOf, type Draft } from '../cue.ts';
import { matchShape } from './match-shape.ts';

export type FoundNumber = { readonly value: string; readonly shape: string; readonly span: Span };

export type NumberSearch = {
  readonly label: CueType;
  readonly shapes: readonly string[];
  /** Shapes taken without a label. */
  readonly bare: readonly string[];
};

/** A number stands at most so many words behind its label. */
const reach = 8;

/** The number behind its label, in the sentence or the next; else the first in the text that needs no label. */
export function findNumber(drafts: readonly Draft[], search: NumberSearch): FoundNumber | undefined {
  for (const [number, draft] of drafts.entries()) {
    for (const label of cuesOf(draft, search.label)) {
      const following = [
        ...draft.words.filter((word) => word.at >= label.span.to - 1),
        ...(drafts[number + 1]?.words ?? []),
      ];
      const found = firstNumber(following.slice(0, reach), search.shapes, true);
      if (found !== undefined) return found;
    }
  }
  for (const draft of drafts) {
    const found = firstNumber(draft.words, search.bare, false);
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstNumber(words: readonly Word[], shapes: readonly string[], tolerant: boolean): FoundNumber | undefined {
  for (const [at, word] of words.entries()) {
    for (const shape of shapes) {
      const value = matchWord(word.text, shape, tolerant);
      if (value !== undefined) return { value, shape, span: { from: word.at, to: word.at + 1 } };
      const next = words[at + 1];
      const joined = next === undefined ? undefined : matchShape(word.text + next.text, shape, tolerant);
      // `S 304567890`, and in scans `S3045 67890`.
      if (joined !== undefined && (tolerant || word.text.length === 1))
        return { value: joined, shape, span: { from: word.at, to: word.at + 2 } };
    }
  }
  return undefined;
}

/** A label may be glued to its number: `UCI:1234-5678`. */
function matchWord(text: string, shape: string, tolerant: boolean): string | undefined {
  if (text.length > 60) return undefined;
  return matchShape(text, shape, tolerant) ?? matchShape(text.slice(text.lastIndexOf(':') + 1), shape, tolerant);
}
