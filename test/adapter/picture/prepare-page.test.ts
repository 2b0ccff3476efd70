import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawPages } from '../../../fixtures/make/draw-pages.ts';
import { findPapers } from '../../../src/adapter/picture/find-paper.ts';
import { findSkew } from '../../../src/adapter/picture/find-skew.ts';
import { findTurn } from '../../../src/adapter/picture/find-turn.ts';
import { flattenLight } from '../../../src/adapter/picture/flatten-light.ts';
import { followedBy, levelling, mapCorners, project, turning } from '../../../src/adapter/picture/homography.ts';
import { measureGrain } from '../../../src/adapter/picture/measure-grain.ts';
import { preparePages } from '../../../src/adapter/picture/prepare-page.ts';
import { resizeToLength } from '../../../src/adapter/picture/resize-picture.ts';
import { turnPicture } from '../../../src/adapter/picture/turn-picture.ts';
import { warpPicture } from '../../../src/adapter/picture/warp-picture.ts';
import type { GrayPicture } from '../../../src/seam/ocr-engine.ts';

let page: GrayPicture;
let small: GrayPicture;
beforeAll(async () => {
  const [drawn] = await drawPages(readFileSync('fixtures/letters/c-study-en.pdf'), 150);
  if (drawn === undefined) throw new Error('no page');
  page = { width: drawn.width, height: drawn.height, pixels: drawn.grey };
  small = await resizeToLength(page, 1000);
});

const allTurns = [0, 1, 2, 3] as const;
const sheet = (width: number, height: number, level: (x: number, y: number) => number): GrayPicture => ({
  width,
  height,
  pixels: Uint8Array.from({ length: width * height }, (_, at) => level(at % width, Math.floor(at / width))),
});

describe('the turn of a page', () => {
  test.each(allTurns)('by %i quarters is found and undone', (turns) => {
    expect(findTurn(turnPicture(small, turns))).toEqual({ turns: (4 - turns) % 4, sure: true });
  });

  test('of a blank page is not sure', () => {
    expect(findTurn(sheet(700, 1000, () => 245)).sure).toBe(false);
  });

  test.each(allTurns)('moves a point as it moves the picture: %i', (turns) => {
    const dot = sheet(5, 3, (x, y) => (x === 1 && y === 2 ? 0 : 255));
    const turned = turnPicture(dot, turns);
    const at = turned.pixels.indexOf(0);
    const middle = project(turning(turns, dot), { x: 1.5, y: 2.5 });
    expect(middle).toEqual({ x: (at % turned.width) + 0.5, y: Math.floor(at / turned.width) + 0.5 });
  });
});

describe('the slope of a page', () => {
  test.each([-4, -1.5, 0, 2, 5])('of %d degrees is found', (degrees) => {
    const back = levelling(-degrees, small, small);
    const slanted = warpPicture(small, back, { width: small.width, height: small.height, paper: 255 });
    expect(findSkew(slanted, { widest: 6, step: 0.25 }).degrees).toBeCloseTo(degrees, 0);
  });
});

describe('perspective', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
    { x: 0, y: 100 },
  ] as const;
  const leaning = [
    { x: 10, y: 20 },
    { x: 90, y: 5 },
    { x: 120, y: 140 },
    { x: 3, y: 90 },
  ] as const;

  test('takes corners to corners', () => {
    const map = mapCorners(square, leaning);
    for (const [index, corner] of square.entries()) {
      const { x, y } = project(map, corner);
      expect([x, y]).toEqual([expect.closeTo(leaning[index]?.x ?? 0, 6), expect.closeTo(leaning[index]?.y ?? 0, 6)]);
    }
  });

  test('there and back is where it began', () => {
    const { x, y } = project(followedBy(mapCorners(square, leaning), mapCorners(leaning, square)), { x: 30, y: 70 });
    expect([x, y]).toEqual([expect.closeTo(30, 6), expect.closeTo(70, 6)]);
  });

  test('of corners in one line is refused', () => {
    expect(() => mapCorners([square[0], square[0], square[0], square[0]], leaning)).toThrow(RangeError);
  });
});

describe('the sheet in a photo', () => {
  test('is found on a darker desk', () => {
    const photo = sheet(400, 500, (x, y) => (x > 60 && x < 330 && y > 40 && y < 450 ? 230 : 90));
    const [corners] = findPapers(photo);
    expect(corners?.map(({ x, y }) => [Math.round(x / 10), Math.round(y / 10)])).toEqual([
      [6, 4],
      [33, 4],
      [33, 45],
      [6, 45],
    ]);
  });

  test('is not looked for in a scan that is all paper', () => {
    expect(findPapers(sheet(400, 500, (x, y) => (x % 40 < 4 && y % 30 < 10 ? 20 : 250)))).toEqual([]);
  });
});

describe('uneven light', () => {
  const ink = (x: number, y: number): boolean => x % 12 < 3 && y % 20 < 12;

  test('becomes even, and ink stays dark', () => {
    const shaded = sheet(300, 300, (x, y) => (ink(x, y) ? 20 : 250) * (x < 150 ? 1 : 0.5) * (1 - y / 1000));
    const flat = flattenLight(shaded);
    const levels = { paper: [] as number[], ink: [] as number[] };
    for (const [at, level] of flat.pixels.entries()) {
      const [x, y] = [at % 300, Math.floor(at / 300)];
      if (Math.abs(x - 150) > 6) (ink(x, y) ? levels.ink : levels.paper).push(level);
    }
    expect(Math.min(...levels.paper)).toBeGreaterThan(200);
    expect(Math.max(...levels.ink)).toBeLessThan(60);
  });

  test('leaves a black bar black', () => {
    const barred = sheet(400, 400, (x, y) => (x > 100 && x < 300 && y > 180 && y < 215 ? 10 : 250));
    expect(flattenLight(barred).pixels[200 * 400 + 200]).toBeLessThan(40);
  });
});

test('grain is told from clean paper', () => {
  expect(measureGrain(small)).toBe(0);
  expect(measureGrain(sheet(300, 300, (x, y) => 211 + ((x * x * 31 + y * y * 17 + x * y * 7) % 29)))).toBeGreaterThan(
    5,
  );
});

test('a prepared page knows where each of its pixels was', async () => {
  const lying = turnPicture(page, 1);
  const [prepared] = await preparePages(lying);
  if (prepared === undefined) throw new Error('no page');
  const { picture, toSource, turn } = prepared;
  expect(turn).toEqual({ turns: 3, sure: true });
  const middle = project(toSource, { x: picture.width / 2, y: picture.height / 2 });
  expect([middle.x / lying.width, middle.y / lying.height]).toEqual([expect.closeTo(0.5, 2), expect.closeTo(0.5, 2)]);
  const corner = project(toSource, { x: 0, y: 0 });
  expect([corner.x / lying.width, corner.y / lying.height]).toEqual([expect.closeTo(1, 2), expect.closeTo(0, 2)]);
});
