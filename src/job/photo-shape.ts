/** A picture as a PDF page takes it: its own compressed bytes with what is needed to read them. */
export type Photo = {
  readonly width: number;
  readonly height: number;
  /** Degrees clockwise to set it upright. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly colors: '/DeviceGray' | '/DeviceRGB';
  readonly filter: string;
  readonly bytes: Buffer;
};

const turns: Readonly<Record<number, Photo['turn']>> = { 3: 180, 6: 90, 8: 270 };
const mostPixels = 50_000_000;

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const fits = (width: number, height: number): boolean => width > 0 && height > 0 && width * height <= mostPixels;

/** A camera's note of how it was held, from the EXIF part of a JPEG; 1 when there is none. */
function orientationOf(exif: Buffer): number {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0') return 1;
  const tiff = exif.subarray(6);
  if (tiff.length < 8) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return 1;
  const entries = Math.min(short(start), 200);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = start + 2 + entry * 12;
    if (at + 10 > tiff.length) return 1;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}

type Segment = { readonly marker: number; readonly at: number; readonly length: number };

/** The parts of a JPEG before its pixels, as far as they are well formed. */
function segmentsOf(data: Buffer): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const length = data.readUInt16BE(at + 2);
    if (length < 2) break;
    segments.push({ marker: data[at + 1] ?? 0, at: at + 4, length: length - 2 });
    at += 2 + length;
  }
  return segments;
}

/** A baseline or progressive JPEG in gray or colour; nothing for other bytes. */
export function readJpeg(bytes: Uint8Array): Photo | undefined {
  const data = bufferOf(bytes);
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined;
  const segments = segmentsOf(data);
  const frame = segments.find(({ marker }) => marker === 0xc0 || marker === 0xc1 || marker === 0xc2);
  if (frame === undefined || frame.length < 6) return undefined;
  const height = data.readUInt16BE(frame.at + 1);
  const width = data.readUInt16BE(frame.at + 3);
  const components = data[frame.at + 5];
  if (!fits(width, height) || (components !== 1 && components !== 3)) return undefined;
  const exif = segments.find(({ marker, at }) => marker === 0xe1 && data.toString('latin1', at, at + 4) === 'Exif');
  const held = exif === undefined ? 1 : orientationOf(data.subarray(exif.at, exif.at + exif.length));
  const colors = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  return { width, height, turn: turns[held] ?? 0, colors, filter: '/Filter /DCTDecode', bytes: data };
}

/** A PNG of 8 bits in gray or colour, without transparency or interlacing: its bytes are what a PDF holds. */
export function readPng(bytes: Uint8Array): Photo | undefined {
  const data = bufferOf(bytes);
  if (data.length < 33 || data.toString('latin1', 1, 4) !== 'PNG' || data.toString('latin1', 12, 16) !== 'IHDR')
    return undefined;
  const width = data.readUInt32BE(16);
  const height = data.readUInt32BE(20);
  const [depth, color, , , interlaced] = data.subarray(24, 29);
  if (!fits(width, height) || depth !== 8 || interlaced !== 0 || (color !== 0 && color !== 2)) return undefined;
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at);
    if (data.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(data.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const colors = color === 0 ? '/DeviceGray' : '/DeviceRGB';
  const filter = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${color === 0 ? 1 : 3} /BitsPerComponent 8 /Columns ${width} >>`;
  return { width, height, turn: 0, colors, filter, bytes: Buffer.concat(parts) };
}
