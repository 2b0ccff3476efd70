import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchFile } from '../../screens/fill-service.ts';
import { closeBrowsedService, hasChromium, openBrowsedService } from '../../support/chromium.ts';
import type { StartedServer } from '../../support/start-server.ts';

// A consultant who uses no mouse: the built service and a real browser.

/** Milliseconds; enough for a machine that does much else. */
const patience = 25_000;

/** What the keyboard is on, and whether a person sees that it is there. */
async function focusOf(page: Page): Promise<{ readonly what: string; readonly seen: boolean }> {
  return await page.evaluate(() => {
    const on = document.activeElement;
    if (on === null || on === document.body) return { what: 'nothing', seen: false };
    const name = `${on.tagName.toLowerCase()}.${on.className}#${on.id} ${on.textContent?.trim().slice(0, 30) ?? ''}`;
    // A file input is drawn by its label, a radio by the words beside it.
    const drawn = on.matches('.file')
      ? on.closest('label')
      : on.matches('.segments input')
        ? on.nextElementSibling
        : on;
    if (drawn === null) return { what: name, seen: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
    const box = drawn.getBoundingClientRect();
    const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    // Whatever lies over all of it hides it.
    const points = [
      [box.left + 4, box.top + 4],
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
      [box.right - 4, box.bottom - 4],
    ] as const;
    const shown = points.some(([left, top]) => {
      const over = document.elementFromPoint(left, top);
      return over !== null && (drawn.contains(over) || over.contains(drawn));
    });
    const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    return { what: name, seen: inView && shown && ringed };
  });
}

describe.skipIf(!hasChromium)(
  'a consultant with the keyboard alone (needs Chromium)',
  { timeout: 2 * patience },
  () => {
    let folder: string;
    let server: StartedServer;
    let browser: Browser;

    beforeAll(async () => {
      ({ folder, server, browser } = await openBrowsedService());
    });
    afterAll(() => closeBrowsedService({ folder, server, browser }));

    test.each([
      [1440, 900, 'en', 0],
      [390, 844, 'fr', 100],
    ] as const)(
      'sends letters, opens, judges, adds, exports and deletes, and always sees where they are, %i pixels wide',
      async (width, height, language, firstFile) => {
        const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
        context.setDefaultTimeout(patience);
        const page = await context.newPage();
        const unseen: string[] = [];
        const at = (selector: string) =>
          page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
        const look = async (when: string): Promise<void> => {
          let focus = await focusOf(page);
          // What has just been drawn may take a moment to have the keyboard.
          for (let again = 0; !focus.seen && again < 10; again += 1) {
            await page.waitForTimeout(50);
            focus = await focusOf(page);
          }
          if (!focus.seen) unseen.push(`${when}: ${focus.what}`);
        };
        /** Presses Tab until an element has the keyboard, and looks at every stop on the way. */
        async function reach(selector: string, key = 'Tab'): Promise<void> {
          for (let steps = 0; steps < 200; steps += 1) {
            await page.keyboard.press(key);
            await look(`on the way to ${selector}`);
            if (await at(selector)) return;
          }
          throw new Error(`the keyboard never came to ${selector}`);
        }

        // Listened for from the start: the browser is told of it only some time after one begins to.
        const chooser = page.waitForEvent('filechooser');
        await page.goto(`${server.address}/batches?lang=${language}`);
        await page.waitForLoadState('networkidle');
        await reach('input[name=name]');
        await page.keyboard.type('Keyboard');
        await reach('input[name=letters]');
        const files = Array.from({ length: 12 }, (_, number) => batchFile(firstFile + number));
        await page.keyboard.press('Enter');
        await (await chooser).setFiles(
          files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })),
        );
        await page.waitForURL(/\/batches\/[\w-]+/);
        await expect
          .poll(() => page.locator('.batch-line output').first().textContent(), { timeout: patience })
          .toMatch(/^12 (of|lues sur) 12/);
        await page.waitForLoadState('networkidle');

        await reach('th.c-deadline button');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('th.c-deadline').getAttribute('aria-sort')).toBe('ascending');
        await look('after sorting');
        await reach('tr.letter a[href]');
        await page.keyboard.press('ArrowDown');
        await look('after moving in the table');
        await reach('tr.letter a[href]');
        const opened = await page.evaluate(() => document.activeElement?.getAttribute('href'));
        await page.keyboard.press('Enter');
        await page.locator('.drawer .reviewer input').waitFor();
        await look('when the drawer has opened');
        await reach('.drawer .reviewer input');
        await page.keyboard.type('Ana Tremblay');

        await reach('.drawer-reasons li:nth-child(1) .judge button');
        await page.keyboard.press('Enter');
        await page.locator('.drawer-reasons li[data-verdict=confirmed]').waitFor();
        await look('when a reason is confirmed');
        expect(await at('.drawer-reasons li[data-verdict=confirmed] *')).toBe(true);
        await page.keyboard.press('Enter');
        await page.locator('.drawer-reasons li[data-verdict=confirmed]').waitFor({ state: 'detached' });
        await look('when that is taken back');
        await reach('.drawer-reasons li:nth-child(1) .judge button:nth-of-type(2)');
        await page.keyboard.press('Enter');
        await page.locator('.drawer-reasons li[data-verdict=dismissed]').waitFor();
        await look('when a reason is set aside');

        await reach('.add-reason summary');
        await page.keyboard.press('Enter');
        await page.locator('.add-reason option').nth(5).waitFor({ state: 'attached' });
        await reach('.add-reason select');
        await page.keyboard.press('ArrowDown');
        await reach('.add-reason textarea');
        await page.keyboard.type('Thank you for your application');
        await reach('.add-reason button');
        await page.keyboard.press('Enter');
        await page.locator('.drawer-added li').waitFor();
        await look('when a reason is added');
        await reach('.drawer-added button', 'Shift+Tab');
        await page.keyboard.press('Enter');
        await page.locator('.drawer-added li').waitFor({ state: 'detached' });
        await look('when the added one is taken back');

        await reach('.hold button');
        await page.keyboard.press('Enter');
        await page.locator('.hold[data-held=true]').waitFor();
        await look('when the letter is held');
        await page.keyboard.press('Enter');
        await page.locator('.hold[data-held=false]').waitFor();
        await look('when it is not held any more');

        await reach('.drawer-steps button:nth-child(2)', 'Shift+Tab');
        for (let steps = 0; steps < 13 && (await at('.drawer-steps button:enabled:nth-child(2)')); steps += 1) {
          await page.keyboard.press('Enter');
          await page.locator('.drawer .reviewer input').waitFor();
          await look('after a step in the drawer');
        }
        await look('at the last letter of the drawer');
        await page.keyboard.press('Escape');
        await page.locator('.drawer').waitFor({ state: 'detached' });
        await look('when the drawer has closed');
        expect(opened).not.toBeNull();
        expect(await at('tr.letter a')).toBe(true);

        await reach('.batch-head > .menu summary', 'Shift+Tab');
        await page.keyboard.press('Enter');
        await reach('.menu-box a');
        const saved = page.waitForEvent('download');
        await page.keyboard.press('Enter');
        await (await saved).cancel();
        await look('after an export');
        await page.keyboard.press('Escape');
        await look('when the menu has closed');

        await reach('.batch-line .menu summary');
        await page.keyboard.press('Enter');
        await reach('.batch-line .menu-box button');
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/batches\?/);
        expect(unseen).toEqual([]);
        await context.close();
      },
    );

    test('who sends letters can stop it at once, and then choose again', async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(patience);
      await page.route('**/v1/batches', () => {});
      await page.goto(`${server.address}/batches?lang=en`);
      await page.waitForLoadState('networkidle');
      const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a letter') };
      await page.locator('input[name=letters]').setInputFiles([file]);
      await expect.poll(async () => (await focusOf(page)).what).toContain('Cancel');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.matches('input[name=letters]'))).toBe(true);
      await page.close();
    });
  },
);
