import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Report } from '../../src/report/report-schema.ts';
import { fillService, type Site } from '../screens/fill-service.ts';
import { launchChromium } from '../support/chromium.ts';
import { startServer } from '../support/start-server.ts';

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
const desktop = { viewport: { width: 1440, height: 900 } } as const;
const runs = 5;

/** A slow phone: a quarter of this processor, 1.6 Mbit/s, 150 ms there and back. */
async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  });
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const line = (what: string, value: number, unit: string, goal: string, met: boolean): string =>
  `${what.padEnd(44)} ${value.toFixed(unit === 'kB' || unit === 'px' ? 1 : 0).padStart(6)} ${unit.padEnd(8)} goal ${goal}${met ? '' : '  MISSED'}`;

/** When the largest thing of the result is painted on the slow phone, and how long its thread is held at most. */
async function paintOfResult(browser: Browser, site: Site): Promise<{ paint: number; blocked: number }> {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await slowDown(context, page);
  await page.addInitScript(() => {
    const seen: { paint: number; blocked: number } = { paint: 0, blocked: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) seen.paint = startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.blocked = Math.max(seen.blocked, duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${site.base}/letters/${site.letter('fresh')}?lang=en`);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  const seen: { paint: number; blocked: number } = await page.evaluate('seen');
  await context.close();
  return seen;
}

/** Kilobytes of script, packed, that a page asks for. */
async function scriptOf(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('.js')) bodies.push(answer.body());
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Runs in the page: when the frame is drawn that holds the result's heading, before or after scripts have run. */
function noteResult(): void {
  Object.assign(globalThis, {
    resultShown: new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('.result h1') === null) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(Date.now()));
      });
      observer.observe(document, { childList: true, subtree: true });
    }),
  });
}

/** Milliseconds from when the news that the letter is read comes until its result is drawn. */
async function newsToResult(browser: Browser, site: Site): Promise<number> {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await page.addInitScript(noteResult);
  const letter = site.letter('fresh');
  await page.goto(`${site.base}/?lang=en`);
  await page.waitForLoadState('networkidle');
  // What the page does on the news. Playing the event itself would intercept, and so slow, every request after it.
  const news = await page.evaluate((address) => {
    const now = Date.now();
    location.assign(address);
    return now;
  }, `${site.base}/letters/${letter}?lang=en`);
  await page.waitForURL(/\/letters\//, { waitUntil: 'commit' });
  const painted: number = await page.evaluate('globalThis.resultShown');
  await context.close();
  return painted - news;
}

/** A picture's greys, row by row, with its width and height. */
type Greys = { readonly data: Buffer; readonly width: number; readonly height: number };

/** A highlight as shares of its page's width and height, without the margin that is drawn around the words. */
type Stroke = { readonly left: number; readonly top: number; readonly bottom: number; readonly pageWidth: number };

const darkest = 140;
const marginPoints = { side: 1.5, above: 1 };

/** Runs in the page: where the highlights are on the screen now. */
function strokesShown({ side, above }: typeof marginPoints): readonly Stroke[] {
  const image = document.querySelector('.sheet img');
  const page = image?.getBoundingClientRect();
  if (image === null || page === undefined) return [];
  const point = page.width / Number(image.getAttribute('width'));
  return [...document.querySelectorAll('.sheet:first-child .mark rect')].map((one) => {
    const box = one.getBoundingClientRect();
    return {
      left: (box.left + side * point - page.left) / page.width,
      top: (box.top + above * point - page.top) / page.height,
      bottom: (box.bottom - above * point - page.top) / page.height,
      pageWidth: page.width,
    };
  });
}

const isInked = ({ data, width }: Greys, x: number, from: number, to: number): boolean => {
  for (let y = from; y < to; y += 1) if ((data[y * width + x] ?? 255) < darkest) return true;
  return false;
};

/** Pixels of the screen between the beginning of a highlight and that of the ink under it. */
function offsetOf(greys: Greys, { left, top, bottom, pageWidth }: Stroke): number {
  const at = left * greys.width;
  const reach = greys.width / 200;
  const rows = [Math.round(top * greys.height), Math.round(bottom * greys.height)] as const;
  let x = Math.max(0, Math.floor(at - reach));
  while (x < greys.width && !isInked(greys, x, ...rows)) x += 1;
  return (Math.abs(x - at) / greys.width) * pageWidth;
}

type Offsets = { readonly box: number; readonly ink: number };

/**
 * The farthest that a highlight begins from the place that the report gives, in pixels over all zooms; and at 100 per
 * cent from the ink itself, which begins up to a point inside the place of some letters (an I has room at its sides).
 */
async function highlightOffset(browser: Browser, site: Site): Promise<Offsets> {
  const letter = site.letter('fresh');
  const picture = await (await fetch(`${site.base}/v1/letters/${letter}/pages/1.png?dpi=216`)).arrayBuffer();
  const { data, info } = await sharp(Buffer.from(picture)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const greys = { data, width: info.width, height: info.height };
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await page.goto(`${site.base}/letters/${letter}?lang=en`);
  await page.waitForLoadState('networkidle');
  const report: Report = await (await fetch(`${site.base}/v1/letters/${letter}/report`)).json();
  const wanted = report.grounds.flatMap(({ sightings }) =>
    sightings.flatMap(({ evidence }) => evidence.places.filter((place) => place.page === 1).map(({ box }) => box.left)),
  );
  const points = report.document.pages[0]?.width ?? 0;
  const boxes: number[] = [];
  let ink: number | undefined;
  const more = page.locator('.tools button').nth(1);
  for (;;) {
    const strokes = await page.evaluate(strokesShown, marginPoints);
    if (strokes.length === 0 || strokes.length !== wanted.length) throw new Error('a highlight is missing');
    boxes.push(...strokes.map(({ left, pageWidth }, at) => Math.abs(left - (wanted[at] ?? 0) / points) * pageWidth));
    ink ??= Math.max(...strokes.map((stroke) => offsetOf(greys, stroke)));
    if (await more.isDisabled()) break;
    await more.click();
  }
  await context.close();
  return { box: Math.max(...boxes), ink };
}

/** Frames a second of a long scroll through ten thousand letters. */
async function framesOfTable(browser: Browser, site: Site): Promise<number> {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  const rows = Array.from({ length: 10_000 }, (_, at) => ({
    id: `row-${at}`,
    name: `letter-${String(at).padStart(5, '0')}.pdf`,
    state: 'done',
    kind: 'study-permit-refusal',
    issued: '2026-10-01',
    grounds: ['ca.family-ties-outside-canada', 'ca.assets-financial-situation'],
    deadline: '2026-12-01',
    check: false,
    duplicate: false,
    reviewed: false,
  }));
  await page.route('**/rows*', (route) => route.fulfill({ json: { rows } }));
  await page.goto(`${site.base}/batches/${site.batch}?lang=en`);
  await page.getByText('10,000 letters').waitFor();
  const frames: number = await page.locator('.table-box').evaluate(
    (box) =>
      new Promise((resolve) => {
        const begun = performance.now();
        let count = 0;
        const step = (now: number): void => {
          count += 1;
          box.scrollTop += 240;
          if (now - begun < 3000) requestAnimationFrame(step);
          else resolve((1000 * count) / (now - begun));
        };
        requestAnimationFrame(step);
      }),
  );
  await context.close();
  return frames;
}

async function repeat(work: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await work());
  return medianOf(values);
}

/** What the pages cost a person's device, each beside its goal. */
export async function* benchScreens(letters = 120): AsyncGenerator<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-page-'));
  const server = await startServer(folder);
  const browser = await launchChromium();
  try {
    const site = await fillService(server.address, Math.max(letters, 101));
    const result = `${site.base}/letters/${site.letter('fresh')}`;
    for (const language of ['en', 'fr'] as const) {
      const size = await scriptOf(browser, `${result}?lang=${language}`);
      yield line(`script of the result, packed (${language})`, size, 'kB', '30', size <= 30);
    }
    const work = await scriptOf(browser, `${site.base}/batches/${site.batch}?lang=en`);
    yield `${'script of the workspace, packed'.padEnd(44)} ${work.toFixed(1).padStart(6)} kB       loaded apart`;
    const offset = await highlightOffset(browser, site);
    yield line('highlight off its place, all zooms', offset.box, 'px', '2', offset.box <= 2);
    yield line('highlight off the ink, 100 per cent', offset.ink, 'px', '2', offset.ink <= 2);
    const paints: { paint: number; blocked: number }[] = [];
    for (let run = 0; run < runs; run += 1) paints.push(await paintOfResult(browser, site));
    const paint = medianOf(paints.map((one) => one.paint));
    const blocked = medianOf(paints.map((one) => one.blocked));
    yield line('largest paint of the result, slow phone', paint, 'ms', '1000', paint <= 1000);
    yield line('longest blocking of it, slow phone', blocked, 'ms', '100', blocked <= 100);
    const shown = await repeat(() => newsToResult(browser, site));
    yield line('from the news to the result', shown, 'ms', '100', shown <= 100);
    const frames = await repeat(() => framesOfTable(browser, site));
    yield line('scroll through 10,000 rows', frames, 'frames/s', '55', frames >= 55);
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
