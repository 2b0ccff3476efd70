import type { Box } from '../../model/geometry.ts';
import type { Pdfium } from './load-pdfium.ts';

/** Quarter turns, clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** How a page's own coordinates become points of the upright page. `turns` makes the unturned page upright. */
export type PageFrame = {
  readonly width: number;
  readonly height: number;
  readonly turns: QuarterTurns;
  readonly left: number;
  readonly top: number;
  readonly unturned: { readonly width: number; readonly height: number };
};

/** A box as PDFium gives it: points, measured upwards. */
export type RawBox = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const largestSide = 14_400;

/** The frame of a page that FPDFPage_SetRotation has turned to 0. */
export function frameOf(pdfium: Pdfium, page: number, turns: QuarterTurns): PageFrame {
  pdfium.call.FPDF_GetPageBoundingBox(page, pdfium.scratch);
  const [left, top, right, bottom] = [pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3)];
  const width = sane(right - left, 612);
  const height = sane(top - bottom, 792);
  const lying = turns % 2 === 1;
  return {
    width: lying ? height : width,
    height: lying ? width : height,
    turns,
    left,
    top,
    unturned: { width, height },
  };
}

function sane(length: number, otherwise: number): number {
  return Number.isFinite(length) && length >= 1 && length <= largestSide ? length : otherwise;
}

/** A raw box in points of the upright page, from its top-left corner. */
export function toUpright(box: RawBox, frame: PageFrame): Box {
  const one = turned(box.left - frame.left, frame.top - box.top, frame);
  const two = turned(box.right - frame.left, frame.top - box.bottom, frame);
  return {
    left: Math.min(one.x, two.x),
    top: Math.min(one.y, two.y),
    right: Math.max(one.x, two.x),
    bottom: Math.max(one.y, two.y),
  };
}

function turned(x: number, y: number, { turns, unturned }: PageFrame): { x: number; y: number } {
  switch (turns) {
    case 0:
      return { x, y };
    case 1:
      return { x: unturned.height - y, y: x };
    case 2:
      return { x: unturned.width - x, y: unturned.height - y };
    case 3:
      return { x: y, y: unturned.width - x };
  }
}

/** Any number of quarter turns as 0 to 3. */
export function quarterTurns(count: number): QuarterTurns {
  const turns = ((Math.round(count) % 4) + 4) % 4;
  return turns === 1 || turns === 2 || turns === 3 ? turns : 0;
}
