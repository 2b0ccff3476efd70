import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../../src/report/report-forms.ts';
import { firmTemplate, frenchTemplate } from '../../support/firm-template.ts';
import { sampleReport } from '../../support/sample-report.ts';

async function htmlOf(docx: Uint8Array): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value;
}

const partOf = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

describe('a report in the firm’s own Word document', () => {
  test('fields in a line and fields that stand alone are filled, and what the firm wrote stays', async () => {
    const docx = await fillTemplate(sampleReport(), 'en', await firmTemplate());
    const html = await htmlOf(docx);
    expect(html).toContain('<h1>About your letter</h1>');
    expect(html).toContain('Yours, the firm');
    expect(html.replace(/<[^>]+>/g, '')).toContain('the letter of 22 January 2024 gives 3 reasons.');
    expect(html).toContain('<h1>Why they refused</h1>');
    expect(html).toContain('You do not have significant family ties outside Canada.');
    expect(html).toContain('<table>');
    expect(html).not.toMatch(/\{\{|\}\}/);
    expect(partOf(docx, 'word/header1.xml')).toContain('S300000109');
  });

  test('another reader finds lists as lists', async () => {
    expect(await htmlOf(await fillTemplate(sampleReport(), 'en', await firmTemplate(['report'])))).toMatch(/<ul><li>/);
  });

  test('styles of ours that the firm lacks come along once, and its own stand', async () => {
    const styles = partOf(await fillTemplate(sampleReport(), 'en', await firmTemplate()), 'word/styles.xml');
    expect(styles.match(/w:styleId="LetterQuote"/g)).toHaveLength(1);
    expect(styles.match(/w:styleId="Heading1"/g)).toHaveLength(1);
    expect(styles).toContain('7A1FA2');
  });

  test('headings take the style that a French Word calls Titre1', async () => {
    const docx = await fillTemplate(sampleReport(), 'fr', await frenchTemplate());
    expect(partOf(docx, 'word/document.xml')).not.toContain('w:val="Heading1"');
    expect(partOf(docx, 'word/styles.xml')).not.toContain('w:styleId="Heading1"');
    expect(await htmlOf(docx)).toContain('<h1>Dates importantes</h1>');
  });

  test('a letter can ask for no field, and its words stay as they are', async () => {
    const quote = 'I refuse {{notice}} and {{routes}} {x}';
    const html = await htmlOf(await fillTemplate(sampleReport({ quote }), 'en', await firmTemplate()));
    expect(html).toContain(quote);
  });

  test('what the letter does not say leaves no trace of its field', async () => {
    const docx = await fillTemplate(sampleReport(), 'en', await firmTemplate(['set-aside', 'notes']));
    expect(await htmlOf(docx)).not.toContain('{{');
  });

  test('the same report and template give the same bytes', async () => {
    const template = await firmTemplate();
    const once = async () => Buffer.from(await fillTemplate(sampleReport(), 'en', template));
    expect((await once()).equals(await once())).toBe(true);
  });

  test('a field that there is none of is named, with those that there are', async () => {
    await expect(fillTemplate(sampleReport(), 'en', await firmTemplate(['reason']))).rejects.toMatchObject({
      code: 'request-invalid',
      message: expect.stringMatching(/names \{\{reason\}\}, which there is none of\. Fields are .*\{\{reasons\}\}/),
    });
  });

  test.each([
    ['no ZIP', new TextEncoder().encode('hello')],
    ['nothing', new Uint8Array()],
  ])('%s is no template', async (_, bytes) => {
    await expect(fillTemplate(sampleReport(), 'en', bytes)).rejects.toMatchObject({ code: 'request-invalid' });
  });
});
