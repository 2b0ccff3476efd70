import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/**
 * What the service said it has taken: single letters, and batches with how many files each was sent; and how often it
 * answered an upload with which status, 0 when no answer came.
 */
export type Ledger = {
  readonly letters: Set<string>;
  readonly batches: Map<string, number>;
  readonly answers: Map<number, number>;
  /** Letters that their owner deleted again: they are to be gone, with their files. */
  readonly deleted: Set<string>;
  /** What each call says of who asks; nothing where the service asks for no key. */
  readonly headers: Readonly<Record<string, string>>;
  /** Refusals that don't say when to come again. */
  rude: number;
};

export const emptyLedger = (key?: string): Ledger => ({
  letters: new Set(),
  batches: new Map(),
  answers: new Map(),
  deleted: new Set(),
  headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
  rude: 0,
});

function countAnswer(ledger: Ledger, status: number, headers = new Headers()): void {
  const { answers } = ledger;
  answers.set(status, (answers.get(status) ?? 0) + 1);
  if ((status === 429 || status === 503) && !headers.has('retry-after')) ledger.rude += 1;
}

const filesInBatch = 4;
const pdf = readFileSync('fixtures/letters/c-study-en.pdf');
const acceptedSchema = z.object({ id: z.string() });

export type Sent = { readonly name: string; readonly blob: Blob };

let number = 0;
const nextMark = (): string => {
  number += 1;
  return `${process.pid}-${number}`;
};

/** A PDF with something behind its end that makes it one that nobody sent before. */
export function onceMore(bytes: Uint8Array): Sent {
  const mark = nextMark();
  return { name: `${mark}.pdf`, blob: new Blob([Uint8Array.from(bytes), `\n% ${mark}\n`]) };
}

/** A letter that nobody sent before. Every fifth is a PDF, which a child process reads. */
export const nextLetter = (): Sent => (number % 5 === 4 ? onceMore(pdf) : nextText());

/** A letter of plain text that nobody sent before. */
export function nextText(): Sent {
  const mark = nextMark();
  const text = `Dear Sample Person ${mark},\nI am refusing your application for a study permit.\nI am not satisfied that you will leave Canada at the end of your stay.\n`;
  return { name: `${mark}.txt`, blob: new Blob([text]) };
}

/**
 * Sends one upload, a batch when there are several files; notes it only when the answer came back whole. Anything else is
 * as if it had never been sent. Gives its id when it was taken.
 */
export async function sendFiles(address: string, ledger: Ledger, files: readonly Sent[]): Promise<string | undefined> {
  const batch = files.length > 1;
  const form = new FormData();
  for (const { name, blob } of files) form.append(batch ? 'letters' : 'letter', blob, name);
  try {
    const response = await fetch(`${address}/v1/${batch ? 'batches' : 'letters'}`, {
      method: 'POST',
      body: form,
      headers: ledger.headers,
    });
    const accepted = acceptedSchema.safeParse(await response.json());
    countAnswer(ledger, response.status, response.headers);
    if (response.status !== 202 || !accepted.success) return undefined;
    if (batch) ledger.batches.set(accepted.data.id, files.length);
    else ledger.letters.add(accepted.data.id);
    return accepted.data.id;
  } catch {
    countAnswer(ledger, 0);
    return undefined;
  }
}

const progressSchema = z.object({ letters: z.array(z.object({ state: z.string() })) });
/** Batches that may wait: a service takes them much faster than it reads, and all of them have to be read in the end. */
const batchesAhead = 3;

/** Whether the batch before the last few has been read, so that another one may be sent. */
async function hasRoom(address: string, { headers, batches }: Ledger): Promise<boolean> {
  const batch = [...batches.keys()].at(-batchesAhead);
  if (batch === undefined) return true;
  try {
    const answer = await fetch(`${address}/v1/batches/${batch}/letters`, { headers });
    const { letters } = progressSchema.parse(await answer.json());
    return letters.every(({ state }) => state === 'done' || state === 'failed');
  } catch {
    return false;
  }
}

/** Sends single letters and batches at the address of now, from several senders at once, until stopped. */
export function sendLoad(address: () => string, ledger: Ledger): { stop(): Promise<void> } {
  let open = true;
  const sender = async (batch: boolean): Promise<void> => {
    while (open) {
      if (batch && !(await hasRoom(address(), ledger))) {
        await pause(100);
        continue;
      }
      const files = Array.from({ length: batch ? filesInBatch : 1 }, nextLetter);
      const taken = await sendFiles(address(), ledger, files);
      await pause(taken === undefined ? 100 : 20);
    }
  };
  const senders = [sender(false), sender(false), sender(false), sender(true)];
  return {
    stop: async () => {
      open = false;
      await Promise.all(senders);
    },
  };
}
