import { Failure } from '../../model/failure.ts';
import type { Files } from '../../seam/files.ts';
import type { LetterKeys } from './letter-keys.ts';
import { seal, unseal } from './seal.ts';

/** The first bytes of a sealed file. */
export const sealedMark = Buffer.from('RLF1');

const aboutFile = (key: string): string => `file ${key}`;
const letterOf = (key: string): string => key.split('/')[0] ?? key;

const original = 'original';
const originalEnding = `-${original}`;

/**
 * The name of the key that seals a file. The letter as it came and the pictures of its pages have one of their own:
 * they are deleted before the report is, and then no copy of them may open either.
 */
function keyNameOf(key: string): string {
  const [letter = key, name = ''] = key.split('/');
  return name === original || name.startsWith('page-') ? `${letter}${originalEnding}` : letter;
}

const letterOfKey = (name: string): string =>
  name.endsWith(originalEnding) ? name.slice(0, -originalEnding.length) : name;

export const isSealed = (bytes: Uint8Array): boolean => sealedMark.equals(bytes.subarray(0, sealedMark.length));

function open(key: string, letterKey: Uint8Array, bytes: Uint8Array): Uint8Array {
  const opened = isSealed(bytes) ? unseal(letterKey, bytes.subarray(sealedMark.length), aboutFile(key)) : undefined;
  if (opened !== undefined) return opened;
  throw new Failure('internal', 'A file of the letter was changed where it is kept. Upload the letter again.');
}

/**
 * Files that are kept encrypted in `kept`, each letter's with keys of its own. A file whose key is gone is gone. Throws
 * internal for a file that was changed, moved or put there by somebody else.
 */
export function createSealedFiles(kept: Files, keys: LetterKeys): Files {
  return {
    put: async (key, bytes) => {
      const letterKey = await keys.findOrMake(keyNameOf(key));
      await kept.put(key, Buffer.concat([sealedMark, seal(letterKey, bytes, aboutFile(key))]));
    },
    get: async (key) => {
      const [letterKey, bytes] = await Promise.all([keys.find(keyNameOf(key)), kept.get(key)]);
      return letterKey === undefined || bytes === undefined ? undefined : open(key, letterKey, bytes);
    },
    remove: async (folder) => {
      // The key first: from then on nothing can be read, even if the rest is cut off by a crash.
      const letter = letterOf(folder);
      if (folder === letter || folder === `${letter}/${original}`) await keys.destroy(`${letter}${originalEnding}`);
      if (folder === letter) await keys.destroy(letter);
      await kept.remove(folder);
    },
    list: async () => {
      const [files, sealed] = await Promise.all([kept.list(), keys.list()]);
      return [...files, ...sealed.map((one) => ({ ...one, key: `${letterOfKey(one.key)}/key` }))];
    },
  };
}
