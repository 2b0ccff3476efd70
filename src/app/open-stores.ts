import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type FileSettings, openFiles } from '../adapter/files/open-files.ts';
import { sealNames } from '../adapter/files/seal-names.ts';
import { systemClock } from '../adapter/system-clock.ts';
import { type AuditCheck, verifyAudit } from '../adapter/verify-audit.ts';
import type { Tools } from '../job/tools.ts';
import { type Accounts, openAccounts } from './open-accounts.ts';
import type { DatabaseSettings, OpenStore } from './open-store.ts';
import { partsFolder } from './own-folder.ts';

export type StoreSettings = DatabaseSettings & {
  /** Where letters' files are kept, beside the data folder, and what seals them. */
  readonly files: Omit<FileSettings, 'dataFolder'>;
};

/** Everything that outlives the process. The store may still be opening: `opened` says when it is. */
export type Stores = Pick<
  Tools,
  'letters' | 'batches' | 'queue' | 'files' | 'keys' | 'duties' | 'audit' | 'clock' | 'events'
> &
  Pick<Accounts, 'ownFolder'> &
  Pick<OpenStore, 'opened' | 'lost'> & {
    /** When no more work comes. */
    close(): Promise<void>;
  };

/** Opens all that the service keeps. Throws busy when another process has the data folder. */
export async function openStores(settings: StoreSettings): Promise<Stores> {
  const { store, audit, ownFolder, close } = await openAccounts(settings);
  try {
    const { files, namesKey } = await openFiles({ dataFolder: settings.dataFolder, ...settings.files });
    const { keys, duties, events, opened, lost } = store;
    const named = sealNames(store, namesKey);
    return { ...named, files, keys, duties, audit, clock: systemClock, events, ownFolder, opened, lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Checks the audit trail of a data folder; the service may be running. Processes that share a folder have a trail each:
 * all are checked.
 */
export async function checkAudit(folder: string): Promise<AuditCheck> {
  const own = await verifyAudit(folder);
  const parts = await readdir(path.join(folder, partsFolder)).catch(() => []);
  const checks = await Promise.all(
    parts.map(async (part) => ({ part, ...(await verifyAudit(path.join(folder, partsFolder, part))) })),
  );
  const rows = checks.reduce((sum, check) => sum + check.rows, own.rows);
  const broken = checks.find(({ problem }) => problem !== undefined);
  const problem =
    own.problem ?? (broken === undefined ? undefined : `${broken.problem}, in the trail of ${broken.part}`);
  return { rows, ...(problem === undefined ? {} : { problem }) };
}
