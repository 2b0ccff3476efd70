import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { findFold } from './find-fold.ts';
import { findPapers } from './find-paper.ts';
import { findSkew } from './find-skew.ts';
import { findTurn, type Turn } from './find-turn.ts';
import { flattenLight, paperLevel } from './flatten-light.ts';
import { type Corners, followedBy, levelling, project, turning } from './homography.ts';
import { measureGrain } from './measure-grain.ts';
import { orderSheets } from './order-sheets.ts';
import { resizeToLength } from './resize-picture.ts';
import { cornersOf, type Step, sizePage, squarePaper } from './square-paper.ts';
import { turnPicture } from './turn-picture.ts';
import { warpPicture } from './warp-picture.ts';

/**
 * A page ready to be recognised. `sheet`: its corners in the picture it was made of, where it is only a part of that.
 * `turn`: how that picture must be turned to be seen upright.
 */
export type PreparedPage = Step & { readonly turn: Turn; readonly sheet?: Corners };

const lengths = { paper: 500, turn: 1000, skew: 900, fold: 1000 } as const;
/** From this grain on the specks are smoothed away; they cost whole lines otherwise. */
const grainy = 5;

/**
 * Squares each sheet, evens out the light, sets it upright and levels its lines. One page, or two in reading order: two
 * sheets that lie apart, or an open booklet.
 */
export async function preparePages(source: GrayPicture): Promise<readonly PreparedPage[]> {
  const sheets = await findSheets(source);
  if (sheets.length === 2)
    return orderSheets(await Promise.all(sheets.map((sheet) => prepareSheet(source, { sheet }))));
  const page = await prepareSheet(source, { sheet: sheets[0] });
  const halves = await findHalves(page);
  if (halves === undefined) return [page];
  return Promise.all(
    halves.map(async (sheet) => ({
      ...(await level(await flatten(squarePaper(source, sheet)))),
      sheet,
      turn: page.turn,
    })),
  );
}

/** Prepares the page of one sheet, or of a picture that is all page; anew with another turn where `turn` is given. */
export async function prepareSheet(
  source: GrayPicture,
  { sheet, turn: known }: { readonly sheet: Corners | undefined; readonly turn?: Turn },
): Promise<PreparedPage> {
  const flat = await flatten(sheet === undefined ? await sizePage(source) : squarePaper(source, sheet));
  const turn = known ?? findTurn(await resizeToLength(flat.picture, lengths.turn));
  const page = { ...(await level(setUpright(flat, turn.turns))), turn };
  return sheet === undefined ? page : { ...page, sheet };
}

/** The turn that sets a page upright, without preparing more of it. */
export async function findPageTurn(source: GrayPicture): Promise<Turn> {
  const sheets = await findSheets(source);
  if (sheets.length === 2) return (await preparePages(source))[0]?.turn ?? { turns: 0, sure: false };
  const [sheet] = sheets;
  const flat = await flatten(sheet === undefined ? await sizePage(source) : squarePaper(source, sheet));
  return findTurn(await resizeToLength(flat.picture, lengths.turn));
}

async function findSheets(source: GrayPicture): Promise<readonly Corners[]> {
  const small = await resizeToLength(source, lengths.paper, 1.2);
  const scale = { x: source.width / small.width, y: source.height / small.height };
  const enlarge = ({ x, y }: { x: number; y: number }) => ({ x: x * scale.x, y: y * scale.y });
  return findPapers(small).map(([a, b, c, d]) => [enlarge(a), enlarge(b), enlarge(c), enlarge(d)]);
}

/** The two pages of an open booklet, as sheets of the picture it was made of. */
async function findHalves({ picture, toSource, turn }: PreparedPage): Promise<readonly Corners[] | undefined> {
  if (!turn.sure || picture.width < picture.height) return undefined;
  const fold = findFold(await resizeToLength(picture, lengths.fold));
  if (fold === undefined) return undefined;
  const place = ([a, b, c, d]: Corners): Corners => [
    project(toSource, a),
    project(toSource, b),
    project(toSource, c),
    project(toSource, d),
  ];
  return [place(cornersOf(picture, { from: 0, to: fold })), place(cornersOf(picture, { from: fold, to: 1 }))];
}

async function flatten(step: Step): Promise<Step> {
  return { ...step, picture: await smoothGrain(flattenLight(step.picture)) };
}

async function smoothGrain(picture: GrayPicture): Promise<GrayPicture> {
  if (measureGrain(picture) < grainy) return picture;
  const { guardedSharp } = await import('./guarded-sharp.ts');
  const raw = { width: picture.width, height: picture.height, channels: 1 } as const;
  const pixels = await guardedSharp(picture.pixels, { raw }).median(3).toColourspace('b-w').raw().toBuffer();
  return { ...picture, pixels };
}

function setUpright(step: Step, turns: 0 | 1 | 2 | 3): Step {
  if (turns === 0) return step;
  const picture = turnPicture(step.picture, turns);
  const back = turning(turns === 1 ? 3 : turns === 3 ? 1 : 2, picture);
  return { picture, toSource: followedBy(back, step.toSource) };
}

async function level(step: Step): Promise<Step> {
  const { picture } = step;
  const skew = findSkew(await resizeToLength(picture, lengths.skew), { widest: 6, step: 0.25 });
  if (Math.abs(skew.degrees) <= 0.3 || skew.score <= 1.05 * Math.max(1, skew.level)) return step;
  const angle = Math.abs(skew.degrees * Math.PI) / 180;
  const size = {
    width: Math.round(picture.width * Math.cos(angle) + picture.height * Math.sin(angle)),
    height: Math.round(picture.width * Math.sin(angle) + picture.height * Math.cos(angle)),
  };
  const back = levelling(skew.degrees, picture, size);
  return {
    picture: warpPicture(picture, back, { ...size, paper: paperLevel }),
    toSource: followedBy(back, step.toSource),
  };
}
