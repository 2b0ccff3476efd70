import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Run, Tag } from '../../paper.ts';
import { printable } from '../../printable.ts';
import { isWebAddress } from '../render-html.ts';
import { accent, soft, toneColours } from './docx-styles.ts';

export function runsOf(runs: readonly Run[], look: { readonly bold?: boolean } = {}): readonly ParagraphChild[] {
  return runs.map((run) => {
    const text = printable(run.text);
    const bold = run.strong === true || look.bold === true;
    if (run.link !== undefined && isWebAddress(run.link)) {
      return new ExternalHyperlink({
        link: run.link,
        children: [new TextRun({ text, bold, color: accent, underline: {} })],
      });
    }
    return new TextRun({ text, bold, ...(run.soft === true ? { color: soft } : {}) });
  });
}

export function tagRun(tag: Tag): TextRun {
  return new TextRun({ text: `   ${printable(tag.text)}`, bold: true, size: 18, color: toneColours[tag.tone] });
}
