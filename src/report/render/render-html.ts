import type { Block, Check, PagePicture, Paper, Run, Tag } from '../paper.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlStyle } from './html-style.ts';

/** A paper as one HTML file that needs nothing else: no script, no network. Every text in it is escaped. */
export function renderHtml(paper: Paper): string {
  const { pageWords } = paper;
  const blocks = paper.blocks.map((block) => renderBlock(block, pageWords.page)).join('\n');
  const closing = paper.closing.map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  return `<!doctype html>
<html lang="${paper.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer"><title>${escapeHtml(`${paper.title} · ${paper.subtitle}`)}</title><style>${htmlStyle}</style></head>
<body><main>
<h1>${escapeHtml(paper.title)}</h1>
<p class="subtitle">${escapeHtml(paper.subtitle)}</p>
${blocks}
<footer class="closing">${closing}</footer>
</main></body></html>
`;
}

function renderBlock(block: Block, pageWord: string): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block);
    case 'paragraph':
      return `<p${block.look === undefined ? '' : ` class="${block.look}"`}>${renderRuns(block.runs)}</p>`;
    case 'facts':
      return `<dl class="facts">${block.rows.map(({ label, runs }) => `<dt>${escapeHtml(label)}</dt><dd>${renderRuns(runs)}</dd>`).join('')}</dl>`;
    case 'quote':
      return `<blockquote><p lang="${escapeHtml(block.language)}"><mark>${escapeHtml(block.text)}</mark></p><footer>${escapeHtml(block.source)}</footer></blockquote>`;
    case 'list':
      return renderList(block);
    case 'table':
      return renderTable(block);
    case 'checks':
      return `<ul class="checks">${block.items.map(renderCheck).join('')}</ul>`;
    case 'callout':
      return `<div class="callout ${block.tone}"><p class="title">${escapeHtml(block.title)}</p>${block.lines.map((runs) => `<p>${renderRuns(runs)}</p>`).join('')}</div>`;
    case 'blank':
      return `<div class="blank">${escapeHtml(block.label)}${'<span class="line"></span>'.repeat(block.lines)}</div>`;
    case 'card':
      return `<section class="card ${block.tone}">${block.blocks.map((inner) => renderBlock(inner, pageWord)).join('')}</section>`;
    case 'pages':
      return `<div class="pages">${block.pages.map((page) => renderPage(page, pageWord)).join('')}</div>`;
  }
}

function renderHeading({ level, text, number, tag }: Extract<Block, { kind: 'heading' }>): string {
  const badge = number === undefined ? '' : `<span class="number">${number}</span>`;
  return `<h${level}>${badge}${escapeHtml(text)}${tag === undefined ? '' : ` ${renderTag(tag)}`}</h${level}>`;
}

function renderTag(tag: Tag): string {
  return `<span class="tag ${tag.tone}">${escapeHtml(tag.text)}</span>`;
}

function renderList({ ordered, small, items }: Extract<Block, { kind: 'list' }>): string {
  const name = ordered ? 'ol' : 'ul';
  return `<${name}${small ? ' class="small"' : ''}>${items.map((runs) => `<li>${renderRuns(runs)}</li>`).join('')}</${name}>`;
}

function renderTable({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const top = head.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = rows.map((cells) => {
    const inner = cells.map((runs, index) =>
      index === 0
        ? `<th scope="row">${renderRuns(runs)}</th>`
        : `<td data-label="${escapeHtml(head[index] ?? '')}">${renderRuns(runs)}</td>`,
    );
    return `<tr>${inner.join('')}</tr>`;
  });
  return `<div class="scroll"><table><thead><tr>${top}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function renderCheck({ name, tag, lines }: Check): string {
  const more = lines.map((runs) => `<p>${renderRuns(runs)}</p>`).join('');
  return `<li><span class="name">${escapeHtml(name)}</span>${tag === undefined ? '' : ` ${renderTag(tag)}`}${more}</li>`;
}

function renderPage({ number, width, height, picture, marks }: PagePicture, pageWord: string): string {
  if (!/^data:image\/png;base64,[A-Za-z0-9+/=]*$/.test(picture)) return '';
  const part = (length: number, whole: number) => `${Math.round((length / whole) * 10_000) / 100}%`;
  const numbered = new Set<number>();
  const boxes = marks.map(({ box, number: reason }) => {
    const style = `left:${part(box.left, width)};top:${part(box.top, height)};width:${part(box.right - box.left, width)};height:${part(box.bottom - box.top, height)}`;
    const label = numbered.has(reason) ? '' : `<b>${reason}</b>`;
    numbered.add(reason);
    return `<i style="${style}">${label}</i>`;
  });
  const caption = `${escapeHtml(pageWord)} ${number}`;
  return `<figure><figcaption>${caption}</figcaption><div class="sheet"><img alt="${caption}" src="${picture}">${boxes.join('')}</div></figure>`;
}

function renderRuns(runs: readonly Run[]): string {
  return runs.map(renderRun).join('');
}

/** Only web addresses become links: a pack or a report from elsewhere could carry anything. */
function renderRun({ text, strong, soft, link }: Run): string {
  const inner = escapeHtml(text);
  const linked =
    link !== undefined && isWebAddress(link) ? `<a href="${escapeHtml(link)}" rel="noreferrer">${inner}</a>` : inner;
  if (strong === true) return `<strong>${linked}</strong>`;
  return soft === true ? `<span class="soft">${linked}</span>` : linked;
}

export function isWebAddress(link: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(link);
}
