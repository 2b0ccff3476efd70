import type { Block, Paper, Run } from '../paper.ts';
import { wrapLines } from './wrap-lines.ts';

const width = 96;

/** A paper as plain text for a terminal or an e-mail. Control characters of a letter are left out: a terminal would obey them. */
export function renderText(paper: Paper): string {
  const lines = [
    paper.title,
    paper.subtitle,
    '',
    ...paper.blocks.flatMap((block) => renderBlock(block, '', paper.language)),
    ...['', ...paper.closing].flatMap((text) => wrapLines(text, width, '', '')),
  ];
  return `${lines
    .join('\n')
    .replace(/[^\P{Cc}\n]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function renderBlock(block: Block, indent: string, language: Paper['language']): readonly string[] {
  const wrapped = (text: string, first = '', pad = '') => wrapLines(text, width, indent + first, indent + pad);
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? ['', headingText(block).toUpperCase(), ''] : ['', ...wrapped(headingText(block))];
    case 'paragraph':
      return wrapped(textOf(block.runs));
    case 'facts':
      return [
        ...block.rows.flatMap(({ label, runs }) => wrapped(textOf(runs), `${withColon(label, language)} `, '  ')),
        '',
      ];
    case 'quote':
      return wrapped(`${language === 'fr' ? `« ${block.text} »` : `“${block.text}”`} (${block.source})`, '  ', '  ');
    case 'list':
      return block.items.flatMap((runs, index) =>
        wrapped(textOf(runs), block.ordered ? `  ${index + 1}. ` : '  - ', block.ordered ? '     ' : '    '),
      );
    case 'table':
      return renderRows(block, indent, language);
    case 'checks':
      return block.items.flatMap(({ name, tag, lines }) => [
        ...wrapped(`${name}${tag === undefined ? '' : ` (${tag.text})`}`, '[ ] ', '    '),
        ...lines.flatMap((runs) => wrapped(textOf(runs), '    ', '    ')),
      ]);
    case 'callout':
      return [
        ...wrapped(block.title, '! ', '  '),
        ...block.lines.flatMap((runs) => wrapped(textOf(runs), '  ', '  ')),
        '',
      ];
    case 'blank':
      return [...wrapped(block.label), ...Array.from({ length: block.lines }, () => `${indent}${'_'.repeat(60)}`), ''];
    case 'card': {
      const [first, ...rest] = block.blocks;
      return [
        ...(first === undefined ? [] : renderBlock(first, indent, language)),
        ...rest.flatMap((inner) => renderBlock(inner, `${indent}   `, language)),
      ];
    }
    case 'pages':
      return [];
  }
}

function headingText({ text, number, tag }: Extract<Block, { kind: 'heading' }>): string {
  return `${number === undefined ? '' : `${number}. `}${text}${tag === undefined ? '' : ` (${tag.text})`}`;
}

/** A table row as one line, its later cells with their headings: wide tables break on narrow screens. */
function renderRows(
  { head, rows }: Extract<Block, { kind: 'table' }>,
  indent: string,
  language: Paper['language'],
): readonly string[] {
  return rows.flatMap((cells) => {
    const parts = cells.map((runs, index) => {
      const text = textOf(runs);
      return index < 2 || text === '' ? text : `${withColon(head[index] ?? '', language)} ${text}`;
    });
    return wrapLines(parts.filter((part) => part !== '').join(' · '), width, `${indent}  - `, `${indent}    `);
  });
}

function withColon(label: string, language: Paper['language']): string {
  return language === 'fr' ? `${label} :` : `${label}:`;
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
