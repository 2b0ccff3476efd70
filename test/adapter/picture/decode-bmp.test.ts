import { describe, expect, test } from 'vitest';
import { decodeBmp } from '../../../src/adapter/picture/decode-bmp.ts';
import { openPicture } from '../../../src/adapter/picture/open-picture.ts';
import { sniffMediaType } from '../../../src/read/media-type.ts';

type Made = {
  width: number;
  height: number;
  depth: number;
  rows: readonly (readonly number[])[];
  palette?: readonly number[];
};

/** A bitmap of the given bytes, whose rows stand in the file's order. */
function makeBmp({ width, height, depth, rows, palette = [] }: Made, packing = 0): Buffer {
  const body = Buffer.from(rows.flat());
  const head = Buffer.alloc(54);
  head.write('BM', 'latin1');
  head.writeUInt32LE(54 + palette.length + body.length, 2);
  head.writeUInt32LE(54 + palette.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(depth, 28);
  head.writeUInt32LE(packing, 30);
  head.writeInt32LE(7874, 38); // 200 dots an inch
  return Buffer.concat([head, Buffer.from(palette), body]);
}

// Left to right: red, green, blue; below: black, white, gray.
const shown = [255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 128, 128, 128];
const palette = [0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 128, 128, 128, 0];
const top24 = [0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 0];
const below24 = [0, 0, 0, 255, 255, 255, 128, 128, 128, 0, 0, 0];
const wide = (row: readonly number[]): number[] => [0, 1, 2].flatMap((x) => [...row.slice(3 * x, 3 * x + 3), 0]);

describe('a bitmap shows its colours', () => {
  test.each<[string, Made]>([
    ['of 24 bits', { width: 3, height: 2, depth: 24, rows: [below24, top24] }],
    ['of 24 bits with its top row first', { width: 3, height: -2, depth: 24, rows: [top24, below24] }],
    ['of 32 bits', { width: 3, height: 2, depth: 32, rows: [wide(below24), wide(top24)] }],
    [
      'of 8 bits',
      {
        width: 3,
        height: 2,
        depth: 8,
        rows: [
          [3, 4, 5, 0],
          [0, 1, 2, 0],
        ],
        palette: [...palette, ...new Array<number>(1000).fill(0)],
      },
    ],
    [
      'of 4 bits',
      {
        width: 3,
        height: 2,
        depth: 4,
        rows: [
          [0x34, 0x50, 0, 0],
          [0x01, 0x20, 0, 0],
        ],
        palette: [...palette, ...new Array<number>(40).fill(0)],
      },
    ],
  ])('%s', (_, made) => {
    const { width, height, pixels, density } = decodeBmp(makeBmp(made));
    expect({ width, height, density, pixels: [...pixels] }).toEqual({
      width: 3,
      height: 2,
      density: 200,
      pixels: shown,
    });
  });

  test('of one bit', () => {
    const made = makeBmp({
      width: 3,
      height: 1,
      depth: 1,
      rows: [[0b10100000, 0, 0, 0]],
      palette: [0, 0, 0, 0, 255, 255, 255, 0],
    });
    expect([...decodeBmp(made).pixels]).toEqual([255, 255, 255, 0, 0, 0, 255, 255, 255]);
  });
});

test('a scan saved as a bitmap is a page of its size in points', async () => {
  const row = new Array<number>(1700 * 3).fill(255);
  const bytes = makeBmp({ width: 1700, height: 2200, depth: 24, rows: Array.from({ length: 2200 }, () => row) });
  expect(sniffMediaType(bytes)).toEqual({ mediaType: 'image/bmp', polyglot: false });
  const page = await (await openPicture({ name: 'a.bmp', bytes, mediaType: 'image/bmp' })).page(1);
  expect([Math.round(page.width), Math.round(page.height)]).toEqual([612, 792]);
});

describe('refused is a bitmap that', () => {
  const small = { width: 3, height: 2, depth: 24, rows: [below24, top24] };
  test.each<[string, Buffer, string]>([
    ['was cut off', makeBmp(small).subarray(0, 60), 'file-unreadable'],
    ['ends in its head', makeBmp(small).subarray(0, 40), 'file-unreadable'],
    ['claims to have no rows', makeBmp({ ...small, height: 0 }), 'file-unreadable'],
    ['claims to be huge', makeBmp({ ...small, width: 100_000, height: 100_000 }), 'file-too-large'],
    ['is packed', makeBmp(small, 1), 'file-type-unsupported'],
    ['has a depth that nobody uses', makeBmp({ ...small, depth: 7 }), 'file-type-unsupported'],
  ])('%s', (_, bytes, code) => {
    expect(() => decodeBmp(bytes)).toThrow(expect.objectContaining({ code }));
  });
});

test('a text that begins with the same two letters is a text', () => {
  const text = Buffer.from('BMO Bank\n\nDear Applicant, your account is closed.', 'utf8');
  expect(sniffMediaType(text)).toEqual({ mediaType: 'text/plain', polyglot: false });
});
