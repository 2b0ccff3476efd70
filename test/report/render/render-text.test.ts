import { expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/report/render/render-markdown.ts';
import { renderText } from '../../../src/report/render/render-text.ts';
import { writeReport } from '../../../src/report/write/write-report.ts';
import { sampleReport } from '../../support/sample-report.ts';

test.each(['en', 'fr'] as const)('no line of the text is longer than a terminal is wide (%s)', (language) => {
  const lines = renderText(writeReport(sampleReport(), language)).split('\n');
  expect(lines.filter((line) => line.length > 96)).toEqual([]);
});

test('the text holds every quote, date and document', () => {
  const text = renderText(writeReport(sampleReport(), 'en')).replace(/\s+/g, ' ');
  expect(text).toContain('“You do not have significant family ties outside Canada.” (page 1)');
  expect(text).toContain('“Study plan is vague; program is not in line with past studies.” (page 1, officer’s notes)');
  expect(text).toContain('By 6 February 2024');
  expect(text).toContain('Other date: 22 March 2024, if the decision was made outside Canada');
  expect(text).toContain('[ ] Bank statements (needed)');
});

test('control signs of a letter never reach the terminal', () => {
  const text = renderText(writeReport(sampleReport({ quote: 'before\u001b[31m\u0007after\u009b2J' }), 'en'));
  expect(text).toContain('before[31mafter2J');
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
});

test.each([
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
  ['![x](http://evil)', '!\\[x\\](http://evil)'],
  ['# Heading\n# Another', '\\# Heading # Another'],
  ['1. item | cell', '1\\. item \\| cell'],
  ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
])('Markdown shows %j as it stands', (quote, expected) => {
  expect(renderMarkdown(writeReport(sampleReport({ quote }), 'en'))).toContain(`> ${expected}\n>\n> *page 1*`);
});

test('Markdown has headings, a table, boxes to tick and links to the law', () => {
  const markdown = renderMarkdown(writeReport(sampleReport(), 'fr'));
  expect(markdown).toMatch(/^# Permis d’études refusé\n/);
  expect(markdown).toContain('### 1. Moyens financiers insuffisants');
  expect(markdown).toContain(
    '| Dernier jour | Pour quoi | Temps restant | Compté à partir du |\n| --- | --- | --- | --- |',
  );
  expect(markdown).toContain('- [ ] **Relevés bancaires** (nécessaire)');
  expect(markdown).toContain('[Règlement, alinéa 216(1)b)](<https://laws-lois.justice.gc.ca/fra/irpr/216/1/b>)');
});
