import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { expect, test } from 'vitest';
import { addressOf, closeServer, serve } from '../../../src/face/http/serve.ts';

/** Asks over a connection that stays open. */
async function ask(address: string, agent: Agent): Promise<IncomingMessage> {
  const [answer]: IncomingMessage[] = await once(get(address, { agent }), 'response');
  if (answer === undefined) throw new Error('no answer');
  answer.resume();
  await once(answer, 'end');
  return answer;
}

test('a server that is to end finishes what it answers, and does not wait for callers who would ask on', async () => {
  const app = express().get('/', async (_request, response) => {
    await pause(300);
    response.send('answered');
  });
  const server = await serve(app, 0, '127.0.0.1');
  const agent = new Agent({ keepAlive: true });
  const address = addressOf(server);
  expect((await ask(address, agent)).headers.connection).toBe('keep-alive');

  let told: string | undefined;
  let asking = true;
  // Each has always a question under way, so that no connection is ever seen idle for long.
  const callers = Array.from({ length: 4 }, async (_, caller) => {
    await pause(caller * 70);
    while (asking) {
      const answer = await ask(address, agent).catch(() => undefined);
      if (answer === undefined) return;
      told = answer.headers.connection;
    }
  });
  await pause(500);
  const begun = performance.now();
  await closeServer(server, 8000);
  const took = performance.now() - begun;
  asking = false;
  await Promise.all(callers);
  agent.destroy();
  expect(took).toBeLessThan(4000);
  expect(told).toBe('close');
});

test.each([
  ['its headers', 'GET / HTTP/1.1\r\nHost: here\r\n'],
  ['its body', 'POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\nslow'],
])('a caller who never sends all of %s is told that it took too long, and cut off', async (_what, sent) => {
  const app = express().post('/', (request) => void request.resume());
  const server = await serve(app, 0, '127.0.0.1', { headers: 200, request: 400, idle: 1000, look: 50 });
  const socket = connect({ port: Number(new URL(addressOf(server)).port), host: '127.0.0.1' });
  let answer = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  socket.write(sent);
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  await closeServer(server, 100);
});
