import type { Request } from 'express';
import { checkSession } from '../../job/sessions.ts';
import type { Tools } from '../../job/tools.ts';
import { Failure } from '../../model/failure.ts';
import type { KeyRecord } from '../../seam/key-store.ts';
import type { Authenticate, Caller } from './caller.ts';
import { safeMethods } from './guard-origin.ts';
import type { KeyGuard } from './key-guard.ts';
import { sessionTokenOf } from './session-cookie.ts';

const callerOfKey = ({ owner, id, scopes }: KeyRecord): Caller => ({ owner, key: id, scopes });

/** A browser says where a request comes from. What changes something and doesn't say it, can't use a cookie. */
function checkOrigin({ method, headers }: Request): void {
  const said = headers['sec-fetch-site'] !== undefined || headers.origin !== undefined;
  if (said || safeMethods.has(method)) return;
  throw new Failure('forbidden', 'The request does not say which page it comes from. Use the service’s own page.');
}

/** Who asks, by the key in the header, or by the cookie of who signed in at the pages. With a header, cookies don't count. */
export function authenticateKeys(tools: Tools, guard: KeyGuard): Authenticate {
  return async (request) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const text = /^Bearer +(\S{1,200})$/i.exec(authorization)?.[1] ?? '';
      const key = await guard(request, text);
      return key === undefined ? undefined : callerOfKey(key);
    }
    const token = sessionTokenOf(request);
    if (token === undefined) return undefined;
    const key = await checkSession(tools, token);
    if (key === undefined) return undefined;
    checkOrigin(request);
    return { ...callerOfKey(key), signedIn: true };
  };
}
