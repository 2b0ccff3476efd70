import type { Request, Response } from 'express';
import { findBatch } from '../../job/accept-batch.ts';
import type { Tools } from '../../job/tools.ts';
import { batchTopic } from '../../seam/events.ts';
import { ownerOf } from './owner.ts';

const beatMilliseconds = 15_000;
/** Progress is told at most this often, however fast letters are read. */
const leastMilliseconds = 250;

/**
 * A batch's counts whenever they change, as server-sent events. An event's id is the state it tells, so who comes back
 * with Last-Event-ID gets the state of now unless it is the same.
 */
export async function sendBatchEvents(tools: Tools, request: Request, response: Response): Promise<void> {
  const owner = ownerOf(response);
  const id = String(request.params['id']);
  await findBatch(tools, owner, id);
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  let last = request.get('last-event-id');
  let planned: NodeJS.Timeout | undefined;

  const end = (): void => {
    clearInterval(beat);
    clearTimeout(planned);
    unsubscribe();
    response.end();
  };
  const tell = async (): Promise<void> => {
    planned = undefined;
    const found = await tools.batches.find(owner, id);
    if (found === undefined) {
      response.write('event: gone\ndata: {}\n\n');
      end();
      return;
    }
    const { total, waiting, reading, done, failed } = found.counts;
    const now = [total, waiting, reading, done, failed].join('-');
    if (now === last) return;
    last = now;
    response.write(`id: ${now}\nevent: progress\ndata: ${JSON.stringify(found.counts)}\n\n`);
  };
  const plan = (): void => {
    planned ??= setTimeout(() => void tell(), leastMilliseconds);
  };
  const beat = setInterval(() => void response.write(': still here\n\n'), beatMilliseconds);
  const unsubscribe = tools.events.subscribe(batchTopic(id), plan);
  response.on('close', end);
  await tell();
}
