import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block } from '../../paper.ts';
import { runsOf } from './docx-runs.ts';
import { accent, contentWidth } from './docx-styles.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'CFD5DC' } as const;
const strong = { style: BorderStyle.SINGLE, size: 10, color: accent } as const;
const open = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;
const margins = { top: 70, bottom: 70, left: 80, right: 80 } as const;

/** A table of so many rows is not broken over two pages. */
const keptTogether = 8;

/** A table whose header row is marked as one and stands again on every page. */
export function tableOf({ head, widths, rows }: Extract<Block, { kind: 'table' }>): Table {
  const columns = share(widths);
  const cell = (children: Paragraph[], index: number, bottom: typeof thin | typeof strong) =>
    new TableCell({
      children,
      width: { size: columns[index] ?? 0, type: WidthType.DXA },
      margins,
      borders: { ...open, bottom },
    });
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: [...columns],
    layout: TableLayoutType.FIXED,
    borders: open,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, index) =>
          cell(
            [new Paragraph({ children: runsOf([{ text, strong: true }]), spacing: { after: 0 }, keepNext: true })],
            index,
            strong,
          ),
        ),
      }),
      ...rows.map((cells, row) => {
        const keepNext = rows.length <= keptTogether && row < rows.length - 1;
        return new TableRow({
          cantSplit: true,
          children: cells.map((runs, index) =>
            cell([new Paragraph({ children: runsOf(runs), spacing: { after: 0 }, keepNext })], index, thin),
          ),
        });
      }),
    ],
  });
}

/** Labels and values side by side. */
export function factsOf({ rows }: Extract<Block, { kind: 'facts' }>): Table {
  const columns = share([30, 70]);
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: [...columns],
    layout: TableLayoutType.FIXED,
    borders: open,
    rows: rows.map(
      ({ label, runs }) =>
        new TableRow({
          cantSplit: true,
          children: [[{ text: label, soft: true }], runs].map(
            (content, index) =>
              new TableCell({
                children: [new Paragraph({ children: runsOf(content), spacing: { after: 40 } })],
                width: { size: columns[index] ?? 0, type: WidthType.DXA },
                borders: open,
                margins: { left: 0, right: 120, top: 0, bottom: 0 },
              }),
          ),
        }),
    ),
  });
}

function share(widths: readonly number[]): readonly number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.round((contentWidth * width) / whole));
}
