import type { Request } from 'express';
import { checkKey } from '../../job/api-keys.ts';
import type { Tools } from '../../job/tools.ts';
import type { KeyRecord } from '../../seam/key-store.ts';
import { refuse } from './limit-requests.ts';
import { createTokenBuckets } from './token-buckets.ts';

/** Gives the key that a text is, or nothing. Throws too-many-requests when an address tries too many that aren't good. */
export type KeyGuard = (request: Request, text: string) => Promise<KeyRecord | undefined>;

/** Keys that aren't good, of one address: 20 in a quarter of an hour. */
const badKeyRate = { burst: 20, perMinute: 20 / 15 };

/**
 * Checks keys and slows down who guesses. A good key always passes: secrets of 256 bits can't be found by trying, and an
 * address may be shared by many people.
 */
export function createKeyGuard(tools: Pick<Tools, 'keys' | 'clock' | 'audit'>): KeyGuard {
  const takeTry = createTokenBuckets(tools.clock, badKeyRate);
  return async (request, text) => {
    const key = await checkKey(tools, text);
    if (key !== undefined) return key;
    const wait = takeTry(request.ip ?? '');
    if (wait > 0) refuse(wait, 'Too many keys that are not good came from this address. Wait, then send a good one.');
    await tools.audit.record({ who: 'unknown', what: 'key check', result: 'unauthorized' });
    return undefined;
  };
}
