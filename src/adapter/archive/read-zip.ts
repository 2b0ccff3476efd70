import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { Failure } from '../../model/failure.ts';
import { refuseEntry, refuseOverlaps } from './refuse-entry.ts';
import type { ZipLimits } from './zip-limits.ts';

/** A file in an archive, with the name that the archive gives it. */
export type ZipPart = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Unpacks the files that `wanted` names, in the archive's order, one at a time. Throws before the first file-unreadable for an archive that is damaged
 * or built to do harm, file-too-large for one past its limits.
 */
export async function* readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  wanted: (name: string) => boolean = () => true,
): AsyncGenerator<ZipPart> {
  const zip = await openZip(bytes);
  try {
    const entries = await listEntries(zip, limits);
    refuseOverlaps(entries, bytes.length);
    for (const entry of entries) {
      if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
      yield { name: entry.fileName, bytes: await inflate(zip, entry) };
    }
  } finally {
    zip.close();
  }
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, options, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(damaged(error));
    });
  });
}

/** Everything the archive's list promises, checked before anything is unpacked. */
function listEntries(zip: ZipFile, limits: ZipLimits): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    const names = new Set<string>();
    let all = 0;
    zip.on('error', (error) => reject(damaged(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      all += entry.uncompressedSize;
      try {
        refuseEntry(entry, { index: entries.length, all, names, limits });
      } catch (error) {
        reject(error instanceof Error ? error : damaged(error));
        return;
      }
      names.add(entry.fileName.toLowerCase());
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** The library stops at the first byte past the size that the list promised. */
function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(damaged(error));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (cause) => reject(damaged(cause)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

function damaged(cause: unknown): Failure {
  return new Failure(
    'file-unreadable',
    'This archive is damaged. Unpack it yourself and give the letters one by one.',
    { cause },
  );
}
