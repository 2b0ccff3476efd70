import { connect } from 'node:net';

const patienceMilliseconds = 5000;

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Asks whoever listens at a local socket, one line each way after its greeting. Gives the lines that it said, none of
 * them when it listens but is too busy to speak, or nothing when nobody listens.
 */
export function askSocket(path: string, asked?: unknown): Promise<readonly unknown[] | undefined> {
  return new Promise((resolve) => {
    let heard = '';
    const lines = (): readonly string[] => heard.split('\n').slice(0, -1);
    const socket = connect(path);
    const finish = (): void => {
      socket.destroy();
      resolve(lines().map(parse));
    };
    socket.setEncoding('utf8');
    socket.setTimeout(patienceMilliseconds, finish);
    socket.on('connect', () => {
      if (asked !== undefined) socket.write(`${JSON.stringify(asked)}\n`);
    });
    socket.on('data', (piece) => {
      heard += String(piece);
      if (lines().length > (asked === undefined ? 0 : 1)) finish();
    });
    socket.on('end', finish);
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? resolve(undefined) : finish(),
    );
  });
}
