import type { Document, Line, Word } from '../../src/model/document.ts';

/** An invented letter. A blank line is a gap. */
const sampleText = `Sample Immigration Office
Temporary Residence Section

Date: November 12, 2026
Application: S000000001
UCI: 00-0000-0001

Dear Sample Applicant,

Thank you for your interest in studying in Canada. After a careful review of
your study permit application and the supporting documentation, I have
determined that your application does not meet the requirements of the Act and
its Regulations. I am refusing your application.

I am not satisfied that you will leave Canada at the end of your stay as required
by paragraph 216(1)(b) of the IRPR. I am refusing your application because you
have not established that you will leave Canada, based on the following factors:

- You do not have significant family ties outside Canada.
- The purpose of your visit to Canada is not consistent with a temporary stay
given the details you have provided in your application.
- Your assets and financial situation are insufficient to support the stated
purpose of travel for yourself and any accompanying family members.

Your stated plan does not seem reasonable given your employment and
education history. The sponsor's letter was noted but carries little weight.

You may reapply at any time. All applications are assessed on their merits.

Sincerely,
Officer SA00001`;

const size = 11;
const leading = 15.4;
const margin = 72;

/** Widths like those of a usual typeface, as shares of its size. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[iljtfrI.,:;'()-]/.test(character)
      ? 0.29
      : /[mwMW]/.test(character)
        ? 0.78
        : /[A-Z0-9]/.test(character)
          ? 0.6
          : 0.47;
  return width * size;
}

function lineOf(text: string, top: number, first: number): Line {
  let left = margin + (text.startsWith('- ') ? 14 : 0);
  const words = text.split(' ').map((word, index): Word => {
    const box = { left, top, right: left + widthOf(word), bottom: top + size + 1 };
    left = box.right + size * 0.26;
    return { at: first + index, text: word, box, confidence: 1 };
  });
  const last = words.at(-1)?.box.right ?? margin;
  return { box: { left: words[0]?.box.left ?? margin, top, right: last, bottom: top + size + 1 }, words };
}

/** The letter as a reader would give it: one page, every word with its place. */
export function sampleDocument(name = 'sample.pdf', sha256 = 'a'.repeat(64)): Document {
  let top = 84;
  let first = 0;
  const lines: Line[] = [];
  for (const text of sampleText.split('\n')) {
    if (text !== '') {
      const line = lineOf(text, top, first);
      lines.push(line);
      first += line.words.length;
    }
    top += text === '' ? leading * 0.6 : leading;
  }
  const page = { number: 1, width: 612, height: 792, origin: 'text-layer', confidence: 1, lines, marks: [] } as const;
  return { name, sha256, mediaType: 'application/pdf', pages: [page], notes: [] };
}
