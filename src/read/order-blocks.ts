import { type Box, boxAround } from '../model/geometry.ts';
import type { Row } from './split-rows.ts';

type Block = { readonly rows: Row[]; box: Box };

/** More blocks than any letter has; past it the order of the file is kept, because ordering takes time squared. */
const mostBlocks = 1200;

/**
 * Some programs write the foot of a page first, or its letterhead last. Rows that follow each other downwards make a
 * block; a block comes after everything that stands above it in the same columns; else the order of the file is kept.
 */
export function orderBlocks(rows: readonly Row[]): readonly Row[] {
  const blocks = blocksOf(rows);
  if (blocks.length < 2 || blocks.length > mostBlocks) return rows;
  const waitsFor = blocks.map(
    (block) => blocks.filter((other) => other !== block && standsAbove(other.box, block.box)).length,
  );
  if (!isOutOfOrder(blocks)) return rows;
  const ordered: Row[] = [];
  const done = new Set<number>();
  while (done.size < blocks.length) {
    const next = blocks.findIndex((_, index) => !done.has(index) && waitsFor[index] === 0);
    const block = blocks[next];
    if (block === undefined) return rows;
    done.add(next);
    ordered.push(...block.rows);
    for (const [index, other] of blocks.entries()) {
      if (other !== block && standsAbove(block.box, other.box)) waitsFor[index] = (waitsFor[index] ?? 1) - 1;
    }
  }
  return ordered;
}

function isOutOfOrder(blocks: readonly Block[]): boolean {
  return blocks.some((block, index) => blocks.slice(0, index).some((earlier) => standsAbove(block.box, earlier.box)));
}

function blocksOf(rows: readonly Row[]): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const box = boxOf(row);
    const block = blocks.at(-1);
    if (block !== undefined && continues(block, row, box)) {
      block.rows.push(row);
      block.box = boxAround([block.box, box]);
    } else {
      blocks.push({ rows: [row], box });
    }
  }
  return blocks;
}

function continues(block: Block, row: Row, box: Box): boolean {
  const last = block.rows.at(-1);
  if (last === undefined) return false;
  const above = boxOf(last);
  const height = Math.max(box.bottom - box.top, above.bottom - above.top);
  const down = box.top - above.top;
  return down > -0.3 * height && down < 4 * height && row.length > 0 && overlapAcross(block.box, box);
}

function boxOf(row: Row): Box {
  const [first, ...rest] = row.map(({ box }) => box);
  return first === undefined ? { left: 0, top: 0, right: 0, bottom: 0 } : boxAround([first, ...rest]);
}

function overlapAcross(one: Box, other: Box): boolean {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0;
}

/** Wholly above, in the same columns. Boxes of text hold some white, so they may touch a little. */
function standsAbove(one: Box, other: Box): boolean {
  const slack = 0.4 * Math.min(one.bottom - one.top, other.bottom - other.top, 20);
  const middle = (box: Box): number => (box.top + box.bottom) / 2;
  return one.bottom <= other.top + slack && middle(one) < middle(other) && overlapAcross(one, other);
}
