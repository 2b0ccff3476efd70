import type { Pdfium } from './load-pdfium.ts';

/** What is drawn on a page, counted to know whether its text layer can be trusted and whether its picture must be looked at. */
export type ObjectCounts = {
  readonly textObjects: number;
  readonly invisible: number;
  /** Texts in nearly the colour of paper. */
  readonly pale: number;
  /** The share of the page that its largest picture covers, 0 to 1. */
  readonly pictureCover: number;
  /** Paths and pictures of a tick box's size, and paths of many parts, which may hold some. */
  readonly squares: number;
  /** Dark filled paths that could hide words. */
  readonly bars: number;
};

type Counts = { -readonly [Key in keyof ObjectCounts]: ObjectCounts[Key] };
type Size = { readonly width: number; readonly height: number };

const mostObjects = 4000;
const types = { text: 1, path: 2, picture: 3, form: 5 } as const;
const invisibleMode = 3;
/** Points. */
const squareSide = { from: 4, to: 22 } as const;
const manyParts = 12;

/** Counts the objects of a page whose rotation is 0. `size` in points. */
export function inspectObjects(pdfium: Pdfium, page: number, size: Size): ObjectCounts {
  const { call } = pdfium;
  const counts: Counts = { textObjects: 0, invisible: 0, pale: 0, pictureCover: 0, squares: 0, bars: 0 };
  const count = Math.min(call.FPDFPage_CountObjects(page), mostObjects);
  for (let index = 0; index < count; index += 1) {
    const object = call.FPDFPage_GetObject(page, index);
    if (call.FPDFPageObj_GetType(object) === types.form) inspectForm(pdfium, object, size, counts);
    else inspectObject(pdfium, object, size, counts);
  }
  return counts;
}

/** A form's parts have its own coordinates: a picture in it is taken to fill the page, as scans do. */
function inspectForm(pdfium: Pdfium, form: number, size: Size, counts: Counts): void {
  const parts = Math.min(pdfium.call.FPDFFormObj_CountObjects(form), 200);
  for (let index = 0; index < parts; index += 1) {
    const part = pdfium.call.FPDFFormObj_GetObject(form, index);
    if (pdfium.call.FPDFPageObj_GetType(part) === types.picture) counts.pictureCover = 1;
    else inspectObject(pdfium, part, size, counts);
  }
}

function inspectObject(pdfium: Pdfium, object: number, size: Size, counts: Counts): void {
  const { call } = pdfium;
  const type = call.FPDFPageObj_GetType(object);
  if (type === types.text) {
    counts.textObjects += 1;
    if (call.FPDFTextObj_GetTextRenderMode(object) === invisibleMode) counts.invisible += 1;
    else if (brightnessOf(pdfium, object) > 235) counts.pale += 1;
    return;
  }
  if (type !== types.path && type !== types.picture) return;
  const { width, height, cover } = boundsOf(pdfium, object, size);
  if (isSquare(width, height)) counts.squares += 1;
  if (type === types.picture) counts.pictureCover = Math.max(counts.pictureCover, cover);
  else if (width > 20 && height > 5 && brightnessOf(pdfium, object) < 60) counts.bars += 1;
  else if (width > 30 && height > 30 && call.FPDFPath_CountSegments(object) > manyParts) counts.squares += 1;
}

function isSquare(width: number, height: number): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return short >= squareSide.from && long <= squareSide.to && long <= 1.4 * short;
}

function boundsOf(pdfium: Pdfium, object: number, size: Size): { width: number; height: number; cover: number } {
  const at = pdfium.scratch;
  if (!pdfium.call.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return { width: 0, height: 0, cover: 0 };
  const [left, bottom, right, top] = [pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3)];
  const across = Math.max(0, Math.min(right, size.width) - Math.max(left, 0));
  const down = Math.max(0, Math.min(top, size.height) - Math.max(bottom, 0));
  return { width: right - left, height: top - bottom, cover: (across * down) / (size.width * size.height) };
}

/** Of an object's filling, 0 to 255; 128 where it has none. */
function brightnessOf(pdfium: Pdfium, object: number): number {
  const at = pdfium.scratch;
  if (!pdfium.call.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12)) return 128;
  const [red, green, blue] = [0, 1, 2].map((index) => pdfium.memory.HEAPU8[at + 4 * index] ?? 0);
  return Math.min(red ?? 0, green ?? 0, blue ?? 0) > 235 ? 255 : ((red ?? 0) + (green ?? 0) + (blue ?? 0)) / 3;
}
