import type { PlacedWord } from '../../seam/ocr-engine.ts';

const wordLevel = '5';

/** Tesseract's table of words (TSV) → the words of each row. Boxes in pixels; words without letters are left out. */
export function parseTsv(tsv: string): readonly (readonly PlacedWord[])[] {
  const rows: PlacedWord[][] = [];
  let place = '';
  for (const line of tsv.split('\n')) {
    const [level, page, block, paragraph, row, , left, top, width, height, confidence, ...text] = line.split('\t');
    const word = text.join(' ').trim();
    if (level !== wordLevel || word === '') continue;
    const here = `${page} ${block} ${paragraph} ${row}`;
    if (here !== place) rows.push([]);
    place = here;
    const [x, y] = [Number(left), Number(top)];
    rows.at(-1)?.push({
      text: word,
      box: { left: x, top: y, right: x + Number(width), bottom: y + Number(height) },
      confidence: Math.min(1, Math.max(0, Number(confidence) / 100)),
    });
  }
  return rows;
}
