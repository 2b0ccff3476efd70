import { describe, expect, test } from 'vitest';
import { textOfWordXml } from '../../src/read/text-of-word-xml.ts';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, settings = '') => `<w:p><w:pPr>${settings}</w:pPr>${inside}</w:p>`;
const oldBox = (setting: string) =>
  `<w:fldChar><w:ffData><w:checkBox><w:sizeAuto/>${setting}</w:checkBox></w:ffData></w:fldChar>`;

describe('the text of a Word letter', () => {
  test.each([
    ['is a line a paragraph', paragraph(run('Dear ') + run('Sir,')) + paragraph(run('You')), 'Dear Sir,\nYou\n'],
    ['has a bullet before an item', paragraph(run('funds'), '<w:numPr><w:ilvl w:val="0"/></w:numPr>'), '• funds\n'],
    [
      'keeps tabs, but not the ruler',
      paragraph(`<w:r><w:tab/></w:r>${run('a')}`, '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'),
      '\ta\n',
    ],
    ['turns a page', paragraph(`<w:br w:type="page"/>${run('b')}`), '\fb\n'],
    ['breaks a line', paragraph(`${run('a')}<w:br/>${run('b')}`), 'a\nb\n'],
    [
      'leaves out what was struck',
      paragraph(`<w:del><w:r><w:delText>old</w:delText></w:r></w:del>${run('new')}`),
      'new\n',
    ],
    ['has XML’s own entities', paragraph(run('A &amp; B &lt;c&gt; &#233; &#x2713; &evil;')), 'A & B <c> é ✓ &evil;\n'],
    ['shows a ticked box', paragraph(oldBox('<w:default w:val="0"/><w:checked/>') + run('funds')), '☒ funds\n'],
    ['shows an empty box', paragraph(oldBox('<w:default w:val="0"/>') + run('funds')), '☐ funds\n'],
    [
      'shows a box that was emptied',
      paragraph(oldBox('<w:default/><w:checked w:val="0"/>') + run('funds')),
      '☐ funds\n',
    ],
  ])('%s', (_, xml, text) => {
    expect(textOfWordXml(`<w:document><w:body>${xml}</w:body></w:document>`)).toBe(text);
  });

  test('of a hundred thousand paragraphs is read whole', () => {
    expect(textOfWordXml(paragraph(run('x')).repeat(100_000)).length).toBe(200_000);
  });
});
