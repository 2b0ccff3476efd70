import { createHash, randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { askSocket } from './ask-socket.ts';

/** Answers what another process of the same user asks the owner of the folder. */
export type AnswerAsked = (asked: unknown) => Promise<unknown>;

/** The folder is ours until `release`, or another process has it. */
export type FolderHold = { readonly release: () => Promise<void> } | { readonly heldBy: number | undefined };

/** The longest path that every system takes for a socket. */
const longestPath = 92;
const settleMilliseconds = 30;
const helloSchema = z.object({ pid: z.number(), hold: z.string() });

/**
 * Where the owner of a folder listens. The system takes a socket away from a process that dies, so the lock can't be
 * left behind; and it is seen from other containers that share the folder, which an abstract name is not.
 */
function socketPath(folder: string): string {
  const real = realpathSync(folder);
  const name = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\refusals-${name}`;
  const path = join(real, 'owner.sock');
  return Buffer.byteLength(path) <= longestPath ? path : join(tmpdir(), `refusals-${name}.sock`);
}

/** Who owns a folder: nobody, this hold, or another process. */
export async function askOwner(folder: string, asked?: unknown) {
  const lines = await askSocket(socketPath(folder), asked);
  if (lines === undefined) return undefined;
  const hello = helloSchema.safeParse(lines[0]);
  return { ...(hello.success ? hello.data : { pid: undefined, hold: '' }), answer: lines[1] };
}

function serveOwner(socket: Socket, hold: string, answer: AnswerAsked): void {
  const say = (value: unknown): void => void socket.write(`${JSON.stringify(value)}\n`);
  let heard = '';
  socket.on('error', () => socket.destroy());
  socket.setEncoding('utf8');
  socket.on('data', (piece) => {
    heard += String(piece);
    const end = heard.indexOf('\n');
    if (end < 0 && heard.length < 65_536) return;
    socket.pause();
    void reply(heard.slice(0, end)).then((value) => {
      say(value);
      socket.end();
    });
  });
  const reply = async (line: string): Promise<unknown> => {
    try {
      return await answer(JSON.parse(line));
    } catch {
      return undefined;
    }
  };
  say({ pid: process.pid, hold });
}

function listen(path: string, hold: string, answer: AnswerAsked): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => serveOwner(socket, hold, answer));
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

/**
 * Removes a socket that a killed process left behind. It is put aside first: if somebody has just begun to listen
 * there after all, it goes back to its place and this gives false.
 */
async function clearAway(path: string): Promise<boolean> {
  const aside = `${path}.${randomUUID().slice(0, 8)}`;
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return true;
  if ((await askSocket(aside)) === undefined) {
    await rm(aside, { force: true });
    return true;
  }
  await rename(aside, path).catch(() => {});
  return false;
}

/** Takes a folder for this process alone, or says who has it. */
export async function takeFolder(folder: string, answer: AnswerAsked = async () => undefined): Promise<FolderHold> {
  const path = socketPath(folder);
  const hold = randomUUID();
  let server = await listen(path, hold, answer);
  if (server === undefined) {
    const owner = await askOwner(folder);
    if (owner !== undefined) return { heldBy: owner.pid };
    if (!(await clearAway(path))) return { heldBy: (await askOwner(folder))?.pid };
    server = await listen(path, hold, answer);
    // Two may have cleared it away at once: who is answered by the other steps back.
    await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
    const now = await askOwner(folder);
    if (server === undefined || now?.hold !== hold) {
      server?.close();
      return { heldBy: now?.pid };
    }
  }
  const held = server;
  held.unref();
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return { release: () => new Promise((resolve) => void held.close(() => resolve())) };
}
