import type { Decision } from '../../pack/kind-schema.ts';
import type { ZoneRule } from '../../pack/zone-schema.ts';
import type { ExtractPack } from '../compile-packs.ts';
import { type Draft, hasCue } from '../cue.ts';

/** The first rule of the pack that a sentence fits. A finding about this person is never law. */
export function findRule(draft: Draft, pack: ExtractPack): ZoneRule | undefined {
  const hit = new Set(draft.cues.flatMap((cue) => (cue.type === 'rule' ? [cue.id] : [])));
  if (hit.size === 0) return undefined;
  const finding = isFinding(draft);
  return pack.zones.rules.find(
    (rule) => hit.has(rule.id) && !hasCue(draft, 'rule-unless', rule.id) && !(rule.zone === 'law' && finding),
  );
}

/** Whether a sentence finds something about this person, and not only if. */
export function isFinding(draft: Draft): boolean {
  return hasCue(draft, 'finding') && !hasCue(draft, 'condition');
}

/** Decisions that a sentence states, in the pack's words for them. */
export function decisionsOf(draft: Draft, pack: ExtractPack): readonly Decision[] {
  if (!hasCue(draft, 'decision')) return [];
  return pack.kinds.decisions.filter(
    ({ id, sentenceUpTo = Number.POSITIVE_INFINITY }) =>
      draft.words.length <= sentenceUpTo && hasCue(draft, 'decision', id) && !hasCue(draft, 'decision-unless', id),
  );
}

/** Whether a sentence states a decision outright; decisions of a high rank are only signs of one. */
export function statesDecision(draft: Draft, pack: ExtractPack): boolean {
  return decisionsOf(draft, pack).some((each) => each.only.includes('letter') && each.rank < 10);
}

/** Whether some sentence shows that the whole text is about letters: advertising, guidance, talk among applicants. */
export function areAboutLetters(drafts: readonly Draft[], pack: ExtractPack): boolean {
  return pack.kinds.elsewhere.some(
    ({ id, whole }) =>
      whole &&
      drafts.some((draft) => hasCue(draft, 'elsewhere', id) || hasCue(draft, 'everybody', id)) &&
      !drafts.some((draft) => hasCue(draft, 'one-person', id)),
  );
}

/** Whether a lead-in in this sentence opens a list of reasons: not where the sentence is advice, law or information. */
export function mayOpenList(draft: Draft, pack: ExtractPack): boolean {
  const zone = findRule(draft, pack)?.zone;
  return zone === undefined || zone === 'decision' || zone === 'reasons';
}
