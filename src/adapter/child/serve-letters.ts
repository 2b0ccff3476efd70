import { Failure } from '../../model/failure.ts';
import { createLetterTools } from '../create-letter-tools.ts';
import type { LetterTools } from '../letter-tools.ts';
import { drawLetter, readLetter } from '../read-letter.ts';
import { unpack } from '../unpack.ts';
import type { ChildTask, ToChild, Told } from './messages.ts';

const brokenExit = 70;

let handedOver: (() => void) | undefined;

/** The child's side: reads one letter after another, as the pool asks. Anything it doesn't understand ends it. */
export function serveLetters(): void {
  let tools: LetterTools | undefined;
  process.on('disconnect', () => process.exit(0));
  process.on('uncaughtException', breakOff);
  process.on('unhandledRejection', breakOff);
  process.on('message', (message: ToChild) => {
    if ('next' in message) {
      handedOver?.();
    } else if ('settings' in message) {
      tools = createLetterTools(message.settings, {
        progress: (done, total) => tell({ tell: 'progress', done, total }),
        beginOcr: () => tell({ tell: 'ocr' }),
      });
    } else if (tools !== undefined) {
      void carryOut(message.task, tools);
    }
  });
}

async function carryOut(task: ChildTask, tools: LetterTools): Promise<void> {
  try {
    if (task.ask === 'read') {
      const { pages, notes } = await readLetter(task.source, tools);
      tell({ tell: 'read', pages, notes, rss: process.memoryUsage.rss() });
    } else if (task.ask === 'unpack') {
      for await (const { name, bytes } of unpack(task.source, task.as)) await handOver(name, bytes);
      tell({ tell: 'unpacked', rss: process.memoryUsage.rss() });
    } else {
      const png = await drawLetter(task.source, task.page, task.dpi, tools);
      tell({ tell: 'drawn', png, rss: process.memoryUsage.rss() });
    }
  } catch (error) {
    if (!(error instanceof Failure)) return breakOff();
    tell({
      tell: 'failed',
      code: error.code,
      message: error.message,
      facts: { ...error.facts },
      rss: process.memoryUsage.rss(),
    });
  }
}

/** One unpacked file at a time is on its way, so that an archive never lies unpacked in memory. */
function handOver(name: string, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    handedOver = resolve;
    tell({ tell: 'file', name, bytes });
  });
}

/** After an error nobody planned, neither the library nor this process can be trusted. Its words may hold letter text: none are told. */
function breakOff(): void {
  tell({ tell: 'broken' });
  setTimeout(() => process.exit(brokenExit), 20);
}

function tell(message: Told): void {
  if (process.connected) process.send?.(message);
}
