import type { Document } from '../../model/document.ts';
import { evidenceOf } from '../../model/evidence.ts';
import type { TickBox, Zone } from '../../model/letter.ts';
import { type Draft, hasCue } from '../cue.ts';
import type { Block } from '../layout/block.ts';

export type BoxReading = {
  readonly boxes: ReadonlyMap<Block, TickBox>;
  /** Lines that must have a box which can't be read. */
  readonly unreadable: number;
};

const tolerance = 6;

/**
 * The tick box of every block that has one. A line without a box whose neighbours in the form have one, and every line
 * of a form that says "only ticked items apply" but shows no box at all, is unreadable: never "not ticked".
 */
export function readBoxes(document: Document, drafts: readonly Draft[], zones: readonly Zone[]): BoxReading {
  const blocks = [...new Set(drafts.map((draft) => draft.block))];
  const marked = new Set(blocks.filter((block) => block.marker?.kind === 'tick'));
  const lost = new Set(marked.size > 0 ? findGaps(blocks, marked) : findUnmarked(drafts, zones));
  const boxes = new Map<Block, TickBox>();
  for (const block of blocks) {
    if (lost.has(block)) put(boxes, document, block, 'unreadable');
    else if (marked.has(block)) put(boxes, document, block, block.marker?.state ?? 'unreadable');
  }
  const unreadable = [...boxes.values()].filter((box) => box.state === 'unreadable').length;
  return { boxes, unreadable };
}

function put(boxes: Map<Block, TickBox>, document: Document, block: Block, state: TickBox['state']): void {
  const first = block.words[0];
  const last = block.words.at(-1);
  if (first === undefined || last === undefined) return;
  const label = { from: first.at, to: last.at + 1 };
  boxes.set(block, { label, state, evidence: evidenceOf(document, label) });
}

/** A line between two lines with boxes, at the same indent as their boxes or their text. */
function findGaps(blocks: readonly Block[], boxes: ReadonlySet<Block>): readonly Block[] {
  return blocks.filter((block, number) => {
    const before = blocks[number - 1];
    const after = blocks[number + 1];
    if (before === undefined || after === undefined || block.marker !== undefined) return false;
    if (!boxes.has(before) || !boxes.has(after)) return false;
    if (Math.abs(before.left - after.left) > tolerance || /:$/.test(lastText(before))) return false;
    const near = Math.abs(block.left - before.textLeft) <= tolerance || Math.abs(block.left - before.left) <= tolerance;
    return near && block.gap <= Math.max(before.gap, after.gap, 1.2) * 1.3 && block.words.length >= 2;
  });
}

/** The items of a form whose boxes are all lost, e.g. by a photo that cuts off the margin. */
function findUnmarked(drafts: readonly Draft[], zones: readonly Zone[]): readonly Block[] {
  const start = drafts.findIndex((draft) => hasCue(draft, 'tick-instruction'));
  if (start < 0) return [];
  const lost = drafts.filter(
    (draft, number) =>
      number > start &&
      (zones[number] === 'reasons' || zones[number] === 'consequences') &&
      draft.block !== drafts[start]?.block,
  );
  return [...new Set(lost.map((draft) => draft.block))];
}

function lastText(block: Block): string {
  return block.words.at(-1)?.text ?? '';
}
