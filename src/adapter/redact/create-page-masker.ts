import type { Box } from '../../model/geometry.ts';
import type { PageMasker, PageToMask } from '../../seam/page-masker.ts';
import { type PicturePage, writePicturePdf } from './write-picture-pdf.ts';

const quality = 88;
/** Pieces of letters reach over their boxes: so many heights of the box are blacked out around it. */
const margin = { across: 0.25, down: 0.2 } as const;

/** Blacks out areas in pictures of pages and makes a PDF of them. */
export function createPageMasker(): PageMasker {
  return {
    async mask(pages) {
      const masked: PicturePage[] = [];
      for (const page of pages) masked.push(await maskPage(page));
      return writePicturePdf(masked);
    },
  };
}

async function maskPage(page: PageToMask): Promise<PicturePage> {
  const { guardedSharp } = await import('../picture/guarded-sharp.ts');
  const { info, data } = await guardedSharp(page.picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const scale = { across: info.width / page.width, down: info.height / page.height };
  for (const area of page.areas) blackOut(data, info, spread(area, scale));
  const jpeg = await guardedSharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
  const { width, height, words } = page;
  return { jpeg, pixels: { width: info.width, height: info.height }, width, height, words };
}

/** The box in whole pixels with its margin. */
function spread(box: Box, scale: { readonly across: number; readonly down: number }): Box {
  const height = box.bottom - box.top;
  return {
    left: Math.floor((box.left - height * margin.across) * scale.across),
    top: Math.floor((box.top - height * margin.down) * scale.down),
    right: Math.ceil((box.right + height * margin.across) * scale.across),
    bottom: Math.ceil((box.bottom + height * margin.down) * scale.down),
  };
}

/** Three bytes a pixel, set to black. The pixels themselves change: nothing lies under a cover. */
function blackOut(pixels: Buffer, size: { readonly width: number; readonly height: number }, area: Box): void {
  const left = Math.max(0, area.left);
  const right = Math.min(size.width, area.right);
  if (right <= left) return;
  for (let y = Math.max(0, area.top); y < Math.min(size.height, area.bottom); y += 1) {
    pixels.fill(0, (y * size.width + left) * 3, (y * size.width + right) * 3);
  }
}
