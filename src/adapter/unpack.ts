import { Failure } from '../model/failure.ts';
import { sniffMediaType } from '../read/media-type.ts';
import type { Source } from '../seam/reader.ts';
import { readMail } from './archive/read-mail.ts';
import { readZip } from './archive/read-zip.ts';
import { letterZipLimits } from './archive/zip-limits.ts';

export type UnpackLimits = { readonly maxArchiveBytes: number };

export const usualUnpackLimits: UnpackLimits = { maxArchiveBytes: 100 * 1024 * 1024 };

/** Files that operating systems and mail programs put into archives. */
const litter = /(^|\/)(__MACOSX\/|\.|thumbs\.db$|desktop\.ini$)/i;

/**
 * The letters in an archive or a mail; any other file is its own only letter. An archive in an archive isn't opened. A
 * file in an archive that is no letter comes out too, so that reading it can say what it is.
 */
export async function unpack(source: Source, limits: UnpackLimits): Promise<readonly Source[]> {
  const sniffed = sniffMediaType(source.bytes);
  const mediaType = 'refused' in sniffed ? undefined : sniffed.mediaType;
  if (mediaType === 'message/rfc822') return readMail(source);
  if (mediaType !== 'application/zip') return [source];
  if (source.bytes.length > limits.maxArchiveBytes) {
    throw new Failure('file-too-large', 'This archive is larger than we unpack. Give fewer letters at a time.');
  }
  const parts = await readZip(source.bytes, letterZipLimits, (name) => !litter.test(name));
  if (parts.length === 0) throw new Failure('file-unreadable', 'This archive is empty. Pack the letters again.');
  const opened = await Promise.all(parts.map((part) => openInner({ ...part, name: showableName(part.name) })));
  return opened.flat();
}

/** A mail in an archive is opened; an archive in an archive is a way to hide how much it holds. */
async function openInner(part: Source): Promise<readonly Source[]> {
  const sniffed = sniffMediaType(part.bytes);
  if ('refused' in sniffed) return [part];
  if (sniffed.mediaType === 'application/zip') {
    throw new Failure(
      'file-unreadable',
      'This archive holds another archive. Unpack it yourself and give the letters.',
    );
  }
  return sniffed.mediaType === 'message/rfc822' ? readMail(part) : [part];
}

/** Invisible characters in a name can turn what people read around: "exe.pdf" out of "fdp.exe". */
function showableName(name: string): string {
  return name.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '');
}
