import { inflateRawSync } from 'node:zlib';
import { Failure } from '../model/failure.ts';
import type { Source } from '../seam/reader.ts';

const limits = {
  entries: 10_000,
  entryBytes: 20 * 1024 * 1024,
  allBytes: 1024 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 1024 * 1024,
} as const;
const endSize = 22;
const entrySize = 46;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
};

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && !holdsDocument(bytes);

/** Office files are ZIPs too, but each is one letter. */
function holdsDocument(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096));
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.byteLength - 65_536),
    Math.min(bytes.byteLength, 65_536),
  );
  return /\[Content_Types\]\.xml|mimetypeapplication\//.test(head.toString('latin1') + tail.toString('latin1'));
}

const broken = (index: number | undefined, what: string): Failure =>
  new Failure(
    'file-unreadable',
    `The ZIP can't be used${index === undefined ? '' : `, because of its file ${index + 1}`}: ${what}. Pack the letters into a new ZIP.`,
  );

function findEnd(data: Buffer): { readonly count: number; readonly start: number } {
  const from = Math.max(0, data.length - endSize - 65_535);
  for (let at = data.length - endSize; at >= from; at -= 1) {
    if (data.readUInt32LE(at) === 0x06054b50)
      return { count: data.readUInt16LE(at + 10), start: data.readUInt32LE(at + 16) };
  }
  throw broken(undefined, 'it was cut off');
}

/** What must not be in a ZIP from outside: another's tricks, not letters. */
function checkEntry(data: Buffer, at: number, index: number, name: string): void {
  const flags = data.readUInt16LE(at + 8);
  const mode = data.readUInt32LE(at + 38) >>> 16;
  if ((flags & 1) !== 0)
    throw new Failure('file-encrypted', 'The ZIP is locked with a password. Pack the letters without one.');
  if ((mode & 0o170000) === 0o120000) throw broken(index, 'it is a link');
  if (
    name.length > 255 ||
    name.includes('\0') ||
    name.includes('\\') ||
    name.startsWith('/') ||
    name.split('/').includes('..')
  ) {
    throw broken(index, 'its name is not allowed');
  }
}

function readEntry(data: Buffer, at: number, index: number): { readonly entry: Entry; readonly next: number } {
  if (at + entrySize > data.length || data.readUInt32LE(at) !== 0x02014b50) throw broken(index, 'its list is broken');
  const nameLength = data.readUInt16LE(at + 28);
  const name = data.toString('utf8', at + entrySize, at + entrySize + nameLength);
  checkEntry(data, at, index, name);
  const entry = {
    name,
    method: data.readUInt16LE(at + 10),
    packed: data.readUInt32LE(at + 20),
    size: data.readUInt32LE(at + 24),
    at: data.readUInt32LE(at + 42),
  };
  if (entry.size > limits.entryBytes) throw broken(index, 'it is too large');
  if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio)
    throw broken(index, 'it unpacks to far more than it is');
  return { entry, next: at + entrySize + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32) };
}

/** All entries, checked before any is unpacked: no two of one name, none lying over another. */
function readEntries(data: Buffer): readonly Entry[] {
  const { count, start } = findEnd(data);
  if (count > limits.entries) throw broken(undefined, `it holds more than ${limits.entries} files`);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(data, at, index);
    entries.push(entry);
    at = next;
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw broken(undefined, 'two of its files have the same name');
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.allBytes)
    throw broken(undefined, 'it unpacks to more than 1 GB');
  const byPlace = entries.toSorted((a, b) => a.at - b.at);
  const overlap = byPlace.findIndex((entry, index) => entry.at + entry.packed > (byPlace[index + 1]?.at ?? start));
  if (overlap >= 0) throw broken(overlap, 'its files lie over each other');
  return entries;
}

function unpack(data: Buffer, entry: Entry, index: number): Uint8Array {
  if (entry.at + 30 > data.length || data.readUInt32LE(entry.at) !== 0x04034b50) throw broken(index, 'it is broken');
  const start = entry.at + 30 + data.readUInt16LE(entry.at + 26) + data.readUInt16LE(entry.at + 28);
  const packed = data.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw broken(index, 'it is packed in a way that is not known');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    throw new Failure(
      'file-unreadable',
      `The ZIP can't be used, because its file ${index + 1} is broken. Pack the letters anew.`,
      { cause: error },
    );
  }
}

const isSkipped = ({ name }: Entry): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)(\.|Thumbs\.db$|desktop\.ini$)/i.test(name);

/**
 * The files of a ZIP in its order, one unpacked at a time. Folders and the systems' own files are left out. Throws
 * file-unreadable or file-encrypted before the first file when anything about it is not as it should be.
 */
export function* unzip(bytes: Uint8Array): Generator<Source> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [index, entry] of readEntries(data).entries()) {
    if (!isSkipped(entry)) yield { name: entry.name, bytes: unpack(data, entry, index) };
  }
}
