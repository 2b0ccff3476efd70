import { type Box, boxAround } from '../model/geometry.ts';
import type { PlacedWord } from '../seam/ocr-engine.ts';

/** Words of one row that stand together, with no wide gap between them. */
export type Fragment = { readonly words: readonly [PlacedWord, ...PlacedWord[]]; readonly box: Box };

/** A row as an engine gave it, cut at wide gaps: the parts of a two-column heading, a label and its value. */
export type Row = readonly Fragment[];

/** A gap this many times the height of the letters parts two things; a stretched space in justified text is narrower. */
const wideGap = 2.2;
/** After a bullet, a number or a tick box comes a tab, which parts nothing. Points or pixels per height of the letters. */
const tabAfterMarker = 6;
const marker =
  /^([•●○◦▪■□☐☑☒✓✔✗✘➢➤⮚\u00b7\uf0b7\uf0a7\uf0d8*\-–—oO§]|\[[ xX]?\]|[([]?[\dA-Za-z]{1,3}[.)\]]|[ivx]{1,4}[.)])$/u;

/**
 * Cuts each row where its words part company or jump to another height, and puts together rows that follow each other
 * and stand side by side.
 */
export function splitRows(rows: readonly (readonly PlacedWord[])[]): readonly Row[] {
  const joined: Fragment[][] = [];
  for (const row of rows.flatMap((words) => splitRow(words))) {
    const last = joined.at(-1);
    if (last !== undefined && standBeside(last, row)) last.push(...row);
    else joined.push(row);
  }
  return joined.map((row) => row.toSorted((one, other) => one.box.left - other.box.left));
}

function standBeside(row: readonly Fragment[], next: readonly Fragment[]): boolean {
  return row.every(({ box }) =>
    next.every((other) => sameHeight(box, other.box) && (other.box.left >= box.right || other.box.right <= box.left)),
  );
}

/** Most rows stay one row; one whose words lie at different heights becomes several. */
function splitRow(words: readonly PlacedWord[]): Fragment[][] {
  const rows: Fragment[][] = [];
  let current: PlacedWord[] = [];
  const flush = (startsRow: boolean): void => {
    const fragment = fragmentOf(current);
    current = [];
    if (fragment === undefined) return;
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row === undefined || before === undefined || startsRow || !sameHeight(before.box, fragment.box))
      rows.push([fragment]);
    else row.push(fragment);
  };
  for (const word of words) {
    const last = current.at(-1);
    if (last !== undefined && parts(last, word, current.length)) flush(false);
    current.push(word);
  }
  flush(false);
  return rows;
}

function fragmentOf(words: readonly PlacedWord[]): Fragment | undefined {
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  return { words: [first, ...rest], box: boxAround([first.box, ...rest.map((word) => word.box)]) };
}

function parts(last: PlacedWord, word: PlacedWord, before: number): boolean {
  if (!sameHeight(last.box, word.box)) return true;
  const height = Math.max(last.box.bottom - last.box.top, word.box.bottom - word.box.top);
  const gap = word.box.left - last.box.right;
  // A jump back; a box that merely reaches over its neighbours, as on a crooked photo, is none.
  if (gap < -height && word.box.left < last.box.left) return true;
  const allowed = before === 1 && marker.test(last.text) ? tabAfterMarker : wideGap;
  return gap > height * allowed;
}

/** Whether two boxes overlap by half the lower one's height: they stand on one row. */
export function sameHeight(one: Box, other: Box): boolean {
  const overlap = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return overlap > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top);
}
