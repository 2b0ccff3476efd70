import { Failure } from '../../model/failure.ts';
import type { GrayPicture } from '../../seam/ocr-engine.ts';
import type { LetterSource } from '../letter-source.ts';
import { refuseLargePicture, refuseManyTexts } from './refuse-large-picture.ts';

/** A picture file: its pages, each with its size in points as it lies, after its camera's note on turning was obeyed. */
export type OpenPicture = { readonly pages: number; readonly page: (number: number) => Promise<PicturePage> };

export type PicturePage = {
  /** Points, as the picture lies. */
  readonly width: number;
  readonly height: number;
  /** Shades of gray, with at most `longest` pixels on the longer side. */
  readonly gray: (longest: number) => Promise<GrayPicture>;
  /** The picture in colours, turned by quarter turns clockwise and sized to `width` pixels, as a PNG. */
  readonly png: (turns: 0 | 1 | 2 | 3, width: number) => Promise<Buffer>;
};

const letterLength = 792;
const mostPixels = 50_000_000;

/** Opens a picture. Throws file-unreadable when it is damaged. */
export async function openPicture(source: LetterSource): Promise<OpenPicture> {
  const bytes = await readableBytes(source);
  const { guardedSharp } = await import('./guarded-sharp.ts');
  refuseManyTexts(bytes);
  const metadata = await orUnreadable(() => guardedSharp(bytes, { limitInputPixels: false }).metadata());
  refuseLargePicture(metadata);
  return {
    pages: Math.max(1, metadata.pages ?? 1),
    page: (number) => orUnreadable(() => openPage(bytes, number)),
  };
}

async function openPage(bytes: Buffer, number: number): Promise<PicturePage> {
  const { guardedSharp } = await import('./guarded-sharp.ts');
  const open = () => guardedSharp(bytes, { page: number - 1, limitInputPixels: mostPixels, failOn: 'error' });
  const metadata = await open().metadata();
  refuseLargePicture(metadata);
  const lying = (metadata.orientation ?? 1) >= 5;
  const stretch = faxStretch(metadata);
  const stored = { width: metadata.width, height: Math.round(metadata.height * stretch) };
  const size = lying ? { width: stored.height, height: stored.width } : stored;
  const points = pointsOf(size, metadata.density);
  const upright = () => open().autoOrient().flatten({ background: '#fff' });
  return {
    ...points,
    gray: (longest) =>
      orUnreadable(async () => {
        const scale = Math.min(1, longest / Math.max(size.width, size.height));
        const to = {
          width: Math.max(1, Math.round(size.width * scale)),
          height: Math.max(1, Math.round(size.height * scale)),
        };
        const pixels = await upright()
          .grayscale()
          .resize(to.width, to.height, { fit: 'fill' })
          .toColourspace('b-w')
          .raw()
          .toBuffer();
        return { ...to, pixels };
      }),
    png: (turns, width) =>
      orUnreadable(async () => {
        const across = turns % 2 === 1 ? points.height : points.width;
        const factor = width / across;
        const to = {
          width: Math.max(1, Math.round(points.width * factor)),
          height: Math.max(1, Math.round(points.height * factor)),
        };
        const resized = await upright()
          .resize(to.width, to.height, { fit: 'fill' })
          .png({ compressionLevel: 1 })
          .toBuffer();
        return turns === 0
          ? resized
          : guardedSharp(resized)
              .rotate(turns * 90)
              .png({ compressionLevel: 6 })
              .toBuffer();
      }),
  };
}

/** The picture library knows neither HEIC nor BMP, so such a picture becomes a PNG first. */
async function readableBytes({ bytes, mediaType }: LetterSource): Promise<Buffer> {
  if (mediaType === 'image/bmp') return readBmp(bytes);
  if (mediaType !== 'image/heic') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { decodeHeic } = await import('./decode-heic.ts');
  const { guardedSharp } = await import('./guarded-sharp.ts');
  const { width, height, pixels } = await decodeHeic(bytes);
  return guardedSharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

async function readBmp(bytes: Uint8Array): Promise<Buffer> {
  const { decodeBmp } = await import('./decode-bmp.ts');
  const { guardedSharp } = await import('./guarded-sharp.ts');
  const { width, height, pixels, density } = decodeBmp(bytes);
  const picture = guardedSharp(pixels, { raw: { width, height, channels: 3 } });
  const measured = density === undefined ? picture : picture.withMetadata({ density });
  return measured.png({ compressionLevel: 1 }).toBuffer();
}

/** A standard fax has half as many rows as columns for the same length; libvips tells only the columns' density. */
function faxStretch(metadata: { format?: string; width: number; height: number }): number {
  return metadata.format === 'tiff' && metadata.width === 1728 && metadata.height < 1400 ? 204 / 98 : 1;
}

/** A scanner notes how fine it scanned; a camera's figure means nothing, and its picture is taken for a sheet of letter length. */
function pointsOf(
  size: { width: number; height: number },
  density: number | undefined,
): { width: number; height: number } {
  const long = Math.max(size.width, size.height);
  const scanned = density !== undefined && density > 72 ? (long * 72) / density : 0;
  const scale = (scanned >= 500 && scanned <= 1300 ? scanned : letterLength) / long;
  return { width: size.width * scale, height: size.height * scale };
}

async function orUnreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('file-unreadable', 'This picture is damaged and cannot be read. Take or save it again.', {
      cause,
    });
  }
}
