import { mkdirSync } from 'node:fs';
import { z } from 'zod';
import { openAudit } from '../adapter/audit-trail.ts';
import { askOwner } from '../adapter/folder-lock.ts';
import { systemClock } from '../adapter/system-clock.ts';
import { answerKeyRequest, type KeyAnswer, type KeyRequest } from '../job/key-requests.ts';
import { Failure, type FailureCode, failureCodes } from '../model/failure.ts';
import type { Audit } from '../seam/audit.ts';
import { type DatabaseSettings, type OpenStore, openStore } from './open-store.ts';
import { type OwnFolder, takePart, takeWhole } from './own-folder.ts';

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

function answerOf(reply: unknown): KeyAnswer {
  const parsed = replySchema.safeParse(reply);
  if (!parsed.success) throw new Failure('busy', 'The service that owns the data folder does not answer. Try again.');
  if ('problem' in parsed.data) throw new Failure(parsed.data.problem.code, parsed.data.problem.message);
  return parsed.data;
}

export type Accounts = {
  readonly store: OpenStore;
  readonly audit: Audit;
  /** For uploads under way and the trail: the data folder, or a part of one that is shared. */
  readonly ownFolder: string;
  readonly close: () => Promise<void>;
};

/**
 * Store and trail of a data folder. Without a database server the folder is this process's alone until `close`, and it
 * answers what the command line asks about keys. Throws busy when another process has it.
 */
export async function openAccounts(settings: DatabaseSettings): Promise<Accounts> {
  const clock = systemClock;
  let answer = async (_asked: unknown): Promise<unknown> => undefined;
  const own: OwnFolder =
    settings.databaseUrl === undefined
      ? await takeWhole(settings.dataFolder, (asked) => answer(asked))
      : await takePart(settings.dataFolder);
  try {
    const store = openStore(settings, clock);
    const audit = await openAudit(own.folder, clock);
    answer = (asked) => replyTo({ keys: store.keys, audit, clock }, asked);
    const close = async (): Promise<void> => {
      await audit.close();
      await store.close();
      await own.release();
    };
    return { store, audit, ownFolder: own.folder, close };
  } catch (error) {
    await own.release();
    throw error;
  }
}

/** Carries out a request about keys: by the running service of the data folder, or by this process if there is none. */
export async function askForKeys(settings: DatabaseSettings, request: KeyRequest): Promise<KeyAnswer> {
  const { dataFolder, databaseUrl } = settings;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const owner = databaseUrl === undefined ? await askOwner(dataFolder, request) : undefined;
  if (owner !== undefined) return answerOf(owner.answer);
  const accounts = await openAccounts(settings);
  try {
    await accounts.store.opened;
    return await answerKeyRequest({ keys: accounts.store.keys, audit: accounts.audit, clock: systemClock }, request);
  } finally {
    await accounts.close();
  }
}
