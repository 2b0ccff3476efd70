import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askForKeys } from '../../src/app/open-accounts.ts';
import { startServer } from '../support/start-server.ts';
import { fillService, type Site, sendLetter } from './fill-service.ts';
import { fixture } from './shown-letters.ts';

/** A second service, where people need a key and letters are forgotten once they were shown. */
export type GuardedSite = { readonly base: string; readonly key: string; readonly letter: string };

export type OpenSite = Site & { readonly guarded: GuardedSite };

type Opened = { readonly site: OpenSite; readonly stop: () => Promise<void> };

/** Starts both services and puts everything into them that the screens show. `batchSize` letters are in the batch. */
export async function openSite(batchSize: number): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 'screens-'));
  const dataFolder = path.join(folder, 'guarded');
  const [plain, guarded] = await Promise.all([
    startServer(path.join(folder, 'plain')),
    startServer(dataFolder, { AUTH: 'keys', RETENTION_DAYS: '0' }),
  ]);
  const stop = async (): Promise<void> => {
    await Promise.all([plain.stop(), guarded.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  const makeKey = async (...scopes: ('letters:read' | 'letters:write' | 'export' | 'admin')[]): Promise<string> => {
    const asked = { do: 'create', owner: 'firm', scopes, expires: '2099-12-31' } as const;
    return (await askForKeys({ dataFolder, programs: path.resolve('dist/bin') }, asked)).out.trim();
  };
  const key = await makeKey('letters:read', 'letters:write', 'export', 'admin');
  await makeKey('letters:read');
  const letter = await sendLetter(guarded.address, 'letter.pdf', fixture('letters/c-study-en.pdf'), {
    Authorization: `Bearer ${key}`,
  });
  const site = await fillService(plain.address, batchSize);
  return { site: { ...site, guarded: { base: guarded.address, key, letter } }, stop };
}
