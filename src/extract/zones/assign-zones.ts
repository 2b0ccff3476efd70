import type { ReadAs, Zone } from '../../model/letter.ts';
import type { ZoneRule } from '../../pack/zone-schema.ts';
import type { ExtractPack } from '../compile-packs.ts';
import { type Draft, hasCue } from '../cue.ts';
import type { Block } from '../layout/block.ts';
import { decisionsOf, findRule, isFinding } from './find-rule.ts';
import { findBody, isGreeting } from './header.ts';

/** Decisions of this rank and above are only signs of one. */
const weakest = 10;

export type ZoneSituation = {
  readonly drafts: readonly Draft[];
  readonly listed: ReadonlySet<Draft>;
  readonly readAs: ReadAs;
  readonly pack: ExtractPack;
  /** A form on which reasons are ticked: nothing between its items is farewell. */
  readonly isForm: boolean;
};

/** What the sentences before have opened. */
type State = {
  section: Zone | undefined;
  held: { readonly zone: Zone; readonly block: Block; readonly list: boolean } | undefined;
  notes: boolean;
  signed: boolean;
  /** A list of reasons has been given: what comes after it without a finding is farewell. */
  listGiven: boolean;
};

/** The zone of every sentence, in one pass: headings, then rules, then decisions, then what was opened before. */
export function assignZones(situation: ZoneSituation): readonly Zone[] {
  const { drafts, readAs } = situation;
  const body = readAs === 'letter' ? findBody(drafts) : 0;
  const state: State = { section: undefined, held: undefined, notes: false, signed: false, listGiven: false };
  return drafts.map((draft, number) => {
    if (number < body) return 'header';
    return (
      headingZone(draft, situation, state) ?? ruleZone(draft, situation, state) ?? openZone(draft, situation, state)
    );
  });
}

function headingZone(draft: Draft, { pack, readAs }: ZoneSituation, state: State): Zone | undefined {
  const heading = findHeading(draft, pack);
  if (heading !== undefined) {
    state.held = undefined;
    state.notes = heading === 'officer-notes' || (state.notes && heading === 'reasons');
    state.section =
      heading === 'officer-notes' || heading === 'reasons' || heading === 'decision' ? undefined : heading;
    state.listGiven = false;
    return state.notes ? 'officer-notes' : heading;
  }
  if (readAs !== 'letter') return undefined;
  if (isGreeting(draft)) {
    // A second letter in the same file begins anew.
    Object.assign(state, { section: undefined, held: undefined, notes: false, signed: false, listGiven: false });
    return draft.words.length <= 12 ? 'header' : undefined;
  }
  const signs = isSignature(draft);
  if (!signs || state.notes) return undefined;
  state.signed = true;
  return 'closing';
}

/** "Sincerely," or an officer's title on a line of its own; a sentence about an officer ends with a full stop. */
function isSignature(draft: Draft): boolean {
  if (!draft.opens || draft.words.length > 10 || /\.$/.test(draft.words.at(-1)?.text ?? '')) return false;
  return draft.cues.some((cue) => cue.type === 'signature' && cue.from <= 1);
}

/** A heading stands alone on its line, or before a colon where it is too long to be a label. */
function findHeading(draft: Draft, pack: ExtractPack): Zone | undefined {
  if (!draft.opens) return undefined;
  const alone = draft.closes && draft.words.length <= 12 && !/[.;,]$/.test(draft.words.at(-1)?.text ?? '');
  const cue = draft.cues.find(
    (each) =>
      each.type === 'heading' &&
      each.from <= 1 &&
      (alone || (each.to - each.from >= 2 && draft.tokens[each.to - 1]?.after === ':')),
  );
  return cue === undefined ? undefined : pack.zones.headings.find((heading) => heading.id === cue.id)?.zone;
}

function ruleZone(draft: Draft, { pack, readAs, listed }: ZoneSituation, state: State): Zone | undefined {
  const rule = findRule(draft, pack);
  if (rule !== undefined && !(state.notes && isAdvice(rule))) {
    state.held =
      rule.holds === 'sentence' ? undefined : { zone: rule.zone, block: draft.block, list: rule.holds === 'list' };
    if (rule.zone === 'decision' || rule.zone === 'reasons') state.section = undefined;
    return state.notes && rule.zone === 'reasons' ? 'officer-notes' : rule.zone;
  }
  if (state.notes || readAs === 'officer-notes') return undefined;
  if (!refuses(draft, pack)) return undefined;
  state.section = undefined;
  state.held = undefined;
  return listed.has(draft) ? 'reasons' : 'decision';
}

/** Whether a sentence states the refusal itself; weaker words for it stand in the reasons too. */
function refuses(draft: Draft, pack: ExtractPack): boolean {
  return decisionsOf(draft, pack).some(
    (each) => each.outcome === 'refused' && each.rank < weakest && each.only.includes('letter'),
  );
}

/** In officers' notes a sentence about what the person may do is still the officer's. */
function isAdvice(rule: ZoneRule): boolean {
  return rule.zone === 'closing' || rule.zone === 'consequences' || rule.zone === 'header';
}

/** The zone of a sentence that says nothing about its place itself. */
function openZone(draft: Draft, situation: ZoneSituation, state: State): Zone {
  const { readAs, listed } = situation;
  if (isHeld(draft, state)) return state.held?.zone ?? 'reasons';
  state.held = undefined;
  if (state.notes || readAs === 'officer-notes') return 'officer-notes';
  if (listed.has(draft) || draft.block.marker?.kind === 'tick') {
    state.listGiven = true;
    return 'reasons';
  }
  if (state.section !== undefined) return state.section;
  return state.signed || isFarewell(draft, situation, state) ? 'closing' : 'reasons';
}

function isHeld(draft: Draft, { held }: State): boolean {
  if (held === undefined || isFinding(draft)) return false;
  // Behind the law of a paragraph comes what the officer found under it.
  if (held.zone === 'law' && hasCue(draft, 'any-finding') && !hasCue(draft, 'condition')) return false;
  return held.block === draft.block || (held.list && isItemOf(draft.block, held.block));
}

/** Behind a list of reasons a letter takes its leave, unless a sentence still finds something. */
function isFarewell(draft: Draft, { readAs, isForm }: ZoneSituation, state: State): boolean {
  if (readAs !== 'letter' || !state.listGiven || isForm || draft.block.marker !== undefined) return false;
  return !hasCue(draft, 'any-finding') && !isFinding(draft);
}

/** Lettered items of a statute stand under it, numbered or indented. */
function isItemOf(block: Block, head: Block): boolean {
  if (block.marker?.kind === 'number') return true;
  return block.marker?.kind !== 'tick' && block.left > head.left + 6;
}
