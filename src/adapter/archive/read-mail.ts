import PostalMime from 'postal-mime';
import { Failure } from '../../model/failure.ts';
import { sniffMediaType } from '../../read/media-type.ts';
import type { Source } from '../../seam/reader.ts';

const mostParts = 100;
const mostHeaderLines = 3000;
const longestHeader = 64_000;
/** Smaller pictures in a mail are logos and signatures. */
const smallestPhoto = 30_000;

/** The letters in a mail: what is attached, or the mail's own text where nothing is. Throws file-unreadable. */
export async function readMail(source: Source): Promise<readonly Source[]> {
  refuseHugeMail(source.bytes);
  const mail = await parse(source.bytes);
  const attached = mail.attachments.flatMap(({ filename, content, disposition }, index) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content);
    const name = filename ?? `attachment-${index + 1}`;
    return isLetter(bytes, disposition) ? [{ name, bytes }] : [];
  });
  if (attached.length > 0) return attached;
  const text = mail.text ?? textOfHtml(mail.html ?? '');
  if (text.trim() === '')
    throw new Failure(
      'file-unreadable',
      'This mail holds no text and no letter. Save the letter from it and give that.',
    );
  return [{ name: source.name, bytes: Buffer.from(text, 'utf8') }];
}

function isLetter(bytes: Uint8Array, disposition: string | null): boolean {
  const sniffed = sniffMediaType(bytes);
  if ('refused' in sniffed || sniffed.mediaType === 'application/zip' || sniffed.mediaType === 'message/rfc822')
    return false;
  return !sniffed.mediaType.startsWith('image/') || bytes.length >= smallestPhoto || disposition === 'attachment';
}

/** Mails with thousands of parts or headers cost seconds; letters have a handful. */
function refuseHugeMail(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const parts = text.match(/^content-type:/gim)?.length ?? 0;
  const lines = head.split('\n');
  if (parts <= mostParts && lines.length <= mostHeaderLines && lines.every((line) => line.length <= longestHeader))
    return;
  throw new Failure('file-too-large', 'This mail has more parts than we read. Save the letter from it and give that.');
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 10 });
  } catch (cause) {
    throw new Failure('file-unreadable', 'This mail is damaged. Save the letter from it and give that.', { cause });
  }
}

/** A web page's words: its tags become spaces or line ends. Nothing is run or fetched. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^>]{0,5000}>/g, ' ')
    .replace(/&(nbsp|lt|gt|quot|amp|#\d{1,6});/g, (_, name: string) => entityOf(name));
}

function entityOf(name: string): string {
  const named: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' };
  return named[name] ?? String.fromCodePoint(Math.min(0x10ffff, Number(name.slice(1))));
}
