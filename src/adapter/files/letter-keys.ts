import { randomBytes } from 'node:crypto';
import { Failure } from '../../model/failure.ts';
import type { StoredFile } from '../../seam/files.ts';
import type { KeptFiles } from './kept-files.ts';
import { keyBytes, nameOfKey, seal, unseal } from './seal.ts';

/** The key that seals letters' keys now, and those that did so before. */
export type MasterKeys = readonly [Uint8Array, ...Uint8Array[]];

/** Keys by name, one for each set of files that goes together. Without it they are noise, wherever copies of them lie. */
export type LetterKeys = {
  find(letter: string): Promise<Uint8Array | undefined>;
  /** Makes one when there is none. */
  findOrMake(letter: string): Promise<Uint8Array>;
  destroy(letter: string): Promise<void>;
  list(): Promise<readonly StoredFile[]>;
  /** Seals a letter's key with the newest master key; its files stay as they are. */
  renew(letter: string): Promise<void>;
};

const nameBytes = 8;
const aboutKey = (letter: string): string => `key of ${letter}`;

function wrap(master: Uint8Array, letter: string, key: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(nameOfKey(master), 'hex'), seal(master, key, aboutKey(letter))]);
}

function unwrap(masters: MasterKeys, letter: string, wrapped: Uint8Array): Uint8Array {
  const name = Buffer.from(wrapped.subarray(0, nameBytes)).toString('hex');
  const master = masters.find((one) => nameOfKey(one) === name);
  if (master === undefined) {
    throw new Failure('internal', 'A letter was sealed with another DATA_KEY. Give that one as DATA_KEY_BEFORE.');
  }
  const key = unseal(master, wrapped.subarray(nameBytes), aboutKey(letter));
  if (key?.length === keyBytes) return key;
  throw new Failure('internal', 'The key of a letter was changed, so the letter can no longer be read.');
}

/** Letters' keys, each sealed by a master key and kept in `kept` under the letter's id. */
export function createLetterKeys(kept: KeptFiles, masters: MasterKeys): LetterKeys {
  const making = new Map<string, Promise<Uint8Array>>();
  async function find(letter: string): Promise<Uint8Array | undefined> {
    const wrapped = await kept.get(letter);
    return wrapped === undefined ? undefined : unwrap(masters, letter, wrapped);
  }
  async function findOrMake(letter: string): Promise<Uint8Array> {
    const known = await find(letter);
    if (known !== undefined) return known;
    const key = randomBytes(keyBytes);
    if (await kept.putNew(letter, wrap(masters[0], letter, key))) return key;
    // Another process made one at the same moment and was first: that is the key.
    return (await find(letter)) ?? findOrMake(letter);
  }
  return {
    find,
    findOrMake: (letter) => {
      // Two files of a new letter may come at once: both must get the same key.
      const made = making.get(letter) ?? findOrMake(letter).finally(() => making.delete(letter));
      making.set(letter, made);
      return made;
    },
    destroy: (letter) => kept.remove(letter),
    list: () => kept.list(),
    renew: async (letter) => {
      const key = await find(letter);
      if (key !== undefined) await kept.put(letter, wrap(masters[0], letter, key));
    },
  };
}
