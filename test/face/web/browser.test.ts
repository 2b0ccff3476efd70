import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, closeServer, serve } from '../../../src/face/http/serve.ts';
import { accessFaults, sideways } from '../../screens/watch-page.ts';
import { hasChromium, launchChromium } from '../../support/chromium.ts';
import { makeService, type Service } from '../../support/make-service.ts';

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

describe.skipIf(!hasChromium)('in a browser (needs Chromium)', () => {
  let browser: Browser;
  let service: Service;
  let server: Server;
  let base: string;

  beforeAll(async () => {
    service = makeService({ clientFolder: path.resolve('dist/client') });
    server = await serve(service.app, 0, '127.0.0.1');
    base = addressOf(server);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await service.runner.stop(0);
    await closeServer(server, 0);
  });

  /** A page that notes everything that must not happen. */
  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; wrongs: string[] }> {
    // A drawer half faded in has half its contrast; the tests look at settled pages.
    const context = await browser.newContext({ viewport: sizes.desktop, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    const wrongs: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') wrongs.push(message.text());
    });
    page.on('pageerror', (error) => wrongs.push(error.message));
    page.on('request', (asked) => {
      const { protocol, host } = new URL(asked.url());
      if (protocol !== 'blob:' && host !== new URL(base).host) wrongs.push(`asked ${host}`);
    });
    return { page, wrongs };
  }
  async function expectAccessible(page: Page): Promise<void> {
    expect(await accessFaults(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
  const letter = (text: string) => ({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) });

  describe.each(Object.entries(sizes))('on a %s', (device, viewport) => {
    const options = { viewport, isMobile: device === 'phone', hasTouch: device === 'phone' };

    test.each([
      ['en', 'Your application was refused for 4 reasons', '47 days left', '2 days left'],
      ['fr', 'Votre demande a été refusée pour 4 motifs', '47 jours restants', '2 jours restants'],
    ])('a letter is handed in, read, answered, ticked and deleted (%s)', async (language, headline, before, after) => {
      const { page, wrongs } = await open(options);
      await page.goto(`${base}/?lang=${language}`);
      await expectAccessible(page);
      await page.locator('input[name=letter]').setInputFiles(letter(`journey ${device} ${language}`));
      await page.waitForURL(/\/letters\//);
      await page.getByRole('heading', { level: 1, name: headline }).waitFor();
      await page.getByText(before).first().waitFor();
      await expectAccessible(page);

      await page.locator('input[name=decided][value=inside]').check({ force: true });
      await page.getByText(after).first().waitFor();
      const kept = page.waitForResponse((answer) => answer.url().endsWith('/gathered'));
      await page.locator('input[name=document]').first().check();
      await kept;
      await page.reload();
      expect(await page.locator('input[name=document]').first().isChecked()).toBe(true);
      await page.getByText(after).first().waitFor();

      await page.locator('.delete summary').click();
      await page.locator('.delete button').click();
      await page.waitForURL(/\/deleted/);
      await expectAccessible(page);
      expect(wrongs).toEqual([]);
      await page.context().close();
    });

    test('a reason leads to its words on the letter and back, by keyboard too', async () => {
      const { page, wrongs } = await open(options);
      await page.goto(`${base}/?lang=en`);
      await page.locator('input[name=letter]').setInputFiles(letter('both ways'));
      await page.waitForURL(/\/letters\//);
      await page.waitForLoadState('networkidle');
      await page.locator('#reason-2-head').focus();
      await page.keyboard.press('Enter');
      await page.locator('#reason-2 .see').focus();
      await page.keyboard.press('Enter');
      const mark = page.locator('#mark-2-1');
      await expect.poll(() => mark.getAttribute('data-on')).toBe('true');
      await expect.poll(async () => (await mark.boundingBox())?.y ?? -1).toBeGreaterThan(0);
      await page.locator('.pin').nth(2).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reason-3-head');
      expect(wrongs).toEqual([]);
      await page.context().close();
    });
  });

  test('photos of several pages are put in order and sent as one letter', async () => {
    const { page, wrongs } = await open({ viewport: sizes.phone, isMobile: true, hasTouch: true });
    const jpeg = await import('sharp').then(({ default: sharp }) =>
      sharp({ create: { width: 60, height: 80, channels: 3, background: '#fff' } })
        .jpeg()
        .toBuffer(),
    );
    const photo = (name: string) => ({
      name,
      mimeType: 'image/jpeg',
      buffer: Buffer.concat([jpeg, Buffer.from(name)]),
    });
    await page.goto(`${base}/?lang=en`);
    await page.locator('input[name=letter]').setInputFiles([photo('b.jpg'), photo('a.jpg')]);
    await page.getByText('Pages of your letter').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Move Page 1 down' }).click();
    await page.getByRole('button', { name: 'Read my letter' }).click();
    await page.waitForURL(/\/letters\//);
    const [found] = (await service.tools.letters.list('local', { limit: 100 })).letters.toReversed();
    expect(found?.name).toBe('a (2).pdf');
    expect(wrongs).toEqual([]);
    await page.context().close();
  });

  test('a file that can’t be read says what to do, and nothing of it stays', async () => {
    const { page } = await open();
    await page.goto(`${base}/?lang=en`);
    await page.locator('input[name=letter]').setInputFiles(letter('damaged on the way'));
    await page.getByRole('alert').getByText('empty or broken').waitFor();
    await expectAccessible(page);
    await expect
      .poll(
        async () =>
          (await service.tools.letters.list('local', { limit: 500 })).letters.filter(({ state }) => state === 'failed')
            .length,
      )
      .toBe(0);
    await page.context().close();
  });

  test('a locked file is opened by its password, asked for on its own page', async () => {
    const { page } = await open({ viewport: sizes.phone });
    await page.goto(`${base}/?lang=en`);
    await page.locator('input[name=letter]').setInputFiles(letter('locked, in the browser'));
    await page.waitForURL(/\/letters\//);
    await expectAccessible(page);
    await page.getByLabel('Password of the file').fill('wrong');
    await page.getByRole('button', { name: 'Open and read' }).click();
    await page.getByRole('alert').getByText('does not open the file').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Password of the file').fill('open sesame');
    await page.getByRole('button', { name: 'Open and read' }).click();
    await page.getByRole('heading', { level: 1, name: 'refused for 4 reasons' }).waitFor();
    expect(page.url()).not.toContain('sesame');
    await page.context().close();
  });

  test('a sentence is tried, in both languages', async () => {
    for (const language of ['en', 'fr']) {
      const { page, wrongs } = await open({ viewport: sizes.phone });
      await page.goto(`${base}/patterns?lang=${language}`);
      await page.locator('.try summary').click();
      await page.locator('#try-text').fill('This is a sentence.');
      await page.locator('.try button').click();
      await page.getByText(language === 'en' ? 'No wording that we know' : 'Aucune formulation connue').waitFor();
      await expectAccessible(page);
      expect(page.url()).not.toContain('sentence');
      expect(wrongs).toEqual([]);
      await page.context().close();
    }
  });

  test('without script the letter is handed in, read and answered all the same', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${base}/?lang=en`);
    await page.locator('input[name=letter]').setInputFiles(letter('no script'));
    await page.getByRole('button', { name: 'Read my letter' }).click();
    await page.getByRole('heading', { level: 1, name: 'refused for 4 reasons' }).waitFor();
    await page.locator('input[name=decided][value=inside]').check({ force: true });
    await page.getByRole('button', { name: 'Work it out again' }).click();
    await page.getByText('2 days left').first().waitFor();
    await page.context().close();
  });

  test('a batch of two hundred is sent, read, sorted, filtered and scrolled', async () => {
    const { page, wrongs } = await open();
    const files = Array.from({ length: 200 }, (_, at) => ({
      ...letter(at % 20 === 7 ? `locked ${at}` : `batch letter ${at}`),
      name: `letter-${String(at).padStart(3, '0')}.pdf`,
    }));
    await page.goto(`${base}/batches?lang=en`);
    await expectAccessible(page);
    await page.locator('input[name=letters]').setInputFiles(files);
    await page.waitForURL(/\/batches\/[\w-]+/);
    await page.getByText('200 of 200 read').waitFor();
    await page.getByText('200 letters').waitFor();
    await expectAccessible(page);
    expect(await page.locator('tr.letter').count()).toBeLessThan(80);
    await page.locator('.table-box').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await page.getByRole('link', { name: 'letter-199.pdf' }).waitFor();
    await page.getByRole('link', { name: 'letter-199.pdf' }).click();
    const drawer = page.getByRole('dialog', { name: 'letter-199.pdf' });
    await drawer.getByText('Your application was refused for 4 reasons').waitFor();
    await expectAccessible(page);
    expect(await drawer.getByRole('button', { name: 'Confirm Family ties' }).isDisabled()).toBe(true);
    await drawer.getByLabel('Your name').fill('Ana Tremblay');
    await drawer.getByRole('button', { name: 'Confirm Family ties' }).click();
    await drawer.getByText('Ana Tremblay, November 25, 2026').waitFor();
    await drawer.getByRole('button', { name: 'Keep it: put on hold' }).click();
    await drawer.getByText('nobody can delete it').waitFor();
    await page.locator('tr.letter .held').waitFor();
    await drawer.getByRole('button', { name: 'Previous letter' }).click();
    await page.getByRole('dialog', { name: 'letter-198.pdf' }).getByText('Deadlines').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tag').getByText('Checked').waitFor();
    await page.getByRole('radio', { name: 'Checked' }).check({ force: true });
    await page.getByText('1 letter', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.locator('.batch-line').getByRole('button', { name: '10 could not be read' }).click();
    await page.getByText('10 letters').waitFor();
    await page.getByRole('button', { name: 'File' }).click();
    await page.getByRole('button', { name: 'File' }).click();
    await page.locator('.table-box').evaluate((box) => box.scrollTo(0, 0));
    await expect.poll(() => page.locator('tr.letter a').first().textContent()).toBe('letter-187.pdf');
    expect(wrongs).toEqual([]);
    await page.context().close();
  });
});
