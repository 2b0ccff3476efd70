import type { Mark } from '../../model/document.ts';
import type { Box } from '../../model/geometry.ts';
import type { PlacedWord } from '../../seam/ocr-engine.ts';
import type { Pdfium } from './load-pdfium.ts';
import { type PageFrame, toUpright } from './page-frame.ts';

/** A form that can be filled in: ticks and typed answers that are in neither text nor drawing. */
export type FormFields = { readonly marks: readonly Mark[]; readonly rows: readonly (readonly PlacedWord[])[] };

export const noFields: FormFields = { marks: [], rows: [] };

const widget = 20;
const types = { checkBox: 2, radioButton: 3, comboBox: 4, textField: 6 } as const;
const mostFields = 1000;
const longestValue = 4000;

/** Reads the fields of one page. `form` is the handle of the document's form. */
export function readFormFields(pdfium: Pdfium, form: number, page: number, frame: PageFrame): FormFields {
  const { call } = pdfium;
  const marks: Mark[] = [];
  const rows: (readonly PlacedWord[])[] = [];
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), mostFields);
  for (let index = 0; index < count; index += 1) {
    const field = call.FPDFPage_GetAnnot(page, index);
    if (field === 0) continue;
    if (call.FPDFAnnot_GetSubtype(field) === widget)
      readField({ pdfium, form, field, box: boxOf(pdfium, field, frame) }, marks, rows);
    call.FPDFPage_CloseAnnot(field);
  }
  return { marks, rows: rows.filter((row) => row.length > 0) };
}

type Field = { readonly pdfium: Pdfium; readonly form: number; readonly field: number; readonly box: Box };

function readField({ pdfium, form, field, box }: Field, marks: Mark[], rows: (readonly PlacedWord[])[]): void {
  const type = pdfium.call.FPDFAnnot_GetFormFieldType(form, field);
  if (type === types.checkBox || type === types.radioButton) {
    marks.push({ box, state: isTicked(pdfium, form, field) ? 'ticked' : 'empty' });
  } else if (type === types.textField || type === types.comboBox) {
    rows.push(...placeValue(fieldValue(pdfium, form, field), box));
  }
}

function boxOf(pdfium: Pdfium, field: number, frame: PageFrame) {
  pdfium.call.FPDFAnnot_GetRect(field, pdfium.scratch);
  const [left, top, right, bottom] = [pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3)];
  return toUpright({ left, top: Math.max(top, bottom), right, bottom: Math.min(top, bottom) }, frame);
}

/** What people see decides: the name of the look that is shown. PDFium itself says no where a file lists no choices. */
function isTicked(pdfium: Pdfium, form: number, field: number): boolean {
  const { call } = pdfium;
  const shown = readText(pdfium, (pointer, size) => call.FPDFAnnot_GetStringValue(field, 'AS', pointer, size));
  const name = shown === '' ? fieldValue(pdfium, form, field) : shown;
  return name === '' ? call.FPDFAnnot_IsChecked(form, field) : name !== 'Off';
}

function fieldValue(pdfium: Pdfium, form: number, field: number): string {
  return readText(pdfium, (pointer, size) => pdfium.call.FPDFAnnot_GetFormFieldValue(form, field, pointer, size));
}

/** A text that PDFium writes in UTF-16, ended by two zeros; asked without room it says how much it needs. */
function readText(pdfium: Pdfium, write: (pointer: number, size: number) => number): string {
  const size = Math.min(write(0, 0), 2 * longestValue);
  if (size <= 2) return '';
  const pointer = pdfium.allocate(size);
  write(pointer, size);
  const text = Buffer.from(pdfium.memory.HEAPU8.slice(pointer, pointer + size - 2)).toString('utf16le');
  pdfium.free(pointer);
  return text;
}

/** The file doesn't tell where each word of a value stands, so they share the field: rows by its height, words by their length. */
function placeValue(value: string, box: PlacedWord['box']): PlacedWord[][] {
  const lines = value.split(/\r\n|\r|\n/);
  const height = (box.bottom - box.top) / lines.length;
  return lines.map((line, index) => {
    const step = (box.right - box.left) / Math.max(line.length, 1);
    const top = box.top + index * height;
    return Array.from(line.matchAll(/\S+/gu), (match) => {
      const text = match[0];
      const left = box.left + match.index * step;
      return {
        text,
        box: { left, top, right: Math.min(box.right, left + text.length * step), bottom: top + height },
        confidence: 1,
      };
    });
  });
}
