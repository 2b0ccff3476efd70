import type { GrayPicture } from '../../seam/ocr-engine.ts';

/** The picture at another size. `blur` is a Gaussian's sigma in new pixels. */
export async function resizePicture(
  picture: GrayPicture,
  to: { readonly width: number; readonly height: number; readonly blur?: number },
): Promise<GrayPicture> {
  // Loaded when the first picture comes: text letters need none of it.
  const { guardedSharp } = await import('./guarded-sharp.ts');
  const raw = { width: picture.width, height: picture.height, channels: 1 } as const;
  const resized = guardedSharp(picture.pixels, { raw }).resize(to.width, to.height, { fit: 'fill' });
  const blurred = to.blur === undefined ? resized : resized.blur(to.blur);
  // Without a colour space of one channel it gives three.
  const pixels = await blurred.toColourspace('b-w').raw().toBuffer();
  return { width: to.width, height: to.height, pixels };
}

/** The picture shrunk or grown so that its longer side has `length` pixels. */
export function resizeToLength(picture: GrayPicture, length: number, blur?: number): Promise<GrayPicture> {
  const scale = length / Math.max(picture.width, picture.height);
  const size = {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
  return resizePicture(picture, blur === undefined ? size : { ...size, blur });
}
