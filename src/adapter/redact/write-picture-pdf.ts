import type { PlacedWord } from '../../seam/ocr-engine.ts';
import { createPdfParts } from './pdf-parts.ts';
import { createTextFonts, type TextFonts } from './text-fonts.ts';

/** A page as a picture with the words that stand on it. Sizes in points but `pixels`. */
export type PicturePage = {
  readonly jpeg: Uint8Array;
  readonly pixels: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWord[];
};

/**
 * A PDF of pictures, each with an invisible layer of its words for search and screen readers. It is written here byte by
 * byte so that it holds nothing else: no metadata, no dates, no names of programs.
 */
export function writePicturePdf(pages: readonly PicturePage[]): Uint8Array {
  const parts = createPdfParts();
  const fonts = createTextFonts(parts);
  const tree = parts.reserve();
  const kids = pages.map((page) => {
    const picture = parts.addStream(
      `/Type /XObject /Subtype /Image /Width ${page.pixels.width} /Height ${page.pixels.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      page.jpeg,
    );
    const text = page.words.map((word) => drawWord(word, page.height, fonts)).join('');
    const content = parts.addStream(
      '',
      Buffer.from(`q ${fixed(page.width)} 0 0 ${fixed(page.height)} 0 0 cm /P Do Q\n${text}`, 'latin1'),
    );
    return parts.add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${fixed(page.width)} ${fixed(page.height)}] /Contents ${content} 0 R /Resources << /XObject << /P ${picture} 0 R >> /Font ${fonts.resources} 0 R >> >>`,
    );
  });
  fonts.finish();
  parts.set(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  return parts.finish(parts.add(`<< /Type /Catalog /Pages ${tree} 0 R >>`));
}

/** Every letter of the text layer is half as wide as high; each word is stretched to its box. */
const letterWidth = 0.5;

function drawWord({ text, box }: PlacedWord, pageHeight: number, fonts: TextFonts): string {
  const height = Math.max(1, box.bottom - box.top);
  const size = height * 0.8;
  const letters = Array.from(text);
  const stretch = ((box.right - box.left) / Math.max(1, letters.length * letterWidth * size)) * 100;
  const pieces = fonts.encode(letters).map(({ font, codes }) => `/${font} ${fixed(size)} Tf <${codes}> Tj`);
  if (pieces.length === 0) return '';
  return `BT 3 Tr ${fixed(stretch)} Tz 1 0 0 1 ${fixed(box.left)} ${fixed(pageHeight - box.bottom + height * 0.2)} Tm ${pieces.join(' ')} ET\n`;
}

function fixed(number: number): string {
  return (Math.round(number * 100) / 100).toString();
}
