import type { Box } from '../../model/geometry.ts';
import { type DoubtfulNumber, doubtfulNumbers } from '../../read/number/doubtful-numbers.ts';
import { withNumber } from '../../read/number/number-shapes.ts';
import { type Settled, settleNumber } from '../../read/number/settle-number.ts';
import type { GrayPicture, OcrEngine, PlacedWord } from '../../seam/ocr-engine.ts';
import { measureZeros } from './measure-zeros.ts';
import { looks, writeStrips } from './write-strips.ts';

type Rows = readonly (readonly PlacedWord[])[];

/** Rows with numbers read again. `open`: the places of numbers that stay unsure, in pixels. */
export type Reread = { readonly rows: Rows; readonly open: readonly Box[] };

/** No dollar sign and no small letter: what is looked for are codes, days and groups of digits. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.,():';
/** A page full of unsure numbers is a bad page, and its note says so. */
const mostNumbers = 16;

/** Looks at the doubtful numbers of a recognised page once more, enlarged and all at once. */
export async function rereadNumbers(
  rows: Rows,
  page: { readonly picture: GrayPicture; readonly models: readonly string[] },
  engine: OcrEngine,
): Promise<Reread> {
  const measured = rows.map((row) => row.map((word) => measureZeros(word, page.picture)));
  const doubtful = doubtfulNumbers(measured).slice(0, mostNumbers);
  if (doubtful.length === 0) return { rows: measured, open: [] };
  const readings = await readAgain(doubtful, page, engine);
  const settled = doubtful.map((number, at) =>
    settleNumber({ text: number.text, confidence: number.confidence, halves: number.words === 2 }, readings[at] ?? []),
  );
  const open = doubtful.filter((_, at) => settled[at]?.open === true).map(({ box }) => box);
  return { rows: measured.map((row, index) => replaceIn(row, index, doubtful, settled)), open };
}

async function readAgain(
  doubtful: readonly DoubtfulNumber[],
  page: { readonly picture: GrayPicture; readonly models: readonly string[] },
  engine: OcrEngine,
): Promise<readonly (readonly string[])[]> {
  const boxes = doubtful.map(({ box }) => box);
  const { picture, places } = await writeStrips(page.picture, boxes);
  const words = (await engine.recognize({ picture, models: page.models, layout: 'block', letters })).flat();
  const texts = places.map(({ top, bottom }) =>
    words
      .filter(({ box }) => (box.top + box.bottom) / 2 > top && (box.top + box.bottom) / 2 < bottom)
      .map(({ text }) => text)
      .join(' '),
  );
  return doubtful.map((_, at) => texts.slice(at * looks, (at + 1) * looks));
}

function replaceIn(
  row: readonly PlacedWord[],
  index: number,
  doubtful: readonly DoubtfulNumber[],
  settled: readonly Settled[],
): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  for (let at = 0; at < row.length; at += 1) {
    const word = row[at];
    const which = doubtful.findIndex((number) => number.row === index && number.at === at);
    const [number, result] = [doubtful[which], settled[which]];
    if (word === undefined) break;
    if (number === undefined || result === undefined) words.push(word);
    else if (number.words === 1)
      words.push({ ...word, text: withNumber(word.text, result.text), confidence: result.confidence });
    else if (!result.open) {
      const tail = row[at + 1] ?? word;
      words.push({ text: withNumber(tail.text, result.text), box: number.box, confidence: result.confidence });
      at += 1;
    } else words.push({ ...word, confidence: result.confidence });
  }
  return words;
}
