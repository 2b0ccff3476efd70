import type { Request, RequestHandler, Response } from 'express';
import { Failure } from '../../model/failure.ts';
import { type Scope, scopes } from '../../seam/key-store.ts';
import { safeMethods } from './guard-origin.ts';
import { localOwner } from './owner.ts';

/** Who asks, and what they may do. `key` is the id of a key, or `local` when nobody has to say who they are. */
export type Caller = {
  readonly owner: string;
  readonly key: string;
  readonly scopes: readonly Scope[];
  /** By a cookie, at the pages. */
  readonly signedIn?: boolean;
};

/** Finds out who asks; nothing when they don't say it well enough. */
export type Authenticate = (request: Request) => Promise<Caller | undefined>;

export const localCaller: Caller = { owner: localOwner, key: localOwner, scopes };

/** Who asks, once that is known. */
export function callerOf(response: Response): Caller | undefined {
  const caller: Caller | undefined = response.locals['caller'];
  return caller;
}

/** Finds out who asks before anything else of the request is looked at. */
export function requireCaller(authenticate: Authenticate): RequestHandler {
  return async (request, response, next) => {
    const caller = await authenticate(request);
    if (caller === undefined) {
      throw new Failure('unauthorized', 'No valid key was sent. Send one, or ask for one.');
    }
    response.locals['caller'] = caller;
    response.locals['owner'] = caller.owner;
    response.locals['signedIn'] = caller.signedIn === true;
    next();
  };
}

/** What a page takes: to look, or to change something. */
export const pageScope: RequestHandler = (request, response, next) =>
  requireScope(safeMethods.has(request.method) ? 'letters:read' : 'letters:write')(request, response, next);

/** Lets pass who may do one of these. */
export function requireScope(...wanted: readonly Scope[]): RequestHandler {
  return (_request, response, next) => {
    const held = callerOf(response)?.scopes ?? [];
    if (!wanted.some((scope) => held.includes(scope))) {
      throw new Failure(
        'forbidden',
        `This key may not do that. It takes a key with the scope ${wanted.join(' or ')}.`,
        {
          facts: { scope: wanted.join(' ') },
        },
      );
    }
    next();
  };
}
