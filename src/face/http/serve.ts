import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** Listens, and gives the server once it does. Rejects when the port is taken or not allowed. */
export function serve(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, host, (error) => (error === undefined ? resolve(server) : reject(error)));
    // Who asks before sending a body hears the refusal first, and is told to go on only by what reads it.
    server.on('checkContinue', (request, response) => void app(request, response));
    server.headersTimeout = 10_000;
    server.requestTimeout = 120_000;
    server.keepAliveTimeout = 5000;
    server.maxConnections = 512;
  });
}

/** The address that a server listens on. */
export function addressOf(server: Server): string {
  const address: string | AddressInfo | null = server.address();
  if (address === null || typeof address === 'string') return String(address);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

const lookEvery = 100;

/**
 * Takes no new connections and waits for answers under way, at most `graceMilliseconds`. Callers that keep a connection
 * open and ask on are told with their next answer that it ends: they would hold the server open for all of that time.
 */
export async function closeServer(server: Server, graceMilliseconds: number): Promise<void> {
  for (const event of ['request', 'checkContinue'] as const)
    server.prependListener(event, (_request, response) => void response.setHeader('Connection', 'close'));
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  const idle = setInterval(() => server.closeIdleConnections(), lookEvery);
  const timer = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
