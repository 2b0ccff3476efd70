import type { Response } from 'express';
import { findLetter } from '../../../job/find-letter.ts';
import type { Tools } from '../../../job/tools.ts';
import { letterTopic } from '../../../seam/events.ts';

const beatMilliseconds = 15_000;

/** Tells a page how far its letter is, as server-sent events, until it is read or the page is left. */
export async function sendLetterEvents(tools: Tools, owner: string, id: string, response: Response): Promise<void> {
  await findLetter(tools, owner, id);
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const end = (): void => {
    clearInterval(beat);
    unsubscribe();
    response.end();
  };
  const tell = async (): Promise<void> => {
    const letter = await tools.letters.find(owner, { id });
    const { state, pagesDone, pagesTotal } = letter ?? { state: 'failed', pagesDone: 0, pagesTotal: 0 };
    response.write(`event: state\ndata: ${JSON.stringify({ state, pagesDone, pagesTotal })}\n\n`);
    if (state === 'done' || state === 'failed') end();
  };
  const beat = setInterval(() => void response.write(': still here\n\n'), beatMilliseconds);
  const unsubscribe = tools.events.subscribe(letterTopic(id), () => void tell());
  response.on('close', end);
  await tell();
}
