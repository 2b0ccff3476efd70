import type { ReadAs } from '../../model/letter.ts';
import type { ExtractPack } from '../compile-packs.ts';
import { cuesOf, type Draft, type FoundCue } from '../cue.ts';
import { decisionsOf, findRule, statesDecision } from '../zones/find-rule.ts';

/** What a sentence of this kind counts: where the letter says what it is about, and where it decides. */
const strong = 3;
/** Quoted law and status lines name other applications too: two of them count like one sentence. */
const weak = 0.6;

export type ApplicationSituation = {
  readonly drafts: readonly Draft[];
  readonly readAs: ReadAs;
  readonly pack: ExtractPack;
  /** The application that the number on the letter stands for; it decides between equals. */
  readonly hint: string | undefined;
};

/** What was applied for: the application named most where letters name their own. */
export function findApplication({ drafts, readAs, pack, hint }: ApplicationSituation): string | undefined {
  const scores = new Map<string, number>();
  for (const draft of drafts) {
    const score = scoreOf(draft, pack);
    const named = outermost(cuesOf(draft, 'application')).filter((cue) => readAs === 'letter' || !isAside(cue, draft));
    const ids = new Set(named.map((cue) => cue.id));
    for (const id of ids) scores.set(id, (scores.get(id) ?? 0) + score);
  }
  if (scores.size === 0) return hint;
  if (hint !== undefined && scores.has(hint)) scores.set(hint, (scores.get(hint) ?? 0) + 0.1);
  const [first] = [...scores].sort((one, other) => other[1] - one[1]);
  return first !== undefined && first[1] >= 1 ? first[0] : undefined;
}

/** In notes "holds an eTA" and "sponsorship in process" name an application that is not the one decided. */
function isAside(cue: FoundCue, draft: Draft): boolean {
  return cuesOf(draft, 'other-application').some((other) => cue.from < other.to && other.from < cue.to);
}

/** How much it says that a sentence names an application. */
function scoreOf(draft: Draft, pack: ExtractPack): number {
  const zone = findRule(draft, pack)?.zone;
  if (zone === 'closing') return 0;
  if (zone === 'law' || zone === 'consequences') return weak;
  // Beside a refusal, what was granted is not what the letter is about.
  if (decisionsOf(draft, pack).some((each) => each.outcome === 'granted')) return 1;
  const tells = zone === 'boilerplate' || zone === 'header' || zone === 'decision';
  return tells || statesDecision(draft, pack) ? strong : 1;
}

/** A letter that speaks of the person's status in the country is about a longer stay. */
export function adjustApplication(
  application: string | undefined,
  consequences: readonly string[],
  pack: ExtractPack,
): string | undefined {
  const longer = pack.kinds.applications.find((each) => each.id === application)?.insideCountry;
  const inside = consequences.some((id) => pack.kinds.insideCountry.includes(id));
  return inside && longer !== undefined ? longer : application;
}

/** `work permit` inside `post-graduation work permit` says nothing of its own. */
function outermost(cues: readonly FoundCue[]): readonly FoundCue[] {
  return cues.filter(
    (cue) =>
      !cues.some(
        (other) =>
          other !== cue && other.from <= cue.from && other.to >= cue.to && other.to - other.from > cue.to - cue.from,
      ),
  );
}
