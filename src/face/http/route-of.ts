import type { Request } from 'express';

/** The pattern of the address that answered a request, or `none`: never what was asked for itself. */
export function routeOf(request: Request): string {
  const route: unknown = request.route?.path;
  return typeof route === 'string' ? request.baseUrl + route : 'none';
}

const rooms = ['letters', 'batches', 'patterns', 'keys', 'schema'] as const;

/** The part of the service that a route belongs to. */
export function roomOfRoute(route: string): string {
  if (route === 'none') return 'none';
  const [, version, room] = route.split('/');
  if (version !== 'v1') return 'pages';
  return rooms.find((name) => name === room) ?? 'none';
}
