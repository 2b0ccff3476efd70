import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** How long a caller may take, in milliseconds; who takes longer is told so (408) and cut off. */
export type Patience = {
  readonly headers: number;
  /** For all of a request: a photo of 20 MB over a slow phone line. */
  readonly request: number;
  readonly idle: number;
  /** How often it is looked at. */
  readonly look: number;
};

const usual: Patience = { headers: 10_000, request: 120_000, idle: 5000, look: 2000 };

/** Listens, and gives the server once it does. Rejects when the port is taken or not allowed. */
export function serve(app: Express, port: number, host: string, patience: Patience = usual): Promise<Server> {
  const { headers, request, idle, look } = patience;
  const times = { headersTimeout: headers, requestTimeout: request, keepAliveTimeout: idle };
  const server = createServer({ ...times, connectionsCheckingInterval: look }, app);
  // Who asks before sending a body hears the refusal first, and is told to go on only by what reads it.
  server.on('checkContinue', (asked, response) => void app(asked, response));
  server.maxConnections = 512;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
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
