import type { MessagePort } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { type Statement, sqlStateOf } from '../database.ts';
import type { Answered, Asked, Opened } from './messages.ts';
import { openPglite } from './open-pglite.ts';

/** PGlite has no background processes, so what they would do is done here: after so many writes, or so much time. */
const mostWrites = 2000;
const tidyMilliseconds = 60_000;
/** Every so many turns, tables that grow slowly are tidied too. */
const wholeEvery = 60;

const isWrite = (text: string): boolean => !/^\s*select\b(?!.*\bfor update)/i.test(text);

type Tidy = { note(text: string): void; stop(): void };

function keepTidy(pglite: PGlite): Tidy {
  let writes = 0;
  let turns = 0;
  async function tidy(): Promise<void> {
    if (writes === 0 || pglite.closed) return;
    writes = 0;
    turns += 1;
    await pglite.exec(turns % wholeEvery === 1 ? 'vacuum (analyze)' : 'vacuum (analyze) job');
    await pglite.exec('checkpoint');
  }
  const timer = setInterval(() => void tidy(), tidyMilliseconds);
  return {
    note: (text) => {
      if (isWrite(text)) writes += 1;
      if (writes >= mostWrites) void tidy();
    },
    stop: () => clearInterval(timer),
  };
}

async function carryOut(pglite: PGlite, statements: readonly Statement[]): Promise<readonly never[]> {
  const [only] = statements;
  if (statements.length === 1 && only !== undefined)
    return (await pglite.query<never>(only.text, [...only.values])).rows;
  return pglite.transaction(async (transaction) => {
    let rows: readonly never[] = [];
    for (const { text, values } of statements) rows = (await transaction.query<never>(text, [...values])).rows;
    return rows;
  });
}

async function answer(pglite: PGlite, { id, question }: Asked, tidy: Tidy): Promise<Answered> {
  try {
    if ('close' in question) {
      tidy.stop();
      await pglite.close();
      return { id, rows: [] };
    }
    for (const { text } of question.statements) tidy.note(text);
    return { id, rows: await carryOut(pglite, question.statements) };
  } catch (error) {
    const code = sqlStateOf(error);
    const message = error instanceof Error ? error.message : 'unknown';
    return { id, error: { message, ...(code === undefined ? {} : { code }) } };
  }
}

/** Opens the database of a folder and answers what comes through `port`, one after the other. */
export async function serveDatabase(port: MessagePort, folder: string): Promise<void> {
  const say = (message: Opened | Answered): void => port.postMessage(message);
  try {
    const pglite = await openPglite(folder);
    const tidy = keepTidy(pglite);
    port.on('message', (asked: Asked) => {
      void answer(pglite, asked, tidy).then((answered) => {
        say(answered);
        if ('close' in asked.question) port.close();
      });
    });
    say({ open: true });
  } catch (error) {
    say({ open: false, because: error instanceof Error ? error.message : 'unknown' });
    port.close();
  }
}
