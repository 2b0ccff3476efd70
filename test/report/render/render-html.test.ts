import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/report/render/render-html.ts';
import { writeReport } from '../../../src/report/write/write-report.ts';
import { sampleReport } from '../../support/sample-report.ts';

const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> " \' & javascript:alert(1)';

test('a letter that holds markup is shown as text', () => {
  const html = renderHtml(writeReport(sampleReport({ quote: hostile, name: '"><script>.pdf' }), 'en'));
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toMatch(/<(script|img|iframe|object|link|form)\b/i);
  expect(html).not.toMatch(/<[^>]+\son\w+=/i);
});

test('the file loads nothing and runs nothing', () => {
  const html = renderHtml(writeReport(sampleReport(), 'fr'));
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`);
  expect(html).not.toMatch(/\b(src|href)="(?!https:\/\/|data:image\/png)/);
  expect(html).not.toMatch(/url\(|@import|@font-face/);
});

test('it says its language, and each quote the language of the letter', () => {
  const html = renderHtml(writeReport(sampleReport(), 'fr'));
  expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
  expect(html).toContain('<blockquote><p lang="en"><mark>Your assets');
  expect(html.match(/<h1>/g)).toHaveLength(1);
});

test('it has rules for paper', () => {
  const html = renderHtml(writeReport(sampleReport(), 'en'));
  expect(html).toContain('@page{');
  expect(html).toContain('@media print{');
  expect(html).toContain('break-inside:avoid');
});

test('pictures of pages carry a box for every place of a reason', () => {
  const picture = 'data:image/png;base64,iVBORw0KGgo=';
  const html = renderHtml(writeReport(sampleReport(), 'en', new Map([[1, picture]])));
  expect(html).toContain(`<img alt="Page 1" src="${picture}">`);
  expect(html.match(/<i style="left:/g)).toHaveLength(4);
  expect(html).toContain('<i style="left:11.76%;top:37.88%;width:73.2%;height:1.52%"><b>1</b></i>');
});

test('a picture that is no PNG data URL is left out', () => {
  const html = renderHtml(writeReport(sampleReport(), 'en', new Map([[1, 'https://example.org/track.png']])));
  expect(html).not.toContain('example.org');
});
