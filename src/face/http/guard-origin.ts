import type { Request, RequestHandler } from 'express';
import { Failure } from '../../model/failure.ts';

/** What changes nothing. */
export const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const nameOfHost = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Without keys the service trusts whoever reaches it, so it must not be reached through a page of somebody else: not
 * under a foreign name that points here, and not by a form or script of another site.
 */
export function guardOrigin(options: { readonly loopbackOnly: boolean }): RequestHandler {
  return (request, _response, next) => {
    if (options.loopbackOnly && !loopbackNames.test(nameOfHost(request.headers.host ?? ''))) {
      throw new Failure(
        'forbidden',
        'The service was called by a name that is not its own. Open it at http://127.0.0.1.',
      );
    }
    if (!safeMethods.has(request.method) && comesFromElsewhere(request)) {
      throw new Failure('forbidden', 'The request came from another site. Use the service’s own page.');
    }
    next();
  };
}

function comesFromElsewhere(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
