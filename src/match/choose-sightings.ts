import type { Clue } from '../model/ground.ts';
import type { Letter } from '../model/letter.ts';
import type { Localized } from '../model/locale.ts';
import { judgeCandidate } from './judge-candidate.ts';
import type { Candidate } from './reading.ts';

/** A candidate with the reason that sets it aside, if one does. */
export type Judged = { readonly candidate: Candidate; readonly because?: Localized };

const rank: Readonly<Record<Clue, number>> = { tick: 5, wording: 4, phrase: 3, citation: 2, similar: 1 };

/**
 * The best sighting of each ground in a sentence. One that counts goes before one that is set aside: a ground is seen
 * when any of its phrases holds.
 */
export function chooseSightings(candidates: readonly Candidate[], letter: Letter): readonly Judged[] {
  const best = new Map<string, Judged>();
  for (const candidate of candidates) {
    const because = judgeCandidate(candidate, letter);
    const judged: Judged = { candidate, ...(because === undefined ? {} : { because }) };
    // A citation stands beside the words: it strengthens them, it doesn't replace them.
    const key = `${candidate.ground.id} ${candidate.clue === 'citation' ? 'citation' : 'words'}`;
    const before = best.get(key);
    if (before === undefined || isBetter(judged, before)) best.set(key, judged);
  }
  return [...best.values()];
}

function isBetter(judged: Judged, before: Judged): boolean {
  const counts = judged.because === undefined;
  if (counts !== (before.because === undefined)) return counts;
  const [one, other] = [judged.candidate, before.candidate];
  if (rank[one.clue] !== rank[other.clue]) return rank[one.clue] > rank[other.clue];
  return one.to - one.from > other.to - other.from;
}
