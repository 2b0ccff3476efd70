import { Failure } from '../model/failure.ts';

/** A plain text file's characters: UTF-8, UTF-16 with its mark, else Windows-1252, which older programs write. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  try {
    return refuseNul(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    return refuseNul(decodeWindows(bytes));
  }
}

function markedEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function refuseNul(text: string): string {
  if (text.includes('\0')) {
    throw new Failure('file-unreadable', 'This text file is damaged. Save the letter again as a PDF or as plain text.');
  }
  return text;
}

/** What Windows-1252 has where ISO 8859-1 has control characters. Some versions of Node decode it as if it were the latter. */
const windowsOnly =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function decodeWindows(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (letter) => windowsOnly[letter.charCodeAt(0) - 0x80] ?? letter);
}
