import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isZip, unzip } from '../../src/job/unzip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const namesIn = (zip: Uint8Array) => [...unzip(zip)].map(({ name }) => name);

/** A ZIP with some bytes of its list of files changed. */
function withList(files: Record<string, Uint8Array>, change: (list: Buffer) => void): Buffer {
  const zip = Buffer.from(zipSync(files));
  change(zip.subarray(zip.indexOf(Buffer.from('PK\u0001\u0002'))));
  return zip;
}

test('the files come out as they went in, in their order', () => {
  const zip = zipSync({ 'b.txt': bytes('second'), 'folder/a.txt': [bytes('stored'), { level: 0 }] });
  expect([...unzip(zip)].map(({ name, bytes: content }) => [name, Buffer.from(content).toString()])).toEqual([
    ['b.txt', 'second'],
    ['folder/a.txt', 'stored'],
  ]);
});

test('folders and the systems’ own files are left out', () => {
  const files = {
    'a/': bytes(''),
    '__MACOSX/x': bytes('x'),
    'a/.DS_Store': bytes('x'),
    'Thumbs.db': bytes('x'),
    'a/letter.pdf': bytes('x'),
  };
  expect(namesIn(zipSync(files))).toEqual(['a/letter.pdf']);
});

test('an office file is one letter, not a folder of them', () => {
  expect(isZip(zipSync({ '[Content_Types].xml': bytes('x'), 'word/document.xml': bytes('x') }))).toBe(false);
  expect(isZip(zipSync({ 'letter.pdf': bytes('x') }))).toBe(true);
  expect(isZip(bytes('%PDF-1.7'))).toBe(false);
});

describe('nothing is unpacked from a ZIP that', () => {
  test.each([
    ['climbs out of its folder', () => zipSync({ '../evil.txt': bytes('x') })],
    ['names a place on the disk', () => zipSync({ '/etc/passwd': bytes('x') })],
    ['holds a backslash name', () => zipSync({ 'a\\b.txt': bytes('x') })],
    ['holds two files of one name', () => zipSync({ 'A.txt': bytes('x'), 'a.txt': bytes('y') })],
    ['was cut off', () => zipSync({ 'a.txt': bytes('x'.repeat(500)) }).subarray(0, 60)],
    ['holds a link', () => withList({ 'a.txt': bytes('x') }, (list) => list.writeUInt32LE((0o120777 << 16) >>> 0, 38))],
    ['is locked', () => withList({ 'a.txt': bytes('x') }, (list) => list.writeUInt16LE(1, 8))],
    ['unpacks to far more than it is', () => zipSync({ 'a.txt': new Uint8Array(5_000_000) })],
    ['says a file is huge', () => withList({ 'a.txt': bytes('x') }, (list) => list.writeUInt32LE(30_000_000, 24))],
    [
      'lets files lie over each other',
      () => withList({ 'a.txt': bytes('x') }, (list) => list.writeUInt32LE(9_000_000, 20)),
    ],
  ])('%s', (_what, make) => {
    expect(() => namesIn(make())).toThrow(/ZIP/);
  });

  test('lies about the size of a file', () => {
    const zip = withList({ 'a.txt': bytes('x'.repeat(5000)) }, (list) => list.writeUInt32LE(10, 24));
    expect(() => namesIn(zip)).toThrow(/broken/);
  });
});
