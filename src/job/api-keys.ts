import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Day } from '../model/letter.ts';
import type { Clock } from '../seam/clock.ts';
import type { KeyRecord, KeyStore, Scope } from '../seam/key-store.ts';

/** What work on keys needs of the service. */
export type KeyTools = { readonly keys: KeyStore; readonly clock: Clock };

const idLetters = 'abcdefghijkmnpqrstuvwxyz23456789';
const form = /^rk_([a-z2-9]{8})_[\w-]{43}$/;

/** A secret of 256 bits can't be guessed, so a fast hash is enough: nothing is gained by a slow one. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Compared with when there is no such key, so that an unknown id takes as long as a wrong secret. */
const nobody = { digest: digestOf('').toString('hex'), expires: '' } as const;

export const dayOf = (clock: Clock): Day => clock.now().toISOString().slice(0, 10);

const makeKeyId = (): string => Array.from({ length: 8 }, () => idLetters.charAt(randomInt(idLetters.length))).join('');

export type NewKey = { readonly owner: string; readonly scopes: readonly Scope[]; readonly expires: Day };

/** Makes a key. `text` is all of it, and the only time that it can be seen. */
export async function makeKey(
  tools: KeyTools,
  { owner, scopes, expires }: NewKey,
): Promise<{ readonly key: KeyRecord; readonly text: string }> {
  const id = makeKeyId();
  const text = `rk_${id}_${randomBytes(32).toString('base64url')}`;
  const created = tools.clock.now().toISOString();
  const key = { id, owner, scopes: [...new Set(scopes)], created, expires, digest: digestOf(text).toString('hex') };
  await tools.keys.add(key);
  return { key, text };
}

/** Whether the key may be used today. */
export const isGood = ({ expires }: KeyRecord, clock: Clock): boolean => dayOf(clock) < expires;

/** The key that a text is, or nothing: unknown, wrong, revoked and expired look the same and take the same time. */
export async function checkKey(tools: KeyTools, text: string): Promise<KeyRecord | undefined> {
  const today = dayOf(tools.clock);
  const digest = digestOf(text);
  const key = await tools.keys.find(form.exec(text)?.[1] ?? '');
  const known = key ?? nobody;
  const same = timingSafeEqual(digest, Buffer.from(known.digest, 'hex'));
  if (!same || today >= known.expires || key === undefined) return undefined;
  if (key.lastUsed !== today) await tools.keys.markUsed(key.id, today);
  return key;
}
