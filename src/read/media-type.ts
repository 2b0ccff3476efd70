import type { MediaType } from '../model/document.ts';

/** What the bytes say a file is. `refused` names a type that is known and not read. `polyglot`: it is also something else. */
export type Sniffed =
  | { readonly mediaType: MediaType; readonly polyglot: boolean }
  | { readonly refused: 'empty' | 'program' | 'web-page' | 'old-office' | 'office' | 'picture' | 'unknown' };

const pdfHeaderWithin = 1024;
const zipEndWithin = 66_000;

/** The type of a file by its content; the name's ending is never looked at. */
export function sniffMediaType(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { refused: 'empty' };
  return sniffPdf(bytes) ?? sniffPicture(bytes) ?? sniffArchive(bytes) ?? sniffRefused(bytes) ?? sniffText(bytes);
}

function sniffPdf(bytes: Uint8Array): Sniffed | undefined {
  const head = latin(bytes.subarray(0, pdfHeaderWithin + 5));
  const at = head.search(/%PDF-\d/);
  if (at < 0) return undefined;
  if (at > 0 && !hasPdfObjects(bytes)) return undefined;
  const before = head.slice(0, at).replace(/^\u00ef\u00bb\u00bf/, '');
  const webPage = /<(html|script|body)/i.test(head);
  const end = latin(bytes.subarray(-zipEndWithin));
  return { mediaType: 'application/pdf', polyglot: before.trim() !== '' || webPage || end.includes('PK\u0005\u0006') };
}

function hasPdfObjects(bytes: Uint8Array): boolean {
  return / obj\b/.test(latin(bytes.subarray(0, 200_000)));
}

const pictures: readonly (readonly [string, MediaType])[] = [
  ['\u0089PNG\r\n\u001a\n', 'image/png'],
  ['\u00ff\u00d8\u00ff', 'image/jpeg'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
];
const otherPictures = ['GIF8', 'II+\0', 'MM\0+', '8BPS', '\0\0\u0001\0', '<svg'];
/** How long the second head of a bitmap may be. */
const bmpHeads: readonly number[] = [40, 52, 56, 64, 108, 124];
/** Programs of Windows, Linux and macOS, and scripts. */
const programs = ['MZ', '\u007fELF', '\u00ca\u00fe\u00ba\u00be', '\u00cf\u00fa\u00ed\u00fe', '#!'];
const oldOffice = ['\u00d0\u00cf\u0011\u00e0', '{\\rtf'];

function sniffPicture(bytes: Uint8Array): Sniffed | undefined {
  const head = latin(bytes.subarray(0, 32));
  const [, mediaType] = pictures.find(([magic]) => head.startsWith(magic)) ?? [];
  if (mediaType !== undefined) return { mediaType, polyglot: false };
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { mediaType: 'image/webp', polyglot: false };
  const brand = head.slice(4, 8) === 'ftyp' ? head.slice(8, 12) : '';
  if (isBmp(bytes)) return { mediaType: 'image/bmp', polyglot: false };
  if (/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand)) return { mediaType: 'image/heic', polyglot: false };
  return brand.startsWith('avi') || startsWithOne(head, otherPictures) ? { refused: 'picture' } : undefined;
}

/** Its two letters may begin a text; then come a size, four bytes of nothing, a place, and the length of its head. */
function isBmp(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(18, bytes.byteLength));
  if (head.length < 18 || head.toString('latin1', 0, 2) !== 'BM' || head.readUInt32LE(6) !== 0) return false;
  return bmpHeads.includes(head.readUInt32LE(14));
}

function sniffArchive(bytes: Uint8Array): Sniffed | undefined {
  if (!startsWithOne(latin(bytes.subarray(0, 4)), ['PK\u0003\u0004', 'PK\u0005\u0006'])) return undefined;
  const names = latin(bytes.subarray(-zipEndWithin)) + latin(bytes.subarray(0, 4096));
  if (names.includes('word/document.xml')) {
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    return { mediaType, polyglot: false };
  }
  if (/xl\/workbook\.|ppt\/presentation|mimetypeapplication\/vnd\.oasis/.test(names)) return { refused: 'office' };
  return { mediaType: 'application/zip', polyglot: false };
}

function sniffRefused(bytes: Uint8Array): Sniffed | undefined {
  const head = latin(bytes.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (startsWithOne(head, programs)) return { refused: 'program' };
  if (startsWithOne(head, oldOffice)) return { refused: 'old-office' };
  const markup = head.toLowerCase();
  if (!startsWithOne(markup, ['<!doctype html', '<html', '<?xml'])) return undefined;
  return markup.includes('<svg') ? { refused: 'picture' } : { refused: 'web-page' };
}

function startsWithOne(text: string, beginnings: readonly string[]): boolean {
  return beginnings.some((beginning) => text.startsWith(beginning));
}

function sniffText(bytes: Uint8Array): Sniffed {
  const sample = bytes.subarray(0, 65_536);
  const wide = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  if (wide) return { mediaType: 'text/plain', polyglot: false };
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return { refused: 'unknown' };
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  }
  if (odd > sample.length / 100) return { refused: 'unknown' };
  return { mediaType: isMail(latin(sample)) ? 'message/rfc822' : 'text/plain', polyglot: false };
}

/** A mail file has header lines first, and one of those that only a mail program writes. */
function isMail(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const lines = headers.split(/\r?\n/);
  if (!lines.every((line) => /^([\w-]+:|[ \t]|From )/.test(line))) return false;
  return (
    /^(mime-version|message-id|received|return-path|content-type):/im.test(headers) &&
    /^(from|subject|to|date):/im.test(headers)
  );
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
