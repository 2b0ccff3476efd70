import { type Draft, hasCue } from '../cue.ts';
import type { Block } from '../layout/block.ts';

/** How far, in points, two left edges may differ and still be one column. */
const tolerance = 6;

type OpenList = {
  readonly left: number;
  readonly marked: boolean;
  readonly gap: number;
};

/**
 * Which sentences are items of a list that a lead-in opened. A list ends where its layout ends: at an outdent, at a
 * paragraph without a bullet, or, for a list without bullets, where the distance between the lines grows.
 * `opens` says whether a lead-in may open a list where it stands.
 */
export function findListed(drafts: readonly Draft[], opens: (draft: Draft) => boolean): ReadonlySet<Draft> {
  const listed = new Set<Draft>();
  let lists: readonly OpenList[] = [];
  let lead: Draft | undefined;
  let before: Block | undefined;
  for (const draft of drafts) {
    if (draft.block !== before) lists = listsAt(draft.block, lists, lead, before);
    if (lists.length > 0) listed.add(draft);
    before = draft.block;
    lead = draft.closes && hasCue(draft, 'lead-in') && opens(draft) ? draft : undefined;
  }
  return listed;
}

/** The lists that a block is an item of: those that go on, and the one that the sentence before it opened. */
function listsAt(
  block: Block,
  open: readonly OpenList[],
  lead: Draft | undefined,
  before: Block | undefined,
): readonly OpenList[] {
  const last = open.findLastIndex((list) => belongs(block, list, before));
  const lists = open.slice(0, last + 1);
  if (lead === undefined || !followsLead(block, lead)) return lists;
  return [...lists, { left: block.left, marked: block.marker !== undefined, gap: Math.max(1.2, block.gap) }];
}

/** A lead-in ends with a colon. Without one it opens a list only for bullets, and never for those of its own level. */
function followsLead(block: Block, lead: Draft): boolean {
  const deeper = block.left > lead.block.left + tolerance;
  const colon = /:$/.test((lead.words.at(-1) ?? lead.words[0]).text);
  if (block.marker !== undefined) return colon || deeper || lead.block.marker === undefined;
  return colon && (deeper || block.words.length <= 40);
}

function belongs(block: Block, list: OpenList, before: Block | undefined): boolean {
  const outdented = block.left < list.left - tolerance;
  if (list.marked) {
    if (block.marker !== undefined) return !outdented;
    // A second paragraph of an item stands under the item's text.
    return block.left > list.left + tolerance;
  }
  if (outdented || Math.abs(block.left - list.left) > tolerance)
    return block.left > list.left && block.marker !== undefined;
  if (block.gap > list.gap * 1.3) return false;
  const sentence = /[.!?]$/.test(before?.words.at(-1)?.text ?? '');
  return block.words.length <= 40 && !(block.words.length > 25 && !sentence && block.gap > 1.35);
}
