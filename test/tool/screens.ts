// Photographs of every screen: npm run screens [-- FOLDER] [--only NAME,NAME]
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type OpenSite, openSite } from '../screens/open-site.ts';
import { type Screen, type ScreenLanguage, screens } from '../screens/screens.ts';
import { launchChromium } from '../support/chromium.ts';

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
} as const;
const batchSize = 120;

type Look = {
  readonly size: keyof typeof sizes;
  readonly colorScheme: 'light' | 'dark';
  readonly language: ScreenLanguage;
};

const looks: readonly Look[] = (['desktop', 'phone'] as const).flatMap((size) => [
  { size, colorScheme: 'light', language: 'en' },
  { size, colorScheme: 'dark', language: 'en' },
  { size, colorScheme: 'light', language: 'fr' },
]);
/** A wide window at 400 per cent, in the language of the longer words. */
const narrowLook: Look = { size: 'narrow', colorScheme: 'light', language: 'fr' };

/** The sheet as it is printed: A4 within its margins. */
async function photographPaper(page: Page, folder: string, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.setViewportSize({ width: 696, height: 1050 });
  await page.screenshot({ path: path.join(folder, `${name}-print.png`), fullPage: true });
}

/** All screens in one look, by one visitor. */
async function photograph(
  browser: Browser,
  site: OpenSite,
  folder: string,
  look: Look,
  chosen: readonly Screen[],
): Promise<void> {
  const { size, colorScheme, language } = look;
  const phone = size !== 'desktop';
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme,
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
  });
  for (const screen of chosen) {
    const page = await context.newPage();
    await screen.show(page, site, language);
    await page.evaluate(async () => {
      const shown = [...document.images].filter((image) => image.checkVisibility());
      for (const image of shown) image.loading = 'eager';
      await Promise.all(shown.map((image) => image.decode()));
    });
    const name = [screen.name, size, colorScheme, ...(language === 'fr' ? ['fr'] : [])].join('-');
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: screen.inView !== true });
    if (size === 'desktop' && colorScheme === 'light' && screen.printed === true)
      await photographPaper(page, folder, name);
    await page.close();
  }
  await context.close();
}

const args = process.argv.slice(2);
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : [];
const given = args.find((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--only');
const folder = path.resolve(given ?? path.join(tmpdir(), 'refusal-screens'));
mkdirSync(folder, { recursive: true });
const { site, stop } = await openSite(batchSize);
const browser = await launchChromium();
try {
  const chosen = screens.filter(({ name }) => only.length === 0 || only.includes(name));
  for (const look of [...looks, narrowLook]) {
    const shown = look.language === 'fr' ? chosen.filter(({ main }) => main === true) : chosen;
    await photograph(browser, site, folder, look, shown);
  }
  process.stdout.write(`The screens are in ${folder}\n`);
} finally {
  await browser.close();
  await stop();
}
