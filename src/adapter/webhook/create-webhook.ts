import { createHmac } from 'node:crypto';
import { type LookupAddress, lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Clock } from '../../seam/clock.ts';
import type { Webhook, WebhookMessage } from '../../seam/webhook.ts';
import { isPublicAddress } from './public-address.ts';

export type WebhookSettings = {
  readonly url: string;
  /** The shared secret's bytes. */
  readonly secret: Uint8Array;
  /** Lets messages go to this machine and its own network. */
  readonly allowPrivate: boolean;
};

const mostMilliseconds = 10_000;

/** The headers of Standard Webhooks: HMAC-SHA-256 over id, time and body. */
function signedHeaders(secret: Uint8Array, { id, body }: WebhookMessage, clock: Pick<Clock, 'now'>) {
  const timestamp = String(Math.floor(clock.now().getTime() / 1000));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

const refusedAddress = (): Error => new Error('the address is not a public one');

/**
 * Looks a name up and lets only public addresses through. The connection is made to what was checked here, so a name
 * that answers otherwise a moment later changes nothing.
 */
export const lookupPublic =
  (find: typeof lookup = lookup): LookupFunction =>
  (hostname, options, done) => {
    find(hostname, { ...options, all: true }, (error, addresses: readonly LookupAddress[]) => {
      if (error !== null) return done(error, '', 4);
      const [first, ...rest] = addresses;
      if (first === undefined || ![first, ...rest].every(({ address }) => isPublicAddress(address)))
        return done(refusedAddress(), '', 4);
      if (options.all === true) return done(null, [first, ...rest]);
      return done(null, first.address, first.family);
    });
  };

function meaningOf(status: number | undefined): 'taken' | 'later' | 'never' {
  if (status === undefined) return 'later';
  if (status >= 200 && status < 300) return 'taken';
  // Gone: by the standard, whoever answers so wants no more.
  return status === 410 ? 'never' : 'later';
}

/** Sends by HTTP. Redirects are not followed and answers not read: only their status counts. */
export function createWebhook(
  { url, secret, allowPrivate }: WebhookSettings,
  clock: Pick<Clock, 'now'>,
  find: typeof lookup = lookup,
): Webhook {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  // A numeric address is never looked up, so it is checked here.
  const barred = !allowPrivate && isIP(host) !== 0 && !isPublicAddress(host);
  const send = target.protocol === 'https:' ? requestSecure : requestPlain;
  return {
    send: (message, signal) =>
      new Promise((resolve) => {
        if (barred) return resolve('never');
        const options = {
          method: 'POST',
          agent: false,
          signal: AbortSignal.any([signal, AbortSignal.timeout(mostMilliseconds)]),
          headers: {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(message.body),
            ...signedHeaders(secret, message, clock),
          },
          ...(allowPrivate ? {} : { lookup: lookupPublic(find) }),
        };
        const sent = send(target, options, (answer) => {
          answer.destroy();
          resolve(meaningOf(answer.statusCode));
        });
        sent.on('error', () => resolve('later'));
        return sent.end(message.body);
      }),
  };
}
