import { type Draft, hasCue } from '../cue.ts';

/** A greeting stands near the top; so many sentences are searched for one. */
const searched = 80;

/** The number of the sentence with which the body begins: the greeting, or what comes after the lines of a letterhead. */
export function findBody(drafts: readonly Draft[]): number {
  const greeting = drafts.slice(0, searched).findIndex(isGreeting);
  if (greeting >= 0) return greeting;
  // A photo may cut the greeting off: then the body begins with the first sentence that says something.
  const end = drafts.slice(0, searched).findIndex((draft) => !isHeaderLine(draft) && saysSomething(draft));
  return end > 0 && drafts.slice(0, end).some(isHeaderLine) ? end : 0;
}

function saysSomething(draft: Draft): boolean {
  return (
    draft.words.length > 12 ||
    (['rule', 'decision', 'finding', 'any-finding'] as const).some((type) => hasCue(draft, type))
  );
}

/** "Dear …" at the start of its line. */
export function isGreeting(draft: Draft): boolean {
  return draft.opens && draft.cues.some((cue) => cue.type === 'greeting' && cue.from === 0);
}

const labels = ['letterhead', 'date-label', 'other-date-label', 'reference-label', 'client-label', 'office'] as const;

/** A short line with a label, an office or the department's name, that states nothing. */
function isHeaderLine(draft: Draft): boolean {
  if (draft.words.length > 25 || draft.block.marker !== undefined) return false;
  if (hasCue(draft, 'finding') || hasCue(draft, 'rule') || hasCue(draft, 'decision')) return false;
  return labels.some((type) => hasCue(draft, type));
}
