import libheif from 'libheif-js/wasm-bundle.js';
import { Failure } from '../../model/failure.ts';

const mostPixels = 50_000_000;

/** A phone's HEIC picture as pixels: red, green, blue, alpha. The library turns it as the camera noted. */
export async function decodeHeic(
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly pixels: Buffer }> {
  const [image] = new libheif.HeifDecoder().decode(bytes);
  if (image === undefined)
    throw new Failure('file-unreadable', 'This picture is damaged. Take it again, or save it as a JPEG.');
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels)
    throw new Failure('file-too-large', 'This picture has more pixels than we read. Make it smaller.');
  const pixels = await new Promise<Buffer>((resolve, reject) => {
    const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
    image.display(target, (shown) => {
      if (shown === null)
        reject(new Failure('file-unreadable', 'This picture is damaged. Take it again, or save it as a JPEG.'));
      else resolve(Buffer.from(shown.data.buffer));
    });
  });
  return { width, height, pixels };
}
