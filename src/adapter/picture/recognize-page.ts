import { fewestWordsToJudge, languageShares, readableShare } from '../../read/judge-text.ts';
import type { GrayPicture, PlacedWord } from '../../seam/ocr-engine.ts';
import type { LetterTools } from '../letter-tools.ts';
import { paintOverSolids } from './paint-over-solids.ts';
import { type PreparedPage, preparePages, prepareSheet } from './prepare-page.ts';

/** What an engine made of a prepared page. `share`: function words of the best language; `confidence`: the words' mean. */
export type Attempt = {
  readonly prepared: PreparedPage;
  readonly rows: readonly (readonly PlacedWord[])[];
  readonly language: string;
  readonly share: number;
  readonly confidence: number;
};

/** Under this mean confidence a page is called hard to read. */
const sureEnough = 0.7;

type Tools = Pick<LetterTools, 'settings' | 'ocr'>;

/**
 * Prepares and recognises the page that a picture shows, or its two pages in reading order; at first in `language`, and
 * the words then tell whether it was another. Where up and down look alike a page is tried both ways, and a page that
 * comes out badly is tried once more in another manner.
 */
export async function recognizePages(
  picture: GrayPicture,
  language: string,
  tools: Tools,
): Promise<readonly [Attempt, ...Attempt[]]> {
  const [one, ...others] = await preparePages(picture);
  if (one === undefined) throw new Error('a picture shows a page at least');
  const attempts: [Attempt, ...Attempt[]] = [await recognizePage(one, picture, language, tools)];
  for (const page of others) attempts.push(await recognizePage(page, picture, attempts[0].language, tools));
  return attempts;
}

async function recognizePage(
  page: PreparedPage,
  picture: GrayPicture,
  language: string,
  tools: Tools,
): Promise<Attempt> {
  const first = await inItsLanguage(page, language, tools);
  const upright =
    first.prepared.turn.sure || isGood(first) ? first : better(first, await otherWayUp(picture, first, tools));
  if (isGood(upright)) return upright;
  const again = await recognize(upright.prepared, upright.language, 'columns', tools);
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
  return recognize(turned, first.language, 'block', tools);
}

async function inItsLanguage(prepared: PreparedPage, language: string, tools: Tools): Promise<Attempt> {
  const first = await recognize(prepared, language, 'block', tools);
  const known = tools.settings.ocrModels[first.language] !== undefined;
  if (!known || first.language === language || first.share < readableShare / 2) return { ...first, language };
  return recognize(prepared, first.language, 'block', tools);
}

async function recognize(
  prepared: PreparedPage,
  spoken: string,
  layout: 'block' | 'columns',
  { settings, ocr }: Tools,
): Promise<Attempt> {
  const model = settings.ocrModels[spoken];
  const engine = await ocr();
  const rows = await engine.recognize({
    picture: paintOverSolids(prepared.picture),
    models: model === undefined ? [] : [model],
    layout,
  });
  const words = rows.flat();
  const best = languageShares(
    words.map((word) => word.text),
    settings.stopWords,
  )[0];
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
  return { prepared, rows, language: best?.language ?? spoken, share: best?.share ?? 0, confidence };
}

function better(one: Attempt, other: Attempt): Attempt {
  const worth = ({ share, confidence }: Attempt): number => confidence + 2 * Math.min(share, 0.3);
  return worth(other) > worth(one) ? other : one;
}
