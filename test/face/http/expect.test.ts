import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf, closeServer, serve } from '../../../src/face/http/serve.ts';
import { makeKeyedService } from '../../support/make-keyed-service.ts';

/** Sends the head of a request, the body once it is asked for, and gives all that comes back. */
function talk(port: number, head: readonly string[], body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    let sent = false;
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n`));
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('data', (piece) => {
      heard += String(piece);
      if (heard.startsWith('HTTP/1.1 100') && !sent) {
        sent = true;
        socket.write(body);
      }
      if (/HTTP\/1\.1 [2345]/.test(heard)) socket.end();
    });
    socket.on('close', () => resolve(heard));
  });
}

test('a body is asked for only from who may send it: the refusal comes before it', async () => {
  const service = makeKeyedService();
  const server = await serve(service.app, 0, '127.0.0.1');
  const port = Number(new URL(addressOf(server)).port);
  const body = '--b\r\nContent-Disposition: form-data; name="letter"; filename="a.txt"\r\n\r\na letter\r\n--b--\r\n';
  const head = (key: string, length = body.length) => [
    'POST /v1/letters HTTP/1.1',
    'Host: 127.0.0.1',
    `Authorization: ${key}`,
    'Content-Type: multipart/form-data; boundary=b',
    `Content-Length: ${length}`,
    'Expect: 100-continue',
  ];
  const key = await service.keyFor('firm');
  expect(await talk(port, head('Bearer rk_no'), body)).toMatch(/^HTTP\/1\.1 401/);
  expect(await talk(port, head(await service.keyFor('firm', ['export'])), body)).toMatch(/^HTTP\/1\.1 403/);
  expect(await talk(port, head(key, 900_000_000), body)).toMatch(/^HTTP\/1\.1 413/);
  expect(await talk(port, head(key), body)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 202/);
  await service.runner.stop(0);
  await closeServer(server, 0);
});
