import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../model/failure.ts';
import type { Files } from '../../seam/files.ts';
import type { S3Settings } from './create-s3-files.ts';
import { createSealedFiles, isSealed } from './create-sealed-files.ts';
import type { KeptFiles } from './kept-files.ts';
import { createLetterKeys, type LetterKeys, type MasterKeys } from './letter-keys.ts';
import { keyOfFolder } from './master-key.ts';
import { openPlaces } from './open-places.ts';
import { nameOfKey } from './seal.ts';

export type FileSettings = {
  readonly dataFolder: string;
  /** 32 bytes each. Without `dataKey` the folder's own key file is used, and made at first start. */
  readonly dataKey?: Uint8Array;
  readonly dataKeyBefore?: Uint8Array;
  /** A bucket instead of the data folder. Nothing is contacted without it. */
  readonly s3?: S3Settings;
};

/** What lies among the keys of letters without being one: no letter's id is as short. */
const kinds = { master: 'master', names: 'names' } as const;

export type OpenedFiles = {
  readonly files: Files;
  /** Seals names of letters and batches where they are kept. The same for as long as the letters are there. */
  readonly namesKey: Uint8Array;
};

const outOfKey = new Failure(
  'internal',
  'The letters kept here were sealed with another key. Start with the DATA_KEY (or put back the data.key) that ' +
    'sealed them; to change keys give the new one as DATA_KEY and that one as DATA_KEY_BEFORE.',
);

/** Files of the service, encrypted where they lie. Throws when they were sealed with a key that isn't given. */
export async function openFiles(settings: FileSettings): Promise<OpenedFiles> {
  const { letters: kept, keys: keptKeys } = await openPlaces(settings.dataFolder, settings.s3);
  const before = await keptKeys.get(kinds.master);
  const masters = await mastersOf(settings, before !== undefined);
  const letterKeys = createLetterKeys(without(keptKeys, Object.values(kinds)), masters);
  const files = createSealedFiles(kept, letterKeys);
  const now = nameOfKey(masters[0]);
  const known = before === undefined ? undefined : Buffer.from(before).toString('utf8');
  if (known !== undefined && !masters.some((master) => nameOfKey(master) === known)) throw outOfKey;
  if (known === undefined) await sealOlder(kept, files);
  else if (known !== now) await renewAll(letterKeys);
  if (known !== now) await keptKeys.put(kinds.master, Buffer.from(now));
  return { files, namesKey: await letterKeys.findOrMake(kinds.names) };
}

async function mastersOf({ dataFolder, dataKey, dataKeyBefore }: FileSettings, used: boolean): Promise<MasterKeys> {
  const path = join(dataFolder, 'data.key');
  const before = dataKeyBefore === undefined ? [] : [dataKeyBefore];
  if (dataKey === undefined) {
    // A new key would open none of what is there: better not to start at all.
    if (used && !existsSync(path)) throw outOfKey;
    return [await keyOfFolder(path), ...before];
  }
  // Whoever moves from the key file to a setting needs no other one: the file is the key before.
  return [dataKey, ...before, ...(existsSync(path) ? [await keyOfFolder(path)] : [])];
}

const without = (files: KeptFiles, hidden: readonly string[]): KeptFiles => ({
  ...files,
  list: async () => (await files.list()).filter(({ key }) => !hidden.includes(key)),
});

/** Seals what a version kept that did not seal. May be cut off and begun again. */
async function sealOlder(kept: Files, files: Files): Promise<void> {
  for (const { key } of await kept.list()) {
    const bytes = await kept.get(key);
    if (bytes !== undefined && !isSealed(bytes)) await files.put(key, bytes);
  }
}

async function renewAll(keys: LetterKeys): Promise<void> {
  await keys.renew(kinds.names);
  for (const { key } of await keys.list()) await keys.renew(key);
}
