import type { Document } from '../../model/document.ts';
import { evidenceOf, type Fact } from '../../model/evidence.ts';
import type { TickBox, Zone } from '../../model/letter.ts';
import type { Draft } from '../cue.ts';
import { cuesOf, hasCue } from '../cue.ts';
import type { Block } from '../layout/block.ts';

/** Status lines and consequences, each once, unless they stand beside a box that isn't ticked. */
export function findConsequences(
  document: Document,
  drafts: readonly Draft[],
  zones: readonly Zone[],
  boxes: ReadonlyMap<Block, TickBox>,
): readonly Fact<string>[] {
  const found = new Map<string, Fact<string>>();
  for (const [number, draft] of drafts.entries()) {
    if (zones[number] === 'law' || zones[number] === 'boilerplate') continue;
    const box = boxes.get(draft.block);
    if (box !== undefined && box.state !== 'ticked') continue;
    for (const { id } of cuesOf(draft, 'consequence')) {
      if (found.has(id) || hasCue(draft, 'consequence-unless', id)) continue;
      found.set(id, { value: id, evidence: evidenceOf(document, draft.span) });
    }
  }
  return [...found.values()];
}
