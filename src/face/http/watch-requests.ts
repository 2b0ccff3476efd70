import type { Request, RequestHandler, Response } from 'express';
import type { Tools } from '../../job/tools.ts';
import { callerOf } from './caller.ts';
import { roomOfRoute, routeOf } from './route-of.ts';

/** Reading is not written down, but taking things away in number or as they came is. */
const noted = /\/(original|results\.\w+)$/;

const idOf = /^\/(?:v1\/)?(?:letters|batches|keys)\/([\w-]+)/;

/**
 * The thing that a request was about: the one that it named, or the one that it made. Only where it went well: else the
 * id may be anything that somebody wrote.
 */
function subjectOf(request: Request, response: Response): string | undefined {
  if (response.statusCode >= 400) return undefined;
  const named: unknown = request.params['id'];
  if (typeof named === 'string' && /^[\w-]{1,40}$/.test(named)) return named;
  return idOf.exec(String(response.getHeader('Location') ?? ''))?.[1];
}

function isNoted(request: Request, route: string): boolean {
  if (route === 'none') return false;
  return (request.method !== 'GET' && request.method !== 'HEAD') || noted.test(route);
}

/** Writes the audit trail and the counts when a request was answered. */
export function watchRequests(tools: Tools): RequestHandler {
  return (request, response, next) => {
    const started = tools.clock.elapsed();
    response.on('close', () => {
      const route = routeOf(request);
      const seconds = (tools.clock.elapsed() - started) / 1000;
      const { method } = request;
      const status = response.statusCode;
      tools.meter.countRequest({ route, room: roomOfRoute(route), method, status, seconds });
      const who = callerOf(response)?.key;
      if (who === undefined || !isNoted(request, route)) return;
      const on = subjectOf(request, response);
      const entry = { who, what: `${method} ${route}`, ...(on === undefined ? {} : { on }), result: String(status) };
      tools.audit.record(entry).catch(() => tools.log('defect', { name: 'audit' }));
    });
    next();
  };
}
