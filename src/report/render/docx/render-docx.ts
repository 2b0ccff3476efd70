import { Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { Paper } from '../../paper.ts';
import { printable } from '../../printable.ts';
import { blockOf } from './docx-blocks.ts';
import { contentWidth, numbering, soft, styles } from './docx-styles.ts';
import { settleDocx } from './settle-docx.ts';

const letterPage = { width: 12_240, height: 15_840 } as const;
const margin = { top: 1080, bottom: 1080, left: 1080, right: 1080, footer: 560 } as const;

/** A paper as a Word document with real headings, lists, tables and tick boxes; its author and dates are the paper's. */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const state = { lists: 0 };
  const title = printable(paper.title);
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: withLanguage(paper.language),
    numbering,
    sections: [
      {
        properties: { page: { size: letterPage, margin } },
        footers: { default: footerOf(paper, title) },
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
          ...(paper.subtitle === ''
            ? []
            : [new Paragraph({ style: 'Subtitle', children: [new TextRun(printable(paper.subtitle))] })]),
          ...paper.blocks.flatMap((block) => blockOf(block, paper.language, state)),
          ...paper.closing.map(
            (text, index) =>
              new Paragraph({
                style: 'Small',
                spacing: { before: index === 0 ? 360 : 0, after: 40 },
                children: [new TextRun(printable(text))],
              }),
          ),
        ],
      },
    ],
  });
  return settleDocx(new Uint8Array(await Packer.toArrayBuffer(document)), paper.made);
}

function withLanguage(language: Paper['language']): typeof styles {
  const document = styles.default?.document;
  const run = { ...document?.run, language: { value: `${language}-CA` } };
  return { ...styles, default: { ...styles.default, document: { ...document, run } } };
}

function footerOf({ pageWords }: Paper, title: string): Footer {
  const look = { size: 17, color: soft } as const;
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }],
        children: [
          new TextRun({ text: `${title}\t`, ...look }),
          new TextRun({
            children: [`${pageWords.page} `, PageNumber.CURRENT, ` ${pageWords.of} `, PageNumber.TOTAL_PAGES],
            ...look,
          }),
        ],
      }),
    ],
  });
}
