import type { Request, Response } from 'express';
import { sessionSeconds } from '../../job/sessions.ts';

/** A browser keeps a `__Host-` cookie for this host alone, and only from a page that came encrypted. */
const names = { secure: '__Host-session', plain: 'session' } as const;

const nameFor = ({ secure }: Request): string => (secure ? names.secure : names.plain);

/** The session's token that the browser sent, if any. */
export function sessionTokenOf(request: Request): string | undefined {
  const name = nameFor(request);
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const token = pairs.find(([key]) => key === name)?.[1];
  return token !== undefined && /^[\w-]{20,100}$/.test(token) ? token : undefined;
}

const attributes = ({ secure }: Request) => ({ path: '/', httpOnly: true, sameSite: 'strict' as const, secure });

export const setSessionCookie = (request: Request, response: Response, token: string): void =>
  void response.cookie(nameFor(request), token, { ...attributes(request), maxAge: sessionSeconds * 1000 });

export const clearSessionCookie = (request: Request, response: Response): void =>
  void response.clearCookie(nameFor(request), attributes(request));
