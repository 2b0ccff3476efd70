import type { PlacedWord } from '../seam/ocr-engine.ts';
import type { DraftRow } from './number-pages.ts';
import { orderBlocks } from './order-blocks.ts';
import { orderColumns } from './order-columns.ts';
import { type Row, splitRows } from './split-rows.ts';

/**
 * Rows as an engine gave them → rows in reading order. The parts of a row that stand far apart become rows of their own,
 * one after the other, but a label keeps its value ("UCI:    1234").
 */
export function arrangeRows(
  rows: readonly (readonly PlacedWord[])[],
  page: { readonly width: number; readonly height: number },
): readonly DraftRow[] {
  return orderBlocks(orderColumns(splitRows(rows), page)).flatMap(partRow);
}

function partRow(row: Row): DraftRow[] {
  const parts: PlacedWord[][] = [];
  for (const { words } of row) {
    const last = parts.at(-1);
    if (last !== undefined && /[:：]$/.test(last.at(-1)?.text ?? '')) last.push(...words);
    else parts.push([...words]);
  }
  return parts.map((words) => ({ words }));
}
