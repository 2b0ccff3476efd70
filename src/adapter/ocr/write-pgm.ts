import type { GrayPicture } from '../../seam/ocr-engine.ts';

/** The plainest picture file there is: a line of sizes, then the pixels. Nothing is compressed, so nothing costs time. */
export function writePgm(picture: GrayPicture): Buffer {
  const head = Buffer.from(`P5\n${picture.width} ${picture.height}\n255\n`, 'latin1');
  return Buffer.concat([head, picture.pixels]);
}
