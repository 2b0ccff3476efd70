import type { Clue } from '../model/ground.ts';
import type { Ground } from '../pack/ground-schema.ts';
import type { Candidate, Found, Meaning, Reading } from './reading.ts';

type GroundFound = Found<Extract<Meaning, { type: 'ground' }>>;

/** Everything in a sentence that points to a ground, before anything is set aside. */
export function findCandidates(
  reading: Reading,
  grounds: ReadonlyMap<string, Ground>,
  citedBy: ReadonlyMap<string, readonly string[]>,
): readonly Candidate[] {
  const hits = reading.found.filter((each): each is GroundFound => each.meaning.type === 'ground');
  const counted = hits.filter((hit) => hit.meaning.clue !== 'factor' || factorCounts(hit, reading));
  const kept = counted.filter(
    (hit) => !isInside(hit, counted) && !isExplained(hit, counted) && !crossesContrast(hit, reading),
  );
  const candidates: Candidate[] = [];
  for (const hit of kept) {
    const ground = grounds.get(hit.meaning.ground);
    if (ground === undefined) continue;
    const clue = clueOf(hit, reading);
    candidates.push({ from: hit.from, to: hit.to, ground, clue, pattern: hit.meaning.pattern, reading });
  }
  for (const citation of reading.citations) {
    for (const id of citedBy.get(citation.law) ?? []) {
      const ground = grounds.get(id);
      if (ground !== undefined)
        candidates.push({ ...citation, ground, clue: 'citation', pattern: citation.law, reading });
    }
  }
  return candidates;
}

/** A bare label is a reason only where a list of reasons, a ticked box or "based on …" makes it one. */
function factorCounts(hit: GroundFound, reading: Reading): boolean {
  if (reading.sentence.listed || reading.sentence.box !== undefined) return true;
  const lead = reading.found.find((each) => each.meaning.type === 'lead-in' && each.to <= hit.from);
  if (lead === undefined) return false;
  return reading.found.some((each) => each.meaning.type === 'finding' && each.from < hit.from);
}

/** "Your funds are ample, but the plan is vague": a gap doesn't join words from both sides of a contrast. */
function crossesContrast(hit: GroundFound, reading: Reading): boolean {
  const { clue, pattern } = hit.meaning;
  if ((clue !== 'phrase' && clue !== 'hint') || pattern.includes('&') || !pattern.includes('...')) return false;
  return reading.found.some(({ meaning, from }) => meaning.type === 'break' && from > hit.from && from < hit.to - 1);
}

/** The longer printed sentence wins over what stands inside it. */
function isInside(hit: GroundFound, hits: readonly GroundFound[]): boolean {
  return hits.some((other) => {
    if (other.meaning.clue !== 'wording' || other.meaning.ground === hit.meaning.ground) return false;
    const longer = other.to - other.from > hit.to - hit.from;
    return longer && other.from <= hit.from && other.to >= hit.to;
  });
}

/** A suggestion, or words from anywhere in the sentence, add nothing to a printed sentence: it says what it means. */
function isExplained(hit: GroundFound, hits: readonly GroundFound[]): boolean {
  const { clue, pattern } = hit.meaning;
  if (clue !== 'hint' && !(clue === 'phrase' && pattern.includes('&'))) return false;
  return hits.some(({ meaning, from, to }) => meaning.clue === 'wording' && from < hit.to && to > hit.from);
}

function clueOf(hit: GroundFound, reading: Reading): Clue {
  if (hit.meaning.clue === 'hint') return 'similar';
  if (reading.sentence.box !== undefined && hit.meaning.clue !== 'phrase') return 'tick';
  return hit.meaning.clue === 'phrase' ? 'phrase' : 'wording';
}
