import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The built service as a process of its own. */
export type StartedServer = {
  readonly address: string;
  /** Ends it as the system would: `SIGTERM` in order, `SIGKILL` as a crash. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

const mostStartMilliseconds = 60_000;

/** Starts the built service on a folder and waits until it listens. Throws with what it printed when it ends first. */
export async function startServer(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedServer> {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/bin/server.js'], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', ...settings },
  });
  const ended = once(child, 'close');
  // Whoever started it may end by an error: it does not outlive it.
  process.once('exit', () => child.kill('SIGKILL'));
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), mostStartMilliseconds);
    const listen = (piece: unknown): void => {
      printed += String(piece);
      const found = /http:\/\/[\d.:]+/.exec(printed)?.[0];
      if (found === undefined) return;
      clearTimeout(late);
      resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('close', () => reject(new Error(`the service did not start: ${printed}`)));
  });
  return {
    address,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
    },
  };
}
