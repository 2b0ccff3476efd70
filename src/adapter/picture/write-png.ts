import type { DrawnPage } from '../pdf/draw-page.ts';

/** A page that PDFium drew in colour, as a PNG. */
export async function writePng({ width, height, pixels }: DrawnPage): Promise<Buffer> {
  // Loaded when the first picture comes: text letters need none of it.
  const { guardedSharp } = await import('./guarded-sharp.ts');
  const raw = { width, height, channels: 4 } as const;
  return guardedSharp(swapRedAndBlue(pixels), { raw }).removeAlpha().png({ compressionLevel: 6 }).toBuffer();
}

/** PDFium writes blue, green, red; a PNG wants red, green, blue. */
function swapRedAndBlue(pixels: Buffer): Buffer {
  for (let at = 0; at + 2 < pixels.length; at += 4) {
    const blue = pixels[at] ?? 0;
    pixels[at] = pixels[at + 2] ?? 0;
    pixels[at + 2] = blue;
  }
  return pixels;
}
