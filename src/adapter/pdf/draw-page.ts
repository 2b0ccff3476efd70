import type { Pdfium } from './load-pdfium.ts';
import type { PageFrame } from './page-frame.ts';

/** Pixels of a drawn page: one byte each when gray, four (blue, green, red, unused) when in colour. */
export type DrawnPage = {
  readonly width: number;
  readonly height: number;
  readonly colour: boolean;
  readonly pixels: Buffer;
};

/** More pixels than a picture of a page needs; a huge page is drawn smaller. */
export const mostPixels = 12_000_000;

const annotations = 1;
const grayscale = 8;
const formats = { gray: 1, colour: 3 } as const;

/** How many pixels a point gets at `dpi`, kept under the pixel budget. */
export function scaleFor(size: { readonly width: number; readonly height: number }, dpi: number): number {
  return Math.min(dpi / 72, Math.sqrt(mostPixels / (size.width * size.height)));
}

/** Draws a page whose rotation was set to 0, turned upright. `scale` is pixels a point. */
export function drawPage(
  pdfium: Pdfium,
  page: number,
  frame: PageFrame,
  how: { readonly scale: number; readonly colour: boolean; readonly form?: number },
): DrawnPage {
  const { call, memory } = pdfium;
  const width = Math.max(1, Math.round(frame.width * how.scale));
  const height = Math.max(1, Math.round(frame.height * how.scale));
  const flags = annotations | (how.colour ? 0 : grayscale);
  const bitmap = call.FPDFBitmap_CreateEx(width, height, how.colour ? formats.colour : formats.gray, 0, 0);
  if (bitmap === 0) throw new Error('no memory for the page picture');
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, frame.turns, flags);
    if (how.form !== undefined && how.form !== 0) {
      call.FPDF_FFLDraw(how.form, bitmap, page, 0, 0, width, height, frame.turns, flags);
    }
    const stride = call.FPDFBitmap_GetStride(bitmap);
    const start = call.FPDFBitmap_GetBuffer(bitmap);
    const row = width * (how.colour ? 4 : 1);
    const pixels = Buffer.allocUnsafe(row * height);
    for (let y = 0; y < height; y += 1) {
      pixels.set(memory.HEAPU8.subarray(start + y * stride, start + y * stride + row), y * row);
    }
    return { width, height, colour: how.colour, pixels };
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}
