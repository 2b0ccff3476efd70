import { batchTopic } from '../../seam/events.ts';
import { findBatch } from '../accept-batch.ts';
import { tellBatchEnd } from '../notify/tell-ends.ts';
import type { Tools } from '../tools.ts';

/**
 * The end of a letter that nobody wants read any more. `not-done` is the truth about it: nothing is wrong with the file
 * or the service, and `retry` still has it read.
 */
const cancelled = {
  code: 'not-done',
  detail: 'Reading was cancelled by the user before it began. Retry the batch to have the letter read after all.',
} as const;

/** Takes the waiting letters of a batch out of the line and says how many. Letters that are being read are finished. */
export async function cancelBatch(tools: Tools, owner: string, id: string): Promise<number> {
  await findBatch(tools, owner, id);
  const count = await tools.queue.cancel(owner, id, cancelled);
  for (let ended = 0; ended < count; ended += 1) tools.meter.countLetter('failed', cancelled.code);
  tools.events.publish(batchTopic(id));
  if (count > 0) await tellBatchEnd(tools, owner, id);
  return count;
}
