import { strToU8, zipSync } from 'fflate';
import { printable } from '../printable.ts';
import type { Cell, Column, Sheet } from './sheet.ts';

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** A ZIP can't say an earlier day. The same sheets give the same bytes. */
const zipDay = new Date('1980-01-01T00:00:00');
const longestCell = 32_767;
const lineHeight = 15;
/** Excel makes no row higher. */
const highest = 405;
const styleOf = { header: 1, text: 2, day: 3, number: 4 } as const;

/**
 * Sheets as an Excel workbook: header frozen, a filter on every column, real dates. Every text is written as an inline
 * string and no cell as a formula or a link, so nothing in a letter can be carried out.
 */
export function renderXlsx(sheets: readonly Sheet[]): Uint8Array {
  const names = sheets.map(({ name }) => escapeXml(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)));
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(relationships([['officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': strToU8(workbook(names, sheets)),
    'xl/_rels/workbook.xml.rels': strToU8(
      relationships([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': strToU8(stylesheet),
  };
  for (const [index, sheet] of sheets.entries())
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(worksheet(sheet, index === 0));
  return zipSync(files, { mtime: zipDay, level: 6 });
}

function worksheet({ columns, rows }: Sheet, first: boolean): string {
  const range = rangeOf(columns, rows.length);
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const header = columns.map(({ title }, index) => inline(title, address(index, 1), styleOf.header)).join('');
  const body = rows.map(
    (cells, row) =>
      `<row r="${row + 2}"${heightOf(cells, columns)}>${cells.map((cell, index) => renderCell(cell, address(index, row + 2))).join('')}</row>`,
  );
  return `${declaration}<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/><sheetViews><sheetView ${first ? 'tabSelected="1" ' : ''}workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData><row r="1" ht="20" customHeight="1">${header}</row>${body.join('')}</sheetData><autoFilter ref="${range}"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** Room for wrapped text: not every program makes a row as high as its words need. Sizes in points. */
function heightOf(cells: readonly Cell[], columns: readonly Column[]): string {
  const lines = cells.map((cell, index) => {
    if (cell === undefined || !('text' in cell)) return 1;
    const width = Math.max(1, (columns[index]?.width ?? 10) - 1);
    return cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  const most = Math.max(1, ...lines);
  return most === 1 ? '' : ` ht="${Math.min(highest, most * lineHeight)}" customHeight="1"`;
}

function renderCell(cell: Cell, at: string): string {
  if (cell === undefined) return '';
  if ('text' in cell) return inline(cell.text, at, styleOf.text);
  if ('number' in cell)
    return Number.isFinite(cell.number) ? `<c r="${at}" s="${styleOf.number}"><v>${cell.number}</v></c>` : '';
  const serial = serialOf(cell.day);
  return serial === undefined
    ? inline(cell.day, at, styleOf.text)
    : `<c r="${at}" s="${styleOf.day}"><v>${serial}</v></c>`;
}

function inline(text: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, longestCell))}</t></is></c>`;
}

/** Days since 1899-12-30, as Excel counts from March 1900 on. */
function serialOf(day: string): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const serial = (time - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isInteger(serial) && serial > 60 ? serial : undefined;
}

function address(column: number, row: number): string {
  const letters = column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26));
  return `${letters}${String.fromCharCode(65 + (column % 26))}${row}`;
}

function rangeOf(columns: readonly Column[], rows: number): string {
  return `A1:${address(columns.length - 1, rows + 1)}`;
}

/** XML can't hold control characters or halves of a pair; `_x000A_` and the like would be read back as other signs. */
function escapeXml(text: string): string {
  return printable(text)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function workbook(names: readonly string[], sheets: readonly Sheet[]): string {
  const list = names
    .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('');
  const filters = sheets.map(({ columns, rows }, index) => {
    const range = rangeOf(columns, rows.length).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${names[index]}'!${range}</definedName>`;
  });
  return `${declaration}<workbook xmlns="${namespace}" xmlns:r="${relations}"><sheets>${list}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`;
}

function relationships(list: readonly (readonly [string, string])[]): string {
  const each = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${parts.join('')}</Types>`;
}

/** Cell formats, in the order of `styleOf`: none, header, text, day, number. */
const stylesheet = `${declaration}<styleSheet xmlns="${namespace}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF135E52"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFD5DAE1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
