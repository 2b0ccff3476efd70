import type { LetterRecord } from '../../seam/store.ts';
import type { Ended } from '../../seam/webhook.ts';
import type { Tools } from '../tools.ts';

type Teller = Pick<Tools, 'batches' | 'log'> & { readonly notify: (ended: Ended) => Promise<void> };

async function tellBatch({ batches, notify }: Teller, owner: string, batch: string): Promise<void> {
  const found = await batches.find(owner, batch);
  if (found === undefined || found.counts.waiting + found.counts.reading > 0) return;
  const { total, done, failed } = found.counts;
  // Two letters that end at once tell it with one name.
  await notify({ type: 'batch.done', id: batch, name: `${batch}.${total}-${done}-${failed}` });
}

/** Telling is no part of the work: whatever goes wrong with it, the letter is read. */
async function guarded(tools: Tools, work: (teller: Teller) => Promise<void>): Promise<void> {
  const { notify, batches, log } = tools;
  if (notify === undefined) return;
  try {
    await work({ notify, batches, log });
  } catch {
    log('defect', { name: 'webhook' });
  }
}

/** Tells who wants to know that a letter is read or failed, and that it was its batch's last. Never throws. */
export const tellLetterEnd = (
  tools: Tools,
  { id, owner, batch }: LetterRecord,
  state: 'done' | 'failed',
): Promise<void> =>
  guarded(tools, async (teller) => {
    await teller.notify({ type: `letter.${state}`, id });
    if (batch !== undefined) await tellBatch(teller, owner, batch);
  });

/** Tells that nothing of a batch waits any more, if so. Never throws. */
export const tellBatchEnd = (tools: Tools, owner: string, batch: string): Promise<void> =>
  guarded(tools, (teller) => tellBatch(teller, owner, batch));
