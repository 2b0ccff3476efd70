import type { Typesetter } from '../../../seam/typesetter.ts';
import type { Block, Paper, Run } from '../../paper.ts';
import { isWebAddress } from '../render-html.ts';
import { paperTemplate } from './paper-template.ts';

/** A paper as a tagged PDF. Pictures of pages are left to the HTML form. */
export async function renderPdf(paper: Paper, typesetter: Typesetter): Promise<Uint8Array> {
  const { title, subtitle, language, closing, pageWords } = paper;
  const blocks = paper.blocks.filter((block) => block.kind !== 'pages').map((block) => settle(block, language));
  return typesetter.typeset(
    paperTemplate,
    JSON.stringify({ title, subtitle, language, closing, ...pageWords, blocks }),
  );
}

/** Only what the template can take: a language that it knows by its code, links that are web addresses. */
function settle(block: Block, language: string): unknown {
  if (block.kind === 'card') return { ...block, blocks: block.blocks.map((inner) => settle(inner, language)) };
  if (block.kind === 'quote')
    return { ...block, language: /^[a-z]{2,3}$/.test(block.language) ? block.language : language };
  if (block.kind === 'paragraph') return { ...block, runs: safeRuns(block.runs) };
  if (block.kind === 'list') return { ...block, items: block.items.map(safeRuns) };
  if (block.kind === 'table') return { ...block, rows: block.rows.map((cells) => cells.map(safeRuns)) };
  if (block.kind === 'callout') return { ...block, lines: block.lines.map(safeRuns) };
  if (block.kind === 'facts')
    return { ...block, rows: block.rows.map((row) => ({ ...row, runs: safeRuns(row.runs) })) };
  return block;
}

function safeRuns(runs: readonly Run[]): readonly Run[] {
  return runs.map(({ link, ...run }) => (link !== undefined && isWebAddress(link) ? { ...run, link } : run));
}
