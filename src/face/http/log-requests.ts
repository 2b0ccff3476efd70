import type { RequestHandler } from 'express';
import type { Tools } from '../../job/tools.ts';
import { routeOf } from './route-of.ts';

/** One line a request: by id, without addresses' ids, names or bodies. */
export function logRequests(tools: Tools): RequestHandler {
  return (request, response, next) => {
    const started = tools.clock.elapsed();
    response.on('close', () => {
      tools.log('request', {
        request: String(response.getHeader('X-Request-Id')),
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
        ms: Math.round(tools.clock.elapsed() - started),
      });
    });
    next();
  };
}
