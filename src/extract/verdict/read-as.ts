import type { ReadAs } from '../../model/letter.ts';
import type { ExtractPack } from '../compile-packs.ts';
import { type CueType, type Draft, hasCue } from '../cue.ts';
import { areAboutLetters, statesDecision } from '../zones/find-rule.ts';
import { isGreeting } from '../zones/header.ts';

/** So many sentences from the top are searched for the signs of a letter. */
const top = 60;

/**
 * A whole letter, officer's notes on their own, or a piece of text. A greeting, two labelled fields of a letterhead, or
 * a decision with text around it make a letter.
 */
export function decideReadAs(drafts: readonly Draft[], pack: ExtractPack): ReadAs {
  const head = drafts.slice(0, top);
  if (head.some(isGreeting)) return 'letter';
  if (areAboutLetters(drafts, pack)) return 'fragment';
  const own = drafts.filter((draft) => !hasCue(draft, 'elsewhere'));
  const count = (type: CueType) => own.filter((draft) => hasCue(draft, type)).length;
  const spokenTo = count('addressed') > count('notes');
  const notes = count('notes') > 0 && !spokenTo;
  const labels = labelTypes.filter((type) => head.some((draft) => isLabelled(draft, type))).length;
  const decided = own.some((draft) => statesDecision(draft, pack));
  const signs = labels + (count('signature') > 0 ? 1 : 0) + (decided ? 1 : 0);
  if (spokenTo && signs >= 2) return labels > 0 || drafts.length >= 4 ? 'letter' : 'fragment';
  if (notes) return 'officer-notes';
  if (labels >= 2) return 'letter';
  const paragraphs = new Set(drafts.map((draft) => draft.block)).size;
  return decided && spokenTo && drafts.length >= 3 && paragraphs >= 2 ? 'letter' : 'fragment';
}

const labelTypes = ['date-label', 'reference-label', 'client-label', 'letterhead'] as const;

/** A label stands at the start of a short line of its own. */
function isLabelled(draft: Draft, type: CueType): boolean {
  const short = draft.opens && draft.words.length <= 25;
  return short && draft.cues.some((cue) => cue.type === type && cue.from <= 2);
}
