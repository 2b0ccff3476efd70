import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { type AnswerAsked, askOwner, takeFolder } from '../adapter/folder-lock.ts';
import { Failure } from '../model/failure.ts';

/** A folder that is this process's alone until `release`. */
export type OwnFolder = { readonly folder: string; readonly release: () => Promise<void> };

/** Under a shared data folder: one folder for each process. */
export const partsFolder = 'processes';

const mostProcesses = 64;

const inUse = (folder: string, by: number | undefined): Failure => {
  const who = by === undefined ? 'another process' : `process ${by}`;
  return new Failure('busy', `The data folder ${folder} is in use by ${who}. Stop it, or choose another DATA_DIR.`);
};

/** Takes a data folder whole, with the embedded store in it. Throws busy when it is another's. */
export async function takeWhole(dataFolder: string, answer: AnswerAsked): Promise<OwnFolder> {
  const hold = await takeFolder(dataFolder, answer);
  if ('heldBy' in hold) throw inUse(dataFolder, hold.heldBy);
  return { folder: dataFolder, release: hold.release };
}

/**
 * A folder of this process's own in a data folder that several share, for its audit trail and uploads under way: the
 * first that nobody has. Throws busy when a process has the data folder whole.
 */
export async function takePart(dataFolder: string): Promise<OwnFolder> {
  const whole = await askOwner(dataFolder);
  if (whole !== undefined) throw inUse(dataFolder, whole.pid);
  const machine = hostname()
    .replaceAll(/[^\w-]/g, '-')
    .slice(0, 40);
  for (let number = 1; number <= mostProcesses; number += 1) {
    const folder = path.join(dataFolder, partsFolder, `${machine}-${number}`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const hold = await takeFolder(folder);
    if (!('heldBy' in hold)) return { folder, release: hold.release };
  }
  throw new Failure(
    'busy',
    `More than ${mostProcesses} processes of this machine share the data folder ${dataFolder}.`,
  );
}
