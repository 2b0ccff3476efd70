import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const cipher = 'aes-256-gcm';

/**
 * Encrypts with AES-256-GCM: nonce, then ciphertext, then tag. `about` says what the bytes are; they open only when the
 * same is said again, so one sealed thing can't be put in another's place. A key seals far fewer than 2^32 things.
 */
export function seal(key: Uint8Array, bytes: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const locked = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, locked.update(bytes), locked.final(), locked.getAuthTag()]);
}

/** What was sealed, or nothing when a bit was changed, the key is another, or they are about something else. */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: string): Buffer | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const end = sealed.length - tagBytes;
  const opened = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([opened.update(sealed.subarray(nonceBytes, end)), opened.final()]);
  } catch {
    return undefined;
  }
}

/** Tells keys apart without telling anything of them. */
export const nameOfKey = (key: Uint8Array): string =>
  createHash('sha256').update('name of a key').update(key).digest('hex').slice(0, 16);
