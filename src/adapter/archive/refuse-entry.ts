import type { Entry } from 'yauzl';
import { Failure } from '../../model/failure.ts';
import type { ZipLimits } from './zip-limits.ts';

const megabyte = 1024 * 1024;
const longestName = 255;
const symbolicLink = 0o12;

type Seen = {
  readonly index: number;
  readonly all: number;
  readonly names: ReadonlySet<string>;
  readonly limits: ZipLimits;
};

/** Refuses an entry that no honest archive of letters has. Names are never repeated in messages: they may be built to harm. */
export function refuseEntry(entry: Entry, { index, all, names, limits }: Seen): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  const place = { entry: index + 1 };
  if (index >= limits.entries || uncompressedSize > limits.entryBytes || all > limits.allBytes) {
    throw new Failure('file-too-large', 'This archive holds more than we unpack. Give fewer letters at a time.', {
      facts: place,
    });
  }
  const bomb = uncompressedSize > megabyte && uncompressedSize > limits.ratio * Math.max(1, compressedSize);
  const link = entry.externalFileAttributes >>> 28 === symbolicLink;
  const odd = link || entry.isEncrypted() || bomb || names.has(fileName.toLowerCase()) || !isPlainName(fileName);
  if (!odd) return;
  throw new Failure(
    'file-unreadable',
    entry.isEncrypted()
      ? 'This archive is locked with a password. Unpack it yourself and give the letters one by one.'
      : `Entry ${index + 1} of this archive is not a plain file. Unpack it yourself and give the letters one by one.`,
    { facts: place },
  );
}

/** No way up and out, no control characters, no endless name. */
function isPlainName(name: string): boolean {
  if (Buffer.byteLength(name) > longestName || name.startsWith('/') || name.includes('\\')) return false;
  return !/\p{Cc}/u.test(name) && !name.split('/').includes('..') && !/^[a-z]:/i.test(name);
}

/** Entries that share bytes unpack to far more than the archive holds. */
export function refuseOverlaps(entries: readonly Entry[], length: number): void {
  const inOrder = entries.toSorted((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader);
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1]?.relativeOffsetOfLocalHeader ?? length;
    if (entry.relativeOffsetOfLocalHeader + entry.compressedSize <= next) continue;
    throw new Failure(
      'file-unreadable',
      'The files in this archive overlap. Unpack it yourself and give the letters one by one.',
    );
  }
}
