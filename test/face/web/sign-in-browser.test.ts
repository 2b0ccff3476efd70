import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeServer, serve } from '../../../src/face/http/serve.ts';
import { hasChromium, launchChromium } from '../../support/chromium.ts';
import { type KeyedService, makeKeyedService } from '../../support/make-keyed-service.ts';

/** An address of this machine that is not loopback: there a browser says less of where a form comes from. */
const outer = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

describe.skipIf(!hasChromium)('signing in with a browser (needs Chromium)', () => {
  let browser: Browser;
  let service: KeyedService;
  let server: Server;
  let key: string;
  let port: number;

  beforeAll(async () => {
    service = makeKeyedService({ clientFolder: path.resolve('dist/client') });
    server = await serve(service.app, 0, '0.0.0.0');
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
    key = (await service.keyFor('firm')).slice('Bearer '.length);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await service.runner.stop(0);
    await closeServer(server, 0);
  });

  test.each([
    ['this machine', '127.0.0.1', true],
    ['this machine without script', '127.0.0.1', false],
    ['another machine', outer ?? '127.0.0.1', true],
    ['another machine without script', outer ?? '127.0.0.1', false],
  ])('from %s: the form, a letter read, and out again', async (_from, host, javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en-CA' });
    const page = await context.newPage();
    const wrongs: string[] = [];
    page.on('pageerror', (error) => wrongs.push(error.message));
    await page.goto(`http://${host}:${port}/batches`);
    await page.getByLabel('Your key').fill('rk_wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This key is not good.').waitFor();
    await page.getByLabel('Your key').fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/batches?lang=en');
    await page.goto(`http://${host}:${port}/`);
    await page.getByLabel('Text of the letter').fill(`a letter from ${host} ${javaScriptEnabled}`);
    await page.getByRole('button', { name: 'Read this text' }).click();
    await page.waitForURL('**/letters/*');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in*');
    await page.goto(`http://${host}:${port}/batches`);
    expect(page.url()).toContain('/sign-in');
    expect(wrongs).toEqual([]);
    await context.close();
  });

  test('the form has no fault that a checker of accessibility knows', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/sign-in?lang=fr`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    await context.close();
  });
});
