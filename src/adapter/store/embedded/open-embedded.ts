import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure } from '../../../model/failure.ts';
import { type Database, type Statement, storeFailure } from '../database.ts';
import { clusterName, isThere, makeCluster } from './make-cluster.ts';
import type { Answered, Asked, Opened, Question } from './messages.ts';

export type EmbeddedSettings = {
  /** The database lies in a folder under this one, which must be this process's alone. */
  readonly dataFolder: string;
  /** The built file of src/bin/database.ts. */
  readonly script: string;
  /** An empty database to begin with, made when the program was built. It may be missing. */
  readonly template: string;
};

export type Embedded = {
  /** Questions wait until it is open. */
  readonly database: Database;
  /** Rejects when it can't be opened. */
  readonly opened: Promise<void>;
  /** Resolves with the reason when it broke: from then on nothing is answered, and only a new process can help. */
  readonly lost: Promise<string>;
};

/** A database that answers nothing for so long is broken: it holds everything else up. */
const patienceMilliseconds = 60_000;

type Waiting = {
  readonly resolve: (rows: readonly never[]) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
};

/** Where the database is, after it was made if need be: without a template by a process of its own, for its memory. */
async function prepare({ dataFolder, script, template }: EmbeddedSettings): Promise<string> {
  const folder = join(dataFolder, clusterName);
  if ((await isThere(folder)) || (await isThere(template))) {
    await makeCluster(folder, template);
    return folder;
  }
  const child = fork(script, ['create', folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Failure('busy', `No store could be made in ${folder}. See what was said before this.`);
  return folder;
}

async function startThread(script: string, folder: string): Promise<Worker> {
  const worker = new Worker(script, { workerData: { folder } });
  const [said]: Opened[] = await once(worker, 'message');
  if (said?.open === true) return worker;
  throw new Failure('busy', `The store in ${folder} can't be opened: ${said?.because ?? 'it ended'}`);
}

/** Questions to the thread and their answers, by number. */
function createLine(thread: Promise<Worker>, breakDown: (because: string) => void) {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const take = (answered: Answered): void => {
    const asker = waiting.get(answered.id);
    waiting.delete(answered.id);
    clearTimeout(asker?.timer);
    if ('rows' in answered) asker?.resolve(answered.rows);
    else {
      const { message, code } = answered.error;
      asker?.reject(Object.assign(new Error(message), { code }));
      // After a panic, e.g. of a disk that is full or gone, it never answers again.
      if (/^PANIC|panic/.test(message)) breakDown('it gave up');
    }
  };
  void thread.then(
    (worker) => worker.on('message', take),
    () => undefined,
  );

  async function ask(question: Question): Promise<readonly never[]> {
    const worker = await thread;
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => breakDown('it does not answer'), patienceMilliseconds).unref();
      waiting.set(id, { resolve, reject, timer });
      const asked: Asked = { id, question };
      worker.postMessage(asked);
    });
  }
  const refuseAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  return { ask, refuseAll };
}

/** Opens the embedded database in a thread of its own, so that a long query holds nobody up. */
export function openEmbedded(settings: EmbeddedSettings): Embedded {
  let breakDown: (because: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    breakDown = resolve;
  });
  const thread = prepare(settings).then((folder) => startThread(settings.script, folder));
  const line = createLine(thread, breakDown);
  let closing = false;
  void thread.then(
    (worker) => {
      const ended = (): void => {
        line.refuseAll(new Error('the store has ended'));
        if (!closing) breakDown('it ended');
      };
      worker.on('error', ended);
      worker.on('exit', ended);
    },
    () => undefined,
  );

  async function run<Row>(statements: readonly Statement[]): Promise<readonly Row[]> {
    try {
      return await line.ask({ statements });
    } catch (error) {
      throw storeFailure(error);
    }
  }
  return {
    lost,
    opened: thread.then(() => undefined),
    database: {
      query: (text, values = []) => run([{ text, values }]),
      transaction: (statements) => run(statements),
      close: async () => {
        closing = true;
        const worker = await thread.catch(() => undefined);
        if (worker === undefined) return;
        await line.ask({ close: true }).catch(() => undefined);
        await worker.terminate();
      },
    },
  };
}
