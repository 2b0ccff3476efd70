import type { GrayPicture } from '../../seam/ocr-engine.ts';
import { findPaper } from './find-paper.ts';
import { findSkew } from './find-skew.ts';
import { findTurn, type Turn } from './find-turn.ts';
import { flattenLight } from './flatten-light.ts';
import {
  type Corners,
  followedBy,
  type Homography,
  identity,
  levelling,
  mapCorners,
  scaling,
  turning,
} from './homography.ts';
import { measureGrain } from './measure-grain.ts';
import { resizePicture, resizeToLength } from './resize-picture.ts';
import { turnPicture } from './turn-picture.ts';
import { warpPicture } from './warp-picture.ts';

/** A page ready to be recognised. `toSource` takes its pixels to those of the picture it was made of. */
export type PreparedPage = { readonly picture: GrayPicture; readonly toSource: Homography; readonly turn: Turn };

/** Pixels of a page's longer side: smaller loses digits, larger costs time and loses whole lines. */
const pageLength = 1800;
const goodAsIs = { from: 0.8, to: 1.12 } as const;
const mostEnlarged = 1.8;
const lengths = { paper: 500, turn: 1000, skew: 900 } as const;
const white = 255;
const paper = 245;
/** From this grain on the specks are smoothed away; they cost whole lines otherwise. */
const grainy = 5;

type Step = { readonly picture: GrayPicture; readonly toSource: Homography };

/** Squares the sheet, evens out the light, sets it upright and levels its lines. */
export async function preparePage(source: GrayPicture, knownTurn?: Turn): Promise<PreparedPage> {
  const sized = (await squarePaper(source)) ?? (await sizePage(source));
  const flat = { ...sized, picture: await smoothGrain(flattenLight(sized.picture)) };

  const turn = knownTurn ?? findTurn(await resizeToLength(flat.picture, lengths.turn));
  const upright = setUpright(flat, turn.turns);
  return { ...(await level(upright)), turn };
}

/** The turn that sets a page upright, without preparing more of it. */
export async function findPageTurn(source: GrayPicture): Promise<Turn> {
  const sized = (await squarePaper(source)) ?? (await sizePage(source));
  return findTurn(await resizeToLength(await smoothGrain(flattenLight(sized.picture)), lengths.turn));
}

async function smoothGrain(picture: GrayPicture): Promise<GrayPicture> {
  if (measureGrain(picture) < grainy) return picture;
  const { guardedSharp } = await import('./guarded-sharp.ts');
  const raw = { width: picture.width, height: picture.height, channels: 1 } as const;
  const pixels = await guardedSharp(picture.pixels, { raw }).median(3).toColourspace('b-w').raw().toBuffer();
  return { ...picture, pixels };
}

async function squarePaper(source: GrayPicture): Promise<Step | undefined> {
  const small = await resizeToLength(source, lengths.paper, 1.2);
  const corners = findPaper(small);
  if (corners === undefined) return undefined;
  const scale = { x: source.width / small.width, y: source.height / small.height };
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: x * scale.x, y: y * scale.y }));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const across = (distance(a, b) + distance(d, c)) / 2;
  const down = (distance(a, d) + distance(b, c)) / 2;
  const factor = pageLength / Math.max(across, down);
  const size = { width: Math.round(across * factor), height: Math.round(down * factor) };
  const target: Corners = [
    { x: 0, y: 0 },
    { x: size.width, y: 0 },
    { x: size.width, y: size.height },
    { x: 0, y: size.height },
  ];
  const toSource = mapCorners(target, [a, b, c, d]);
  return { picture: warpPicture(source, toSource, { ...size, paper: white }), toSource };
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

async function sizePage(source: GrayPicture): Promise<Step> {
  const share = Math.max(source.width, source.height) / pageLength;
  if (share >= goodAsIs.from && share <= goodAsIs.to) return { picture: source, toSource: identity };
  const scale = Math.min(mostEnlarged, 1 / share);
  const size = {
    width: Math.max(1, Math.round(source.width * scale)),
    height: Math.max(1, Math.round(source.height * scale)),
  };
  const picture = await resizePicture(source, size);
  return { picture, toSource: scaling(source.width / size.width, source.height / size.height) };
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
  return { picture: warpPicture(picture, back, { ...size, paper }), toSource: followedBy(back, step.toSource) };
}
