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
export function decisionsOf(draft: Draft): readonly string[] {
  const ids = new Set(draft.cues.flatMap((cue) => (cue.type === 'decision' ? [cue.id] : [])));
  return [...ids].filter((id) => !hasCue(draft, 'decision-unless', id));
}

/** Whether a sentence states a decision outright; decisions of a high rank are only signs of one. */
export function statesDecision(draft: Draft, pack: ExtractPack): boolean {
  const ids = decisionsOf(draft);
  return pack.kinds.decisions.some((each) => ids.includes(each.id) && each.only.includes('letter') && each.rank < 10);
}

/** Whether a sentence shows that the whole text is about letters: advertising, guidance. */
export function isAboutLetters(draft: Draft, pack: ExtractPack): boolean {
  return pack.kinds.elsewhere.some((each) => each.whole && hasCue(draft, 'elsewhere', each.id));
}

/** Whether a lead-in in this sentence opens a list of reasons: not where the sentence is advice, law or information. */
export function mayOpenList(draft: Draft, pack: ExtractPack): boolean {
  const zone = findRule(draft, pack)?.zone;
  return zone === undefined || zone === 'decision' || zone === 'reasons';
}
