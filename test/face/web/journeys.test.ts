import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batchFile } from '../../screens/fill-service.ts';
import { accessFaults, sideways, watchPage } from '../../screens/watch-page.ts';
import { closeBrowsedService, hasChromium, openBrowsedService } from '../../support/chromium.ts';
import { type StartedServer, startServer } from '../../support/start-server.ts';

// The built service, its real reader and a real browser: what people do with it from end to end.

/** Milliseconds; enough for a machine that does much else. */
const patience = 120_000;
const sizes = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

describe.skipIf(!hasChromium)('with the real service (needs Chromium)', { timeout: 2 * patience }, () => {
  let folder: string;
  let server: StartedServer;
  let browser: Browser;

  beforeAll(async () => {
    ({ folder, server, browser } = await openBrowsedService());
  });
  afterAll(() => closeBrowsedService({ folder, server, browser }));

  async function open(options: BrowserContextOptions): Promise<{ page: Page; wrongs: readonly string[] }> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    return { page, wrongs: watchPage(page, server.address) };
  }
  /** Kills the service as a crash would and starts it again where it was. */
  async function crash(): Promise<void> {
    const { port } = new URL(server.address);
    await server.stop('SIGKILL');
    server = await startServer(folder, { PORT: port });
  }
  /** A fixture as a file to choose; `mark` makes it another letter than the same file before. */
  function fixture(name: string, mark = '') {
    const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
    const bytes = readFileSync(path.join('fixtures/letters', name));
    return { name, mimeType, buffer: Buffer.concat([bytes, Buffer.from(mark)]) };
  }
  /** What a browser keeps of the pages it showed. */
  const kept = (page: Page) =>
    page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      cookies: document.cookie,
    }));

  describe.each([
    ['desktop', 'en', 'c-study-en.pdf', 'Your application was refused for 4 reasons', 'c-study-en-photo.jpg'],
    ['desktop', 'fr', 'c-study-fr.pdf', 'Votre demande a été refusée pour', 'c-study-fr-photo.jpg'],
    ['phone', 'en', 'c-study-en-photo.jpg', 'Your application was refused for', 'c-study-en.pdf'],
    ['phone', 'fr', 'c-study-fr-photo.jpg', 'Votre demande a été refusée pour', 'c-study-fr.pdf'],
  ] as const)('an applicant on a %s in %s', (size, language, file, headline, other) => {
    /** Hands in a file at the first page and waits for its result. */
    async function handIn(page: Page, name: string): Promise<void> {
      await page.goto(`${server.address}/?lang=${language}`);
      await page.locator('input[name=letter]').setInputFiles(fixture(name, `\n% ${size}`));
      // A photo is shown first, since a letter may have more pages.
      if (name.endsWith('.jpg')) await page.locator('.photos .primary').click();
      await page.waitForURL(/\/letters\//);
      await page.getByRole('heading', { level: 1, name: headline }).waitFor();
    }

    test(`hands in ${other} as well, and sees its words marked`, async () => {
      const { page, wrongs } = await open(sizes[size]);
      await handIn(page, other);
      await page.locator('#reason-1 .see').first().click();
      await page.locator('.mark[data-on=true] rect').first().waitFor();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      expect(wrongs).toEqual([]);
      await page.context().close();
    });

    test(`hands in ${file}, reads, ticks, loads again and deletes`, async () => {
      const { page, wrongs } = await open(sizes[size]);
      await handIn(page, file);
      expect(await accessFaults(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);

      const answered = page.waitForResponse((answer) => answer.url().endsWith('/answers'));
      await page
        .locator('.question-list input[value=inside], .question-list input[value=yes]')
        .first()
        .check({ force: true });
      await answered;
      const ticked = page.waitForResponse((answer) => answer.url().endsWith('/gathered'));
      await page.locator('input[name=document]').first().check();
      await ticked;
      await page.reload();
      expect(await page.locator('input[name=document]').first().isChecked()).toBe(true);
      expect(
        await page.locator('.question-list input[value=inside], .question-list input[value=yes]').first().isChecked(),
      ).toBe(true);

      await page.locator('#reason-1 .see').first().click();
      await page.locator('.mark[data-on=true] rect').first().waitFor();
      const mark = await page.locator('.mark[data-on=true]').first().boundingBox();
      expect(mark?.y).toBeGreaterThan(0);
      expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBeLessThan(sizes[size].viewport.height);
      if (size === 'phone') await page.locator('.tabs button').first().click();

      expect(await kept(page)).toEqual({ local: 0, session: 0, databases: 0, caches: 0, cookies: '' });
      const address = page.url();
      await page.locator('.delete summary').click();
      await page.locator('.delete button').click();
      await page.waitForURL(/\/deleted/);
      expect((await page.goto(address))?.status()).toBe(404);
      expect(wrongs).toEqual([]);
      await page.context().close();
    });
  });

  test('with the keyboard alone a text is pasted, read, followed to its words, ticked and deleted', async () => {
    const { page, wrongs } = await open(sizes.desktop);
    const at = (selector: string) =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    /** Tabs until an element has the keyboard: what can't be reached so can't be used. */
    async function reach(selector: string): Promise<void> {
      for (let steps = 0; steps < 150; steps += 1) {
        await page.keyboard.press('Tab');
        if (await at(selector)) return;
      }
      throw new Error(`the keyboard never came to ${selector}`);
    }
    await page.goto(`${server.address}/?lang=en`);
    await page.keyboard.press('Tab');
    expect(await at('.skip')).toBe(true);
    await page.keyboard.press('Enter');
    await reach('input[name=letter]');
    await reach('#paste-text');
    await page.keyboard.insertText(new TextDecoder().decode(batchFile(1).bytes));
    await reach('.paste button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/letters\//);
    await page.getByRole('heading', { level: 1, name: 'refused for' }).waitFor();
    await page.waitForLoadState('networkidle');
    await reach('.pin');
    await page.keyboard.press('Enter');
    await expect.poll(() => at('#reason-1-head')).toBe(true);
    await reach('#reason-1 .see');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#mark-1-1').getAttribute('data-on')).toBe('true');
    await reach('input[name=document]');
    const ticked = page.waitForResponse((answer) => answer.url().endsWith('/gathered'));
    await page.keyboard.press('Space');
    await ticked;
    await reach('.delete summary');
    await page.keyboard.press('Enter');
    await reach('.delete button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/deleted/);
    expect(wrongs).toEqual([]);
    await page.context().close();
  });

  test('stopping while a letter is read deletes it', async () => {
    const { page, wrongs } = await open(sizes.desktop);
    await page.goto(`${server.address}/?lang=en`);
    const answer = page.waitForResponse((one) => one.url().endsWith('/v1/letters'));
    await page.locator('input[name=letter]').setInputFiles(fixture('study-extension-en-scan.pdf', '\n% stopped'));
    const taken = (await (await answer).headerValue('location')) ?? '';
    expect(taken).toMatch(/letters/);
    const gone = page.waitForResponse((one) => one.request().method() === 'DELETE');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await gone;
    await page.getByText('Choose the letter').waitFor();
    expect((await page.request.get(`${server.address}${taken}`)).status()).toBe(404);
    expect(wrongs).toEqual([]);
    await page.context().close();
  });

  test('a letter that is being read when the service dies is read when it is back', async () => {
    const { page } = await open(sizes.phone);
    await page.goto(`${server.address}/?lang=en`);
    await page.locator('input[name=letter]').setInputFiles(fixture('c-study-fr-scan.pdf', '\n% crash'));
    await page.getByText(/Reading page|Opening the file/).waitFor();
    await crash();
    await page.waitForURL(/\/letters\//);
    await page.getByRole('heading', { level: 1, name: 'Your application was refused' }).waitFor();
    await page.context().close();
  });

  test('the printed result is one sheet of A4 or Letter', async () => {
    const { page } = await open(sizes.desktop);
    await page.goto(`${server.address}/?lang=en`);
    await page.locator('input[name=letter]').setInputFiles(fixture('c-study-en.pdf', '\n% printed'));
    await page.waitForURL(/\/letters\//);
    await page.waitForLoadState('networkidle');
    for (const format of ['A4', 'Letter']) {
      const printed = (await page.pdf({ format })).toString('latin1');
      expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await page.context().close();
  });

  test('the report saved as one file opens from the disk, without network or script', async () => {
    const form = new FormData();
    form.append('letter', new Blob([new Uint8Array(fixture('c-study-en.pdf', '\n% saved').buffer)]), 'saved.pdf');
    const sent = await fetch(`${server.address}/v1/letters`, {
      method: 'POST',
      body: form,
      headers: { Prefer: 'wait=30' },
    });
    const { id }: { id: string } = await sent.json();
    const saved = path.join(folder, 'report.html');
    writeFileSync(saved, await (await fetch(`${server.address}/v1/letters/${id}/report.html?lang=en`)).text());
    const context = await browser.newContext({ offline: true, ...sizes.phone });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(saved).href);
    await page.getByText('You do not have significant family ties outside Canada').first().waitFor();
    expect(asked).toEqual([pathToFileURL(saved).href]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await accessFaults(page)).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    await context.close();
  });

  describe('a consultant with 200 letters', () => {
    let batch = '';

    test('sends them; the page is loaded again and the service dies while they are read', async () => {
      const { page, wrongs } = await open(sizes.desktop);
      const files = Array.from({ length: 200 }, (_, at) => {
        const { name, bytes } = batchFile(at);
        return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
      });
      await page.goto(`${server.address}/batches?lang=en`);
      await page.locator('input[name=name]').fill('Files of November');
      await page.locator('input[name=letters]').setInputFiles(files);
      await page.waitForURL(/\/batches\/[\w-]+/);
      batch = new URL(page.url()).pathname;
      await page
        .getByText(/\d+ of 200 read/)
        .first()
        .waitFor();
      await page.reload();
      expect(wrongs).toEqual([]);
      await crash();
      await page.getByText('200 of 200 read').waitFor();
      await page.getByText('8 could not be read').waitFor();
      await page.context().close();
    });

    test.each([
      ['desktop', 'en'],
      ['desktop', 'fr'],
      ['phone', 'en'],
      ['phone', 'fr'],
    ] as const)(
      'on a %s in %s filters, sorts, opens a letter, corrects, compares and exports',
      async (size, language) => {
        const { page, wrongs } = await open(sizes[size]);
        await page.goto(`${server.address}${batch}?lang=${language}`);
        const letters = language === 'en' ? 'letters' : 'lettres';
        await page.getByText(`200 ${letters}`).waitFor();
        // The server sends the first hundred rows; once the script runs only those in view are drawn.
        await expect.poll(() => page.locator('tr.letter').count()).toBeLessThan(80);
        await page.locator('.bars button').first().click();
        await expect
          .poll(async () => Number.parseInt((await page.locator('.filter-count output').textContent()) ?? '', 10))
          .toBeLessThan(200);
        await page.locator('.filter-count button').click();
        await page.locator('th.c-deadline button').click();
        await expect.poll(() => page.locator('th.c-deadline').getAttribute('aria-sort')).toBe('ascending');
        await page.locator('input[type=search]').fill('scan-of-notes-003');
        await page.locator('tr.letter a').first().click();
        const drawer = page.getByRole('dialog');
        await drawer.locator('.matrix').waitFor();
        await drawer.locator('input').first().fill('Ana Tremblay');
        await drawer.locator('button:enabled').nth(1).waitFor();
        expect(await sideways(page)).toBeLessThanOrEqual(0);
        await page.keyboard.press('Escape');
        await drawer.waitFor({ state: 'detached' });
        for (const form of ['csv', 'xlsx', 'jsonl', 'zip']) {
          const link = page.locator(`.menu-box a[href*="results.${form}"]`);
          const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', server.address).href);
          expect([form, answer.status(), (await answer.body()).length > 1000]).toEqual([form, 200, true]);
        }
        await page.goto(`${server.address}${batch}/deadlines?lang=${language}`);
        await page.locator('.dated tbody a').first().click();
        await page.locator('.compare-link a').click();
        await page.locator('#compare-with').selectOption({ index: 1 });
        await page.locator('.pickers .primary').click();
        await page.locator('.compared').first().waitFor();
        expect(wrongs).toEqual([]);
        await page.context().close();
      },
    );

    test('has them analysed again, and hears that nothing changed', async () => {
      const { page, wrongs } = await open(sizes.desktop);
      await page.goto(`${server.address}${batch}?lang=en`);
      await page.getByRole('button', { name: 'Analyse again' }).click();
      await page.getByText('200 letters looked at: nothing changed.').waitFor();
      expect(await accessFaults(page)).toEqual([]);
      expect(wrongs).toEqual([]);
      await page.context().close();
    });
  });
});
