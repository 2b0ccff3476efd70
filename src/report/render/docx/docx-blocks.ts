import { BorderStyle, CheckBox, type FileChild, HeadingLevel, Paragraph, ShadingType, TextRun } from 'docx';
import type { Block, Check, Paper } from '../../paper.ts';
import { printable } from '../../printable.ts';
import { runsOf, tagRun } from './docx-runs.ts';
import { accent, toneColours, toneWashes } from './docx-styles.ts';
import { factsOf, tableOf } from './docx-table.ts';

/** Counts the numbered lists of a document: each begins at 1 again. */
export type DocxState = { lists: number };

export function blockOf(block: Block, language: Paper['language'], state: DocxState): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block)];
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.runs), ...styleOf(block.look) })];
    case 'facts':
      return block.rows.length === 0 ? [] : [factsOf(block), gap()];
    case 'quote':
      return quoteOf(block);
    case 'list':
      return listOf(block, state);
    case 'table':
      return [tableOf(block), gap()];
    case 'checks':
      return block.items.flatMap(checkOf);
    case 'callout':
      return calloutOf(block);
    case 'blank':
      return [
        new Paragraph({
          style: 'Answer',
          children: [
            new TextRun(`[${printable(block.label)}]`),
            ...Array.from({ length: Math.max(0, block.lines - 1) }, () => new TextRun({ break: 1 })),
          ],
        }),
        gap(),
      ];
    case 'card':
      return block.blocks.flatMap((inner) => blockOf(inner, language, state));
    case 'pages':
      return [];
  }
}

function headingOf({ level, text, number, tag }: Extract<Block, { kind: 'heading' }>): Paragraph {
  const badge = number === undefined ? [] : [new TextRun({ text: `${number}. `, color: accent })];
  return new Paragraph({
    heading: level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [...badge, new TextRun(printable(text)), ...(tag === undefined ? [] : [tagRun(tag)])],
  });
}

function styleOf(look: Extract<Block, { kind: 'paragraph' }>['look']): { readonly style?: string } {
  switch (look) {
    case 'lead':
      return { style: 'Lead' };
    case 'small':
      return { style: 'Small' };
    case 'hint':
      return { style: 'Hint' };
    case undefined:
      return {};
  }
}

/** The quote is marked in its own language, so that Word checks its spelling in that language. */
function quoteOf({ text, language, source }: Extract<Block, { kind: 'quote' }>): readonly FileChild[] {
  const shading = { type: ShadingType.CLEAR, fill: 'FFEFB5', color: 'auto' } as const;
  const known = /^[a-z]{2}$/.test(language) ? { language: { value: `${language}-CA` } } : {};
  return [
    new Paragraph({ style: 'LetterQuote', children: [new TextRun({ text: printable(text), shading, ...known })] }),
    new Paragraph({ style: 'QuoteSource', children: [new TextRun(printable(source))] }),
  ];
}

function listOf({ ordered, small, items }: Extract<Block, { kind: 'list' }>, state: DocxState): readonly FileChild[] {
  state.lists += 1;
  const instance = state.lists;
  return items.map(
    (runs) =>
      new Paragraph({
        children: runsOf(runs),
        numbering: { reference: ordered ? 'steps' : 'bullets', level: 0, instance: ordered ? instance : 0 },
        spacing: { after: 50 },
        ...(small ? { style: 'Small' } : {}),
      }),
  );
}

function checkOf({ name, tag, lines }: Check): readonly FileChild[] {
  return [
    new Paragraph({
      indent: { left: 380, hanging: 380 },
      spacing: { before: 120, after: 40 },
      keepNext: lines.length > 0,
      children: [
        new CheckBox({ alias: printable(name).slice(0, 60) }),
        new TextRun({ text: `  ${printable(name)}`, bold: true }),
        ...(tag === undefined ? [] : [tagRun(tag)]),
      ],
    }),
    ...lines.map((runs) => new Paragraph({ style: 'CheckLine', children: runsOf(runs) })),
  ];
}

function calloutOf({ tone, title, lines }: Extract<Block, { kind: 'callout' }>): readonly FileChild[] {
  const colour = tone === 'plain' ? accent : toneColours[tone];
  const look = {
    indent: { left: 200 },
    shading: { type: ShadingType.CLEAR, fill: toneWashes[tone], color: 'auto' },
    border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: colour } },
    keepLines: true,
  } as const;
  const texts = [runsOf([{ text: title, strong: true }]), ...lines.map((runs) => runsOf(runs))];
  return texts.map(
    (children, index) =>
      new Paragraph({
        ...look,
        children,
        keepNext: index < texts.length - 1,
        spacing: { before: index === 0 ? 140 : 0, after: index === texts.length - 1 ? 160 : 0 },
      }),
  );
}

/** Word joins tables, and framed paragraphs, that stand right under each other. */
function gap(): Paragraph {
  return new Paragraph({ children: [], spacing: { after: 0, line: 120 } });
}
