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
};

export const emptyLedger = (): Ledger => ({ letters: new Set(), batches: new Map(), answers: new Map() });

const countAnswer = ({ answers }: Ledger, status: number): void => {
  answers.set(status, (answers.get(status) ?? 0) + 1);
};

const filesInBatch = 4;
const pdf = readFileSync('fixtures/letters/c-study-en.pdf');
const acceptedSchema = z.object({ id: z.string() });

let number = 0;
/** A letter that nobody sent before. Every fifth is a PDF, which a child process reads. */
function nextLetter(): { readonly name: string; readonly blob: Blob } {
  number += 1;
  const mark = `${process.pid}-${number}`;
  if (number % 5 === 0) return { name: `${mark}.pdf`, blob: new Blob([pdf, `\n% ${mark}\n`]) };
  const text = `Dear Sample Person ${mark},\nI am refusing your application for a study permit.\nI am not satisfied that you will leave Canada at the end of your stay.\n`;
  return { name: `${mark}.txt`, blob: new Blob([text]) };
}

function makeForm(field: string, files: number): FormData {
  const form = new FormData();
  for (let file = 0; file < files; file += 1) {
    const { name, blob } = nextLetter();
    form.append(field, blob, name);
  }
  return form;
}

/** Sends one upload; notes it only when the answer came back whole. Anything else is as if it had never been sent. */
async function sendOne(address: string, ledger: Ledger, batch: boolean): Promise<boolean> {
  try {
    const response = await fetch(`${address}/v1/${batch ? 'batches' : 'letters'}`, {
      method: 'POST',
      body: makeForm(batch ? 'letters' : 'letter', batch ? filesInBatch : 1),
    });
    const accepted = acceptedSchema.safeParse(await response.json());
    countAnswer(ledger, response.status);
    if (response.status !== 202 || !accepted.success) return false;
    if (batch) ledger.batches.set(accepted.data.id, filesInBatch);
    else ledger.letters.add(accepted.data.id);
    return true;
  } catch {
    countAnswer(ledger, 0);
    return false;
  }
}

/** Sends single letters and batches at the address of now, from several senders at once, until stopped. */
export function sendLoad(address: () => string, ledger: Ledger): { stop(): Promise<void> } {
  let open = true;
  const sender = async (batch: boolean): Promise<void> => {
    while (open) {
      const taken = await sendOne(address(), ledger, batch);
      await pause(taken ? 20 : 100);
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
