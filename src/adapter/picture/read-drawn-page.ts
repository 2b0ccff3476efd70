import type { Mark } from '../../model/document.ts';
import { isOurFault } from '../../model/failure.ts';
import type { Note } from '../../model/note.ts';
import { arrangeRows } from '../../read/arrange-rows.ts';
import { joinHyphens } from '../../read/join-hyphens.ts';
import { languageShares, readableShare } from '../../read/judge-text.ts';
import { readLoneStrokes } from '../../read/lone-strokes.ts';
import type { DraftPage } from '../../read/number-pages.ts';
import { numberUnsure, pageHardToRead, pageUnreadable, redacted, wordsCovered } from '../../read/page-notes.ts';
import { settleMarks } from '../../read/settle-marks.ts';
import type { GrayPicture, PlacedWord } from '../../seam/ocr-engine.ts';
import type { LetterTools } from '../letter-tools.ts';
import { type Reread, rereadNumbers } from '../number/reread-numbers.ts';
import { hidesWords } from './find-strokes.ts';
import { followedBy } from './homography.ts';
import { lookAtPage } from './look-at-page.ts';
import { moveBox, moveRows, type SeenPage, seenPage } from './page-places.ts';
import { type Attempt, type Guess, guessAfter, isGood, recognizePages } from './recognize-page.ts';

/** More unsure numbers on a page are noted no further. */
const mostNumbersNoted = 3;

/** What a page picture shows: its number in the letter and its size in points as it lies. */
export type PictureOfPage = { readonly number: number; readonly width: number; readonly height: number };

/** `draft` is absent where nothing could be read. */
export type ReadPicture = { readonly draft?: DraftPage; readonly notes: readonly Note[] };

/** Recognises the pages of one letter, one after another; what one page shows of the language helps the next. */
export type PictureReading = {
  readonly read: (picture: GrayPicture, page: PictureOfPage) => Promise<ReadPicture>;
  /** Tells words that were read otherwise, for their language. */
  readonly hint: (words: readonly string[]) => void;
  /** How many pages were left out because a letter has no more pages to recognise. */
  readonly skipped: () => number;
};

export function createPictureReading(tools: LetterTools): PictureReading {
  const { stopWords, ocrModels, limits } = tools.settings;
  let guess: Guess = { language: firstLanguage(ocrModels), known: false };
  let recognised = 0;
  let skipped = 0;
  return {
    read: async (picture, page) => {
      if (recognised >= limits.ocrPages) {
        skipped += 1;
        return { notes: [] };
      }
      recognised += 1;
      tools.beginOcr();
      try {
        const attempts = await recognizePages(picture, guess, tools);
        guess = guessAfter(guess, attempts[0]);
        const looked: Looked[] = [];
        for (const attempt of attempts) looked.push({ attempt, reread: await lookAgain(attempt, tools) });
        return finishPicture(looked, picture, page);
      } catch (cause) {
        if (isOurFault(cause)) throw cause;
        return { notes: [pageUnreadable(page.number)] };
      }
    },
    hint: (words) => {
      const best = languageShares(words, stopWords)[0];
      if (best !== undefined && best.share >= readableShare && ocrModels[best.language] !== undefined)
        guess = { language: best.language, known: true };
    },
    skipped: () => skipped,
  };
}

/** The language to try first where nothing is known of a letter. */
export function firstLanguage(ocrModels: Readonly<Record<string, string>>): string {
  const [first = ''] = Object.keys(ocrModels);
  return first;
}

/** A second look at what engines misread most: lone strokes and numbers. Where it fails the first look stands. */
async function lookAgain({ prepared, rows, language }: Attempt, { settings, ocr }: LetterTools): Promise<Reread> {
  const words = readLoneStrokes(settleMarks(rows), settings.stopWords[language] ?? []);
  const model = settings.ocrModels[language];
  if (model === undefined) return { rows: words, open: [] };
  try {
    return await rereadNumbers(words, { picture: prepared.picture, models: [model] }, await ocr());
  } catch {
    return { rows: words, open: [] };
  }
}

/** What was recognised of one page, and what a second look at it gave. */
type Looked = { readonly attempt: Attempt; readonly reread: Reread };

/** The one page of the letter that a picture becomes, also where it shows two: people see one picture. */
function finishPicture(looked: readonly Looked[], picture: GrayPicture, page: PictureOfPage): ReadPicture {
  const seen = seenPage(picture, page, looked[0]?.attempt.prepared.turn.turns ?? 0);
  const parts = looked
    .filter(({ reread }) => reread.rows.length > 0)
    .map((each) => finishPage(each, seen, page.number));
  if (parts.length === 0) return { notes: [pageUnreadable(page.number)] };
  const draft: DraftPage = {
    number: page.number,
    width: seen.width,
    height: seen.height,
    origin: 'ocr',
    rows: parts.flatMap((part) => part.rows),
    marks: parts.flatMap((part) => part.marks),
  };
  const good = looked.every(({ attempt, reread }) => reread.rows.length > 0 && isGood(attempt));
  const numbers = parts.flatMap((part) => part.numbers).slice(0, mostNumbersNoted);
  const all = parts.flatMap((part) => part.hiding);
  const hiding = all.filter(({ code }, at) => all.findIndex((note) => note.code === code) === at);
  return { draft, notes: [...(good ? numbers : [pageHardToRead(page.number)]), ...hiding] };
}

function finishPage({ attempt: { prepared }, reread: { rows, open } }: Looked, seen: SeenPage, number: number) {
  const looks = lookAtPage(prepared.picture);
  const map = followedBy(prepared.toSource, seen.toPage);
  const printed = rows.map((row) => row.filter((word) => !isOfMark(word, looks.marks)));
  return {
    rows: moveRows(joinHyphens(arrangeRows(printed, prepared.picture)), map),
    marks: looks.marks.map(({ box, state }) => ({ box: moveBox(box, map), state })),
    hiding: [
      ...looks.bars.slice(0, 1).map((bar) => redacted(number, moveBox(bar, map))),
      ...looks.strokes
        .filter((box) => hidesWords(box, rows.flat()))
        .slice(0, 1)
        .map((box) => wordsCovered(number, moveBox(box, map))),
    ],
    numbers: open.map((box) => numberUnsure(number, moveBox(box, map))),
  };
}

/** What an engine makes of a tick box is noise: "X]", "IX", "O". */
function isOfMark({ text, box }: PlacedWord, marks: readonly Mark[]): boolean {
  if (text.length > 3) return false;
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  return marks.some(
    (mark) => x > mark.box.left - 4 && x < mark.box.right + 4 && y > mark.box.top - 4 && y < mark.box.bottom + 4,
  );
}
