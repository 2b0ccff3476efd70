import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { type StartedServer, startServer } from './start-server.ts';

const executablePath = '/usr/bin/chromium';

/**
 * Whether there is a browser. Tests that need one are left out without it, and say so by their name. With CI set it counts
 * as there: its absence then fails them instead.
 */
export const hasChromium = existsSync(executablePath) || process.env['CI'] !== undefined;

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath, args: ['--no-sandbox'] });

/** The built service on a folder of its own, and a browser beside it. */
export type BrowsedService = { readonly folder: string; readonly server: StartedServer; readonly browser: Browser };

export async function openBrowsedService(): Promise<BrowsedService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'browsed-'));
  const server = await startServer(folder);
  return { folder, server, browser: await launchChromium() };
}

export async function closeBrowsedService({ folder, server, browser }: BrowsedService): Promise<void> {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
