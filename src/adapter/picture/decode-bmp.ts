import { Failure } from '../../model/failure.ts';
import { refuseLargePicture } from './refuse-large-picture.ts';

/** Red, green and blue of each pixel, row by row from the top. `density`: dots an inch, where the file tells. */
export type Bmp = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
  readonly density: number | undefined;
};

type Head = {
  readonly width: number;
  readonly height: number;
  /** Most files begin with the bottom row. */
  readonly upwards: boolean;
  /** Bits of a pixel. */
  readonly depth: number;
  readonly start: number;
  readonly palette: Buffer;
  readonly density: number | undefined;
};

const headBytes = 54;
const inchesPerMetre = 39.3701;
const depths: readonly number[] = [1, 4, 8, 24, 32];

/**
 * A Windows bitmap, as older scanner programs write it. Packed ones are rare and refused. Throws file-unreadable for a
 * damaged one, file-too-large for one with too many pixels.
 */
export function decodeBmp(bytes: Uint8Array): Bmp {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = readHead(data);
  const { width, height, depth, start } = head;
  const stride = Math.ceil((width * depth) / 32) * 4;
  if (data.length < start + stride * height) throw damaged();
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const row = start + stride * (head.upwards ? height - 1 - y : y);
    writeRow(data.subarray(row, row + stride), pixels.subarray(y * width * 3, (y + 1) * width * 3), head);
  }
  return { width, height, pixels, density: head.density };
}

function readHead(data: Buffer): Head {
  if (data.length < headBytes) throw damaged();
  const [width, rows, depth] = [data.readInt32LE(18), data.readInt32LE(22), data.readUInt16LE(28)];
  const height = Math.abs(rows);
  if (width <= 0 || height === 0) throw damaged();
  refuseLargePicture({ width, height });
  const [packing, perMetre] = [data.readUInt32LE(30), data.readInt32LE(38)];
  // Packing 3 names the bits of each colour; in 32-bit files they are the usual ones.
  const plain = packing === 0 || (packing === 3 && depth === 32);
  if (!plain || !depths.includes(depth)) throw packed();
  const colours = 14 + data.readUInt32LE(14);
  return {
    ...{ width, height, depth, upwards: rows > 0, start: data.readUInt32LE(10) },
    palette: data.subarray(colours, colours + 4 * 2 ** Math.min(depth, 8)),
    density: perMetre > 0 ? Math.round(perMetre / inchesPerMetre) : undefined,
  };
}

/** Files hold blue, green, red, either of each pixel or of each colour in the palette. */
function writeRow(row: Buffer, out: Buffer, { width, depth, palette }: Head): void {
  for (let x = 0; x < width; x += 1) {
    const [from, at] = depth > 8 ? [row, (x * depth) / 8] : [palette, 4 * indexAt(row, x, depth)];
    out[3 * x] = from[at + 2] ?? 0;
    out[3 * x + 1] = from[at + 1] ?? 0;
    out[3 * x + 2] = from[at] ?? 0;
  }
}

function indexAt(row: Buffer, x: number, depth: number): number {
  const bit = x * depth;
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}

function damaged(): Failure {
  return new Failure('file-unreadable', 'This picture is damaged and cannot be read. Take or save it again.');
}

function packed(): Failure {
  return new Failure(
    'file-type-unsupported',
    'This kind of bitmap is not read. Save the picture as a PNG and use that.',
  );
}
