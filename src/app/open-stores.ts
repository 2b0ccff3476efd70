import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import { openAudit } from '../adapter/audit-trail.ts';
import { type FileSettings, openFiles } from '../adapter/files/open-files.ts';
import { sealNames } from '../adapter/files/seal-names.ts';
import { askOwner, takeFolder } from '../adapter/folder-lock.ts';
import { openDiskStore } from '../adapter/store-disk.ts';
import { openKeyStore } from '../adapter/store-keys.ts';
import { systemClock } from '../adapter/system-clock.ts';
import { type AuditCheck, verifyAudit } from '../adapter/verify-audit.ts';
import { answerKeyRequest, type KeyAnswer, type KeyRequest } from '../job/key-requests.ts';
import type { Tools } from '../job/tools.ts';
import { Failure, type FailureCode, failureCodes } from '../model/failure.ts';

export type StoreSettings = {
  readonly dataFolder: string;
  /** Where letters' files are kept, beside the data folder, and what seals them. */
  readonly files: Omit<FileSettings, 'dataFolder'>;
};

/** Everything that outlives the process. */
export type Stores = Pick<Tools, 'letters' | 'batches' | 'queue' | 'files' | 'keys' | 'audit' | 'clock'> & {
  close(): Promise<void>;
};

type KeyReply = KeyAnswer | { readonly problem: { readonly code: FailureCode; readonly message: string } };

const replySchema = z.union([
  z.object({ problem: z.object({ code: z.enum(failureCodes), message: z.string() }) }),
  z.object({ out: z.string(), told: z.string() }),
]);

/** An answer that can go to another process. */
async function replyTo(tools: Parameters<typeof answerKeyRequest>[0], asked: unknown): Promise<KeyReply> {
  try {
    return await answerKeyRequest(tools, asked);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { problem: { code: error.code, message: error.message } };
  }
}

/** Keys and trail of a data folder, which is this process's alone until `close`. Throws busy when it is another's. */
async function openAccounts(folder: string) {
  const clock = systemClock;
  let answer = async (_asked: unknown): Promise<unknown> => undefined;
  const hold = await takeFolder(folder, (asked) => answer(asked));
  if ('heldBy' in hold) {
    const who = hold.heldBy === undefined ? 'another process' : `process ${hold.heldBy}`;
    throw new Failure('busy', `The data folder ${folder} is in use by ${who}. Stop it, or choose another DATA_DIR.`);
  }
  const keys = await openKeyStore(folder, clock);
  const audit = await openAudit(folder, clock);
  answer = (asked) => replyTo({ keys, audit, clock }, asked);
  const close = async (): Promise<void> => {
    await audit.close();
    await keys.close();
    await hold.release();
  };
  return { keys, audit, clock, close };
}

/** Has the owner of a data folder carry out a request about keys: the running service, or this process if there is none. */
export async function askForKeys(folder: string, request: KeyRequest): Promise<KeyAnswer> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = await askOwner(folder, request);
  if (owner !== undefined) return answerOf(owner.answer);
  const accounts = await openAccounts(folder);
  try {
    return await answerKeyRequest(accounts, request);
  } finally {
    await accounts.close();
  }
}

function answerOf(reply: unknown): KeyAnswer {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw new Failure('busy', 'The service that owns the data folder does not answer. Try again.');
  if ('problem' in parsed.data) throw new Failure(parsed.data.problem.code, parsed.data.problem.message);
  return parsed.data;
}

/** Opens all that the service keeps. Throws busy when another process has the data folder. */
export async function openStores({ dataFolder, files: place }: StoreSettings): Promise<Stores> {
  const accounts = await openAccounts(dataFolder);
  try {
    const { keys, audit, clock } = accounts;
    const { files, namesKey } = await openFiles({ dataFolder, ...place });
    const store = await openDiskStore(dataFolder, clock);
    return {
      ...sealNames(store, namesKey),
      files,
      keys,
      audit,
      clock,
      close: async () => {
        await store.close();
        await accounts.close();
      },
    };
  } catch (error) {
    await accounts.close();
    throw error;
  }
}

/** Checks the audit trail of a data folder; the service may be running. */
export const checkAudit = (folder: string): Promise<AuditCheck> => verifyAudit(folder);
