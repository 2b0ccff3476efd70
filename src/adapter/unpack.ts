import type { MediaType } from '../model/document.ts';
import { Failure } from '../model/failure.ts';
import { sniffMediaType } from '../read/media-type.ts';
import type { Source } from '../seam/reader.ts';
import { readMail } from './archive/read-mail.ts';
import { readZip } from './archive/read-zip.ts';
import { batchZipLimits, letterZipLimits } from './archive/zip-limits.ts';

/** `letters`: mails are opened too, and the whole is small. `entries`: a batch, whose files stay as they are. */
export type Unpacking = 'letters' | 'entries';

const mostArchiveBytes = 100 * 1024 * 1024;

/** Files that operating systems and mail programs put into archives. */
const litter = /(^|\/)(__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)/i;

/** Whether a file must be unpacked before it is read: an archive, or in search of letters a mail. */
export function holdsFiles(bytes: Uint8Array, as: Unpacking): boolean {
  const mediaType = mediaTypeOf(bytes);
  return mediaType === 'application/zip' || (mediaType === 'message/rfc822' && as === 'letters');
}

/**
 * The letters in an archive or a mail, one at a time; any other file is its own only letter. An archive in an archive
 * isn't opened. A file in an archive that is no letter comes out too, so that reading it can say what it is. Run it in a
 * process that may die: what it opens comes from outside.
 */
export async function* unpack(source: Source, as: Unpacking): AsyncGenerator<Source> {
  if (!holdsFiles(source.bytes, as)) yield source;
  else if (mediaTypeOf(source.bytes) === 'message/rfc822') yield* await readMail(source);
  else yield* unpackArchive(source, as);
}

async function* unpackArchive(source: Source, as: Unpacking): AsyncGenerator<Source> {
  if (source.bytes.length > mostArchiveBytes) {
    throw new Failure('file-too-large', 'This archive is larger than we unpack. Give fewer letters at a time.');
  }
  const limits = as === 'letters' ? letterZipLimits : batchZipLimits;
  let empty = true;
  for await (const part of readZip(source.bytes, limits, (name) => !litter.test(name))) {
    empty = false;
    const named = { ...part, name: showableName(part.name) };
    if (as === 'entries') yield named;
    else yield* await openInner(named);
  }
  if (empty) throw new Failure('file-unreadable', 'This archive is empty. Pack the letters again.');
}

/** A mail in an archive is opened; an archive in an archive is a way to hide how much it holds. */
async function openInner(part: Source): Promise<readonly Source[]> {
  const mediaType = mediaTypeOf(part.bytes);
  if (mediaType === 'application/zip') {
    throw new Failure(
      'file-unreadable',
      'This archive holds another archive. Unpack it yourself and give the letters.',
    );
  }
  return mediaType === 'message/rfc822' ? readMail(part) : [part];
}

function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const sniffed = sniffMediaType(bytes);
  return 'refused' in sniffed ? undefined : sniffed.mediaType;
}

/** Invisible characters in a name can turn what people read around: "exe.pdf" out of "fdp.exe". */
function showableName(name: string): string {
  return name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '');
}
