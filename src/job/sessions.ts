import { randomBytes } from 'node:crypto';
import type { KeyRecord } from '../seam/key-store.ts';
import { digestOf, isGood, type KeyTools } from './api-keys.ts';

/** A session ends after twelve hours, used or not. */
export const sessionSeconds = 12 * 3600;

const nameOf = (token: string): string => digestOf(token).toString('hex');

/** Begins a session and gives its token, which is not kept. */
export async function openSession(tools: KeyTools, key: KeyRecord): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const until = new Date(tools.clock.now().getTime() + sessionSeconds * 1000).toISOString();
  await tools.keys.keepSession({ digest: nameOf(token), key: key.id, until });
  return token;
}

/** The key with which somebody signed in, if session and key are both still good. */
export async function checkSession(tools: KeyTools, token: string): Promise<KeyRecord | undefined> {
  const session = await tools.keys.findSession(nameOf(token));
  if (session === undefined || session.until <= tools.clock.now().toISOString()) return undefined;
  const key = await tools.keys.find(session.key);
  return key !== undefined && isGood(key, tools.clock) ? key : undefined;
}

export const closeSession = (tools: KeyTools, token: string): Promise<void> => tools.keys.endSession(nameOf(token));
