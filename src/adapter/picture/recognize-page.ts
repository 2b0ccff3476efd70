import type { Box } from '../../model/geometry.ts';
import { fewestWordsToJudge, languageShares, readableShare } from '../../read/judge-text.ts';
import type { GrayPicture, PlacedWord } from '../../seam/ocr-engine.ts';
import type { LetterTools } from '../letter-tools.ts';
import { blankBand, cutBand, findBand } from './find-band.ts';
import { paintOverSolids } from './paint-over-solids.ts';
import { type PreparedPage, preparePages, prepareSheet } from './prepare-page.ts';

/**
 * What an engine made of a prepared page. `language`: the one it was read in; `seems`: the one its function words are
 * mostly of, and `share` how many words they are; `confidence`: the words' mean.
 */
export type Attempt = {
  readonly prepared: PreparedPage;
  readonly rows: readonly (readonly PlacedWord[])[];
  readonly language: string;
  readonly seems: string;
  readonly share: number;
  readonly confidence: number;
};

/** Under this mean confidence a page is called hard to read. */
const sureEnough = 0.7;

type Tools = Pick<LetterTools, 'settings' | 'ocr'>;

/** The language to read a page in at first. `known` where other pages of the letter were in it. */
export type Guess = { readonly language: string; readonly known: boolean };

/**
 * Prepares and recognises the page that a picture shows, or its two pages in reading order; at first in the language
 * guessed, and the words then tell whether it was another. Where up and down look alike a page is tried both ways, and a page that
 * comes out badly is tried once more in another manner.
 */
export async function recognizePages(
  picture: GrayPicture,
  guess: Guess,
  tools: Tools,
): Promise<readonly [Attempt, ...Attempt[]]> {
  const [one, ...others] = await preparePages(picture);
  if (one === undefined) throw new Error('a picture shows a page at least');
  const attempts: [Attempt, ...Attempt[]] = [await recognizePage(one, picture, guess, tools)];
  const next = guessAfter(guess, attempts[0]);
  for (const page of others) attempts.push(await recognizePage(page, picture, next, tools));
  return attempts;
}

async function recognizePage(page: PreparedPage, picture: GrayPicture, guess: Guess, tools: Tools): Promise<Attempt> {
  const first = await inItsLanguage(readable(page), guess, tools);
  const upright =
    first.prepared.turn.sure || isGood(first) ? first : better(first, await otherWayUp(picture, first, tools));
  if (isGood(upright)) return upright;
  const again = await recognize(readable(upright.prepared), upright.language, 'columns', tools);
  return better(upright, again);
}

/** Whether the words of a page can be relied on. */
export function isGood({ rows, share, confidence }: Attempt): boolean {
  const words = rows.reduce((sum, row) => sum + row.length, 0);
  return words > 0 && confidence >= sureEnough && (words < fewestWordsToJudge || share >= readableShare);
}

async function otherWayUp(picture: GrayPicture, first: Attempt, tools: Tools): Promise<Attempt> {
  const opposite = { 0: 2, 1: 3, 2: 0, 3: 1 } as const;
  const { sheet, turn } = first.prepared;
  const turned = await prepareSheet(picture, { sheet, turn: { turns: opposite[turn.turns], sure: true } });
  return recognize(readable(turned), first.language, 'block', tools);
}

/** What a page that was read tells of the next one's language. */
export function guessAfter(guess: Guess, attempt: Attempt): Guess {
  return isGood(attempt) ? { language: attempt.language, known: true } : guess;
}

/** A prepared page, and the picture of it or of a part that an engine is given. */
type Readable = { readonly prepared: PreparedPage; readonly picture: GrayPicture };

function readable(prepared: PreparedPage): Readable {
  return { prepared, picture: paintOverSolids(prepared.picture) };
}

async function inItsLanguage(page: Readable, guess: Guess, tools: Tools): Promise<Attempt> {
  const read = (language: string) => recognize(page, language, 'block', tools);
  const first = await (guess.known ? read(guess.language) : readByBand(page, guess.language, tools));
  return isOther(first, readableShare / 2, tools) ? read(first.seems) : first;
}

/**
 * Reads some lines of the page first, which tell its language: a page in another one then isn't read twice. The rest
 * follows without them.
 */
async function readByBand(page: Readable, language: string, tools: Tools): Promise<Attempt> {
  const { prepared, picture } = page;
  const band = findBand(picture);
  if (band === undefined) return recognize(page, language, 'block', tools);
  const lines = await recognize({ prepared, picture: cutBand(picture, band) }, language, 'block', tools);
  const enough = lines.rows.flat().length >= fewestWordsToJudge;
  if (enough && isOther(lines, readableShare, tools)) return recognize(page, lines.seems, 'block', tools);
  const rest = await recognize({ prepared, picture: blankBand(picture, band) }, language, 'block', tools);
  const isAbove = (row: readonly PlacedWord[]): boolean => (row[0]?.box.top ?? 0) < band.top;
  const moved = lines.rows.map((row) => row.map((word) => ({ ...word, box: lower(word.box, band.top) })));
  const rows = [...rest.rows.filter(isAbove), ...moved, ...rest.rows.filter((row) => !isAbove(row))];
  return judge({ prepared, rows, language }, tools);
}

function lower(box: Box, by: number): Box {
  return { ...box, top: box.top + by, bottom: box.bottom + by };
}

/** Whether a page must be read again, because its words tell of another language that there is a model for. */
function isOther({ language, seems, share }: Attempt, least: number, { settings }: Tools): boolean {
  return seems !== language && share >= least && settings.ocrModels[seems] !== undefined;
}

async function recognize(
  { prepared, picture }: Readable,
  language: string,
  layout: 'block' | 'columns',
  tools: Tools,
): Promise<Attempt> {
  const model = tools.settings.ocrModels[language];
  const engine = await tools.ocr();
  const rows = await engine.recognize({
    picture,
    models: model === undefined ? [] : [model],
    layout,
  });
  return judge({ prepared, rows, language }, tools);
}

function judge(from: Pick<Attempt, 'prepared' | 'rows' | 'language'>, { settings }: Tools): Attempt {
  const words = from.rows.flat();
  const best = languageShares(
    words.map((word) => word.text),
    settings.stopWords,
  )[0];
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
  return { ...from, seems: best?.language ?? from.language, share: best?.share ?? 0, confidence };
}

function better(one: Attempt, other: Attempt): Attempt {
  const worth = ({ share, confidence }: Attempt): number => confidence + 2 * Math.min(share, 0.3);
  return worth(other) > worth(one) ? other : one;
}
