import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Failure } from '../../model/failure.ts';
import { keyBytes } from './seal.ts';
import { writeDurably } from './write-durably.ts';

async function readKey(path: string): Promise<Uint8Array | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === keyBytes) return key;
  throw new Failure('internal', `The file ${path} is no key: it was cut off or changed. Put your copy of it back.`);
}

/** The master key of a data folder whose settings name none: made once, readable by the service's user only. */
export async function keyOfFolder(path: string): Promise<Uint8Array> {
  const known = await readKey(path);
  if (known !== undefined) return known;
  const made = randomBytes(keyBytes);
  if (await writeDurably(path, `${made.toString('base64')}\n`, true)) return made;
  // Another process that started at the same moment was first.
  return (await readKey(path)) ?? made;
}
