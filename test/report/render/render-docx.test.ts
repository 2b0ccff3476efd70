import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { renderDocx } from '../../../src/report/render/docx/render-docx.ts';
import { writeReport } from '../../../src/report/write/write-report.ts';
import { writeSubmission } from '../../../src/report/write/write-submission.ts';
import { sampleReport } from '../../support/sample-report.ts';

async function htmlOf(docx: Uint8Array): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value;
}

function partsOf(docx: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('another reader finds real headings, tables, lists and links', async () => {
  const html = await htmlOf(await renderDocx(writeReport(sampleReport(), 'en')));
  expect(html).toContain('<h1>Why they refused</h1>');
  expect(html).toMatch(/<h2>1\. Not enough money for the trip<\/h2>/);
  expect(html).toMatch(/<table><thead><tr><th>/);
  expect(html).toContain('<ul><li>');
  expect(html).toContain('<ol><li>Start: 22 January 2024');
  expect(html).toContain('href="https://laws-lois.justice.gc.ca/eng/irpr/216/1/b"');
  expect(html).toContain('You do not have significant family ties outside Canada.');
});

test('the same paper gives the same bytes', async () => {
  const paper = writeReport(sampleReport(), 'fr');
  expect(Buffer.from(await renderDocx(paper)).equals(Buffer.from(await renderDocx(paper)))).toBe(true);
});

test('it carries its language, the date of the report and nobody’s name', async () => {
  const parts = partsOf(await renderDocx(writeReport(sampleReport(), 'fr')));
  expect(parts['word/styles.xml']).toContain('<w:lang w:val="fr-CA"');
  expect(parts['word/document.xml']).toContain('<w:lang w:val="en-CA"');
  expect(parts['docProps/core.xml']).toContain('2024-02-01T09:30:00Z');
  expect(parts['docProps/core.xml']).not.toMatch(/<dc:creator>[^<]|<cp:lastModifiedBy>[^<]/);
});

test('header rows repeat on every page and boxes can be ticked', async () => {
  const { 'word/document.xml': body = '' } = partsOf(await renderDocx(writeReport(sampleReport(), 'en')));
  expect(body).toContain('<w:tblHeader');
  expect(body.match(/<w14:checkbox>/g)).toHaveLength(2);
});

test('a letter that holds fields, markup or control signs is text', async () => {
  const quote = '=HYPERLINK("http://evil") {{ground}} <w:p>x</w:p> \u0000\u0007\ud800 ]]>';
  const docx = await renderDocx(writeSubmission(sampleReport({ quote }), 'en'));
  const { 'word/document.xml': body = '' } = partsOf(docx);
  expect(body).not.toMatch(/w:instrText|w:fldSimple/);
  expect(body).not.toMatch(/[^\P{Cc}\t\n\r]/u);
  expect(await htmlOf(docx)).toContain('=HYPERLINK("http://evil") {{ground}} &lt;w:p&gt;x&lt;/w:p&gt;');
});
