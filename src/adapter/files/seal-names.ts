import type { Queue } from '../../seam/queue.ts';
import type { BatchRecord, BatchStore, LetterRecord, LetterStore } from '../../seam/store.ts';
import { seal, unseal } from './seal.ts';

type Named = { readonly letters: LetterStore; readonly batches: BatchStore; readonly queue: Queue };

const mark = 'sealed:';
/** Shown for a name that was changed where it is kept. */
const unreadable = '?';

/** Files are often called after the person: names are kept as the letters are, so that a copy of the store tells none. */
function createNameSealer(key: Uint8Array) {
  const about = (id: string): string => `name of ${id}`;
  return {
    seal: (id: string, name: string): string => `${mark}${seal(key, Buffer.from(name), about(id)).toString('base64')}`,
    unseal: (id: string, name: string): string => {
      // Older stores hold plain names.
      if (!name.startsWith(mark)) return name;
      const opened = unseal(key, Buffer.from(name.slice(mark.length), 'base64'), about(id));
      return opened?.toString('utf8') ?? unreadable;
    },
  };
}

type Sealer = ReturnType<typeof createNameSealer>;

const openLetter = <L extends LetterRecord | undefined>({ unseal: open }: Sealer, letter: L): L =>
  letter === undefined ? letter : { ...letter, name: open(letter.id, letter.name) };

function sealLetters(letters: LetterStore, sealer: Sealer): LetterStore {
  return {
    accept: async (given, sameContent) => {
      const sealed = given.map((letter) => ({ ...letter, name: sealer.seal(letter.id, letter.name) }));
      return (await letters.accept(sealed, sameContent)).map((letter) => openLetter(sealer, letter));
    },
    find: async (owner, key) => openLetter(sealer, await letters.find(owner, key)),
    known: (owner, sha256s) => letters.known(owner, sha256s),
    list: async (owner, question) => {
      const page = await letters.list(owner, question);
      return { ...page, letters: page.letters.map((letter) => openLetter(sealer, letter)) };
    },
    owners: () => letters.owners(),
    change: async (owner, id, change) => openLetter(sealer, await letters.change(owner, id, change)),
    remove: (owner, id) => letters.remove(owner, id),
  };
}

type Refused = BatchRecord['refused'];

function sealBatches(batches: BatchStore, sealer: Sealer): BatchStore {
  const sealAll = (id: string, refused: Refused): Refused =>
    refused.map((one) => ({ ...one, name: sealer.seal(id, one.name) }));
  const openBatch = ({ id, name, refused, ...rest }: BatchRecord): BatchRecord => ({
    ...rest,
    id,
    name: sealer.unseal(id, name),
    refused: refused.map((one) => ({ ...one, name: sealer.unseal(id, one.name) })),
  });
  return {
    open: ({ name, refused, ...batch }) =>
      batches.open({ ...batch, name: sealer.seal(batch.id, name), refused: sealAll(batch.id, refused) }),
    find: async (owner, id) => {
      const found = await batches.find(owner, id);
      return found === undefined ? undefined : { ...found, batch: openBatch(found.batch) };
    },
    refuse: (owner, id, refused) => batches.refuse(owner, id, sealAll(id, refused)),
    list: async (owner) => (await batches.list(owner)).map((one) => ({ ...one, batch: openBatch(one.batch) })),
    summarize: async (owner, id) => {
      const summary = await batches.summarize(owner, id);
      const deadlines = summary.deadlines.map((one) => ({ ...one, name: sealer.unseal(one.letter, one.name) }));
      return { ...summary, deadlines };
    },
    remove: (owner, id) => batches.remove(owner, id),
  };
}

/** A store whose names of letters and batches are encrypted with `key`. */
export function sealNames({ letters, batches, queue }: Named, key: Uint8Array): Named {
  const sealer = createNameSealer(key);
  return {
    letters: sealLetters(letters, sealer),
    batches: sealBatches(batches, sealer),
    queue: {
      ...queue,
      claim: async (limit, room, atOnce) =>
        (await queue.claim(limit, room, atOnce)).map((lease) => ({
          ...lease,
          letter: openLetter(sealer, lease.letter),
        })),
    },
  };
}
