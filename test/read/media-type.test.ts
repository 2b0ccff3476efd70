import { describe, expect, test } from 'vitest';
import { sniffMediaType } from '../../src/read/media-type.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the type of a file', () => {
  test.each([
    ['a PDF', pdf, 'application/pdf'],
    ['a PDF after blank lines', `\n\n\n${pdf}`, 'application/pdf'],
    ['a PNG', '\u0089PNG\r\n\u001a\n....', 'image/png'],
    ['a JPEG', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
    ['a WebP', 'RIFF....WEBPVP8 ', 'image/webp'],
    ['a TIFF, little end first', 'II*\0....', 'image/tiff'],
    ['a TIFF, big end first', 'MM\0*....', 'image/tiff'],
    ['a HEIC', '\0\0\0\u0018ftypheic....', 'image/heic'],
    ['a Word letter', 'PK\u0003\u0004....word/document.xml....', word],
    ['a ZIP', 'PK\u0003\u0004....letter.pdf....', 'application/zip'],
    ['plain text', 'Dear Applicant,\r\nI am refusing your application.', 'text/plain'],
    ['text in UTF-16', '\u00ff\u00feD\0e\0a\0r\0', 'text/plain'],
    ['text with accents of Windows', 'Madame, votre demande est refus\u00e9e.', 'text/plain'],
    ['a text about PDFs', 'The file begins with %PDF-1.7 and so on.', 'text/plain'],
    ['a mail', 'From: a@example.org\nMIME-Version: 1.0\nSubject: x\n\nHello', 'message/rfc822'],
    ['a pasted mail', 'From: Office\nSent: Monday\nSubject: Refusal\n\nDear Sir', 'text/plain'],
  ])('%s is told by its content', (_, content, mediaType) => {
    expect(sniffMediaType(bytes(content))).toEqual({ mediaType, polyglot: false });
  });

  test.each([
    ['nothing', '', 'empty'],
    ['a program', `MZ\0\0${'\0'.repeat(100)}`, 'program'],
    ['a script', '#!/bin/sh\nrm -rf', 'program'],
    ['a web page', '<!DOCTYPE html><html><body>', 'web-page'],
    ['an old Word letter', '\u00d0\u00cf\u0011\u00e0....', 'old-office'],
    ['a spreadsheet', 'PK\u0003\u0004....xl/workbook.xml', 'office'],
    ['a GIF', 'GIF89a....', 'picture'],
    ['an SVG', '<?xml version="1.0"?><svg xmlns="x">', 'picture'],
    ['bytes of no kind', '\u0001\u0002\u0003\0\0\0', 'unknown'],
  ])('%s is refused', (_, content, refused) => {
    expect(sniffMediaType(bytes(content))).toEqual({ refused });
  });

  test.each([
    ['a web page before the PDF', `<html><script>x</script>${pdf}`],
    ['a program before the PDF', `MZ${'\0'.repeat(60)}${pdf}`],
    ['a ZIP after the PDF', `${pdf}PK\u0005\u0006${'\0'.repeat(18)}`],
  ])('%s is read as a PDF and flagged', (_, content) => {
    expect(sniffMediaType(bytes(content))).toEqual({ mediaType: 'application/pdf', polyglot: true });
  });
});
