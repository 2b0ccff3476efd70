import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { type OpenSite, openSite } from './open-site.ts';
import { screens } from './screens.ts';
import { accessFaults, sideways, watchPage } from './watch-page.ts';

/** The narrowest window that must do: a wide one at 400 per cent. */
const narrowest = { width: 320, height: 640 };

describe.skipIf(!hasChromium)('every screen of the running service (needs Chromium)', () => {
  let browser: Browser;
  let site: OpenSite;
  let stop: () => Promise<void>;
  let desktop: BrowserContext;
  let phone: BrowserContext;

  beforeAll(async () => {
    browser = await launchChromium();
    ({ site, stop } = await openSite(30));
    desktop = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await stop();
  });

  test.each(screens.map((screen) => [screen.name, screen] as const))(
    '%s has no fault of access in light or dark, asks nobody else, and fits a narrow window',
    async (_name, screen) => {
      const page = await desktop.newPage();
      const wrongs = watchPage(page, site.base, site.guarded.base);
      await screen.show(page, site, 'en');
      expect(await accessFaults(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      // The main ones are looked at whole in the dark below.
      if (screen.main !== true) {
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await accessFaults(page, ['color-contrast'])).toEqual([]);
      }
      await page.setViewportSize(narrowest);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await page.close();
      expect(wrongs).toEqual([]);
    },
  );

  test.each(screens.filter(({ main }) => main === true).map((screen) => [screen.name, screen] as const))(
    '%s has no fault on a phone, in French and dark',
    async (_name, screen) => {
      const page = await phone.newPage();
      const wrongs = watchPage(page, site.base, site.guarded.base);
      await screen.show(page, site, 'fr');
      expect(await accessFaults(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await page.close();
      expect(wrongs).toEqual([]);
    },
  );
});
