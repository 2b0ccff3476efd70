import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTypst } from '../../../src/adapter/typst/create-typst.ts';
import { renderPdf } from '../../../src/report/render/pdf/render-pdf.ts';
import { writeBrief } from '../../../src/report/write/write-brief.ts';
import { writeChecklist } from '../../../src/report/write/write-checklist.ts';
import { writeReport } from '../../../src/report/write/write-report.ts';
import { writeSubmission } from '../../../src/report/write/write-submission.ts';
import { sampleReport } from '../../support/sample-report.ts';
import { hasTool, runTool } from '../../support/system-tool.ts';

const typst = createTypst();
const injection = '#read("/etc/passwd") #sys.version *bold* $x^2$ = Heading @label <label> // comment \\u{41} "quoted"';

test('the same report gives the same bytes', async () => {
  const paper = writeReport(sampleReport(), 'en');
  const first = await renderPdf(paper, typst);
  const other = await renderPdf(writeReport(sampleReport({ name: 'other.pdf' }), 'fr'), typst);
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
  expect(Buffer.from(await renderPdf(paper, createTypst())).equals(Buffer.from(first))).toBe(true);
});

test('it is a PDF with a mark that it is tagged and with its language', async () => {
  const pdf = Buffer.from(await renderPdf(writeReport(sampleReport(), 'fr'), typst)).toString('latin1');
  expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
  expect(pdf).toContain('/Lang (fr-CA)');
});

const papers = { report: writeReport, checklist: writeChecklist, submission: writeSubmission, brief: writeBrief };

describe.each(Object.entries(papers))('PDF/UA-1: the %s', (_, write) => {
  // Typst refuses to write the mark when its own checks of the standard fail. veraPDF was not at hand to check it again.
  test.each(['en', 'fr'] as const)('says that it is one, in %s', async (language) => {
    const pdf = Buffer.from(await renderPdf(write(sampleReport(), language), typst)).toString('latin1');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    const pagesWithLinks = pdf.match(/\/Annots \[/g)?.length ?? 0;
    expect(pdf.match(/\/Tabs \/S\b/g)?.length ?? 0).toBe(pagesWithLinks);
    const links = pdf.match(/\/Subtype \/Link\b/g)?.length ?? 0;
    expect(pdf.match(/\/StructParent \d/g)?.length ?? 0).toBeGreaterThanOrEqual(links);
  });
});

test('a sign that no font of ours has does not cost the paper', async () => {
  const quote = 'Your letter says 我不满意 and \u{10FFFD}';
  const pdf = await renderPdf(writeReport(sampleReport({ quote }), 'en'), typst);
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
});

test('a template can read no file of the machine', async () => {
  for (const file of ['/etc/passwd', '../etc/passwd', 'package.json'])
    await expect(typst.typeset(`#read("${file}")`, '{}')).rejects.toMatchObject({ code: 'internal' });
});

test('a template that does not compile is a failure of ours, without words of the letter', async () => {
  await expect(typst.typeset('#let x = ', JSON.stringify({ secret: 'Okafor' }))).rejects.toMatchObject({
    code: 'internal',
    message: 'The PDF could not be made. Take another format.',
  });
  expect((await renderPdf(writeReport(sampleReport(), 'en'), typst)).length).toBeGreaterThan(10_000);
});

describe.skipIf(!hasTool('pdftotext'))('as poppler reads it (needs poppler-utils)', () => {
  const textOf = (pdf: Uint8Array) => runTool('pdftotext', ['-', '-'], pdf).replace(/\s+/g, ' ');

  test('a letter that holds Typst comes out as text', async () => {
    const text = textOf(await renderPdf(writeReport(sampleReport({ quote: injection }), 'en'), typst));
    expect(text).toContain(injection);
    expect(text).not.toContain('root:');
  });

  test('headings, lists and tables are real ones', async () => {
    const tags = runTool('pdfinfo', ['-struct', '-'], await renderPdf(writeReport(sampleReport(), 'en'), typst));
    expect(tags).toContain('H1 "Study permit refused"');
    expect(tags).toContain('H2 "Why they refused"');
    expect(tags).toContain('H3');
    for (const tag of ['Table', 'THead', 'TH', 'TD', 'LI', 'LBody', 'Link'])
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    expect(tags).toContain('/Scope /Column');
  });

  test('every quote of the report stands in it, on Letter pages, with the title in its metadata', async () => {
    const report = sampleReport();
    const pdf = await renderPdf(writeReport(report, 'fr'), typst);
    const text = textOf(pdf);
    for (const { sightings } of report.grounds)
      for (const { evidence } of sightings) expect(text).toContain(evidence.quote);
    const info = runTool('pdfinfo', ['-'], pdf);
    expect(info).toMatch(/Title:\s+Permis d’études refusé/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/Page size:\s+612 x 792 pts \(letter\)/);
    expect(info).not.toMatch(/CreationDate/);
  });

  test.each([
    ['checklist', writeChecklist, '☐', 'Votre liste de contrôle'],
    ['submission', writeSubmission, '', 'Lettre de présentation'],
    ['brief', writeBrief, '', 'Note pour l’avocat'],
  ] as const)('the %s can be set as well', async (_name, write, _sign, title) => {
    expect(textOf(await renderPdf(write(sampleReport(), 'fr'), typst))).toContain(title);
  });
});

test('the fonts come with their licence', () => {
  const licence: { license: string } = JSON.parse(
    readFileSync('node_modules/@expo-google-fonts/source-sans-3/package.json', 'utf8'),
  );
  expect(licence.license).toContain('OFL-1.1');
});
