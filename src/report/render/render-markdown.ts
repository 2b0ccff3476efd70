import type { Block, Paper, Run } from '../paper.ts';
import { isWebAddress } from './render-html.ts';

/** A paper as Markdown (CommonMark with tables). Signs of a letter that Markdown would read as markup are escaped. */
export function renderMarkdown(paper: Paper): string {
  const parts = [
    `# ${escapeMarkdown(paper.title)}`,
    escapeMarkdown(paper.subtitle),
    ...paper.blocks.map((block) => renderBlock(block, paper.language)),
    '---',
    ...paper.closing.map(escapeMarkdown),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function renderBlock(block: Block, language: Paper['language']): string {
  switch (block.kind) {
    case 'heading': {
      const tag = block.tag === undefined ? '' : ` (${escapeMarkdown(block.tag.text)})`;
      return `${'#'.repeat(block.level)} ${block.number === undefined ? '' : `${block.number}. `}${escapeMarkdown(block.text)}${tag}`;
    }
    case 'paragraph':
      return renderRuns(block.runs);
    case 'facts':
      return block.rows
        .map(({ label, runs }) => `- **${escapeMarkdown(label)}**${language === 'fr' ? ' :' : ':'} ${renderRuns(runs)}`)
        .join('\n');
    case 'quote':
      return `> ${escapeMarkdown(block.text)}\n>\n> *${escapeMarkdown(block.source)}*`;
    case 'list':
      return block.items
        .map((runs, index) => `${block.ordered ? `${index + 1}.` : '-'} ${renderRuns(runs)}`)
        .join('\n');
    case 'table':
      return renderTable(block);
    case 'checks':
      return block.items
        .map(({ name, tag, lines }) =>
          [
            `- [ ] **${escapeMarkdown(name)}**${tag === undefined ? '' : ` (${escapeMarkdown(tag.text)})`}`,
            ...lines.map((runs) => `  ${renderRuns(runs)}`),
          ].join('  \n'),
        )
        .join('\n');
    case 'callout':
      return [`> **${escapeMarkdown(block.title)}**`, ...block.lines.map((runs) => `> ${renderRuns(runs)}`)].join(
        '  \n',
      );
    case 'blank':
      return `${escapeMarkdown(block.label)}\n\n${'\\_'.repeat(40)}`;
    case 'card':
      return block.blocks
        .map((inner) => renderBlock(inner, language))
        .filter((part) => part !== '')
        .join('\n\n');
    case 'pages':
      return '';
  }
}

function renderTable({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(escapeMarkdown)),
    line(head.map(() => '---')),
    ...rows.map((cells) => line(cells.map(renderRuns))),
  ].join('\n');
}

function renderRuns(runs: readonly Run[]): string {
  return runs
    .map(({ text, strong, link }) => {
      const inner = escapeMarkdown(text);
      const linked =
        link !== undefined && isWebAddress(link)
          ? `[${inner}](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)`
          : inner;
      if (strong !== true || linked.trim() === '') return linked;
      const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(linked) ?? [];
      return `${before}**${core}**${after}`;
    })
    .join('');
}

/** Every sign that can begin markup, HTML too; a line break would end the paragraph that the text stands in. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|~&]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+#=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}
