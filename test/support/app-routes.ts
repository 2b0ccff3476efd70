import type { Express } from 'express';
import { z } from 'zod';

export type Route = { readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'; readonly path: string };

const methodSchema = z.enum(['get', 'post', 'put', 'patch', 'delete']);
const routeSchema = z.object({ path: z.string(), methods: z.record(z.string(), z.boolean()) });
/** A layer of Express's own: a route, or a router with more layers, or neither. */
const layerSchema = z.object({ route: routeSchema.optional(), handle: z.unknown() });
const routerSchema = z.function().or(z.object({}));

function routesIn(stack: readonly unknown[]): readonly Route[] {
  return stack.flatMap((one) => {
    const { route, handle } = layerSchema.parse(one);
    if (route !== undefined) {
      const methods = Object.keys(route.methods).map((method) => methodSchema.parse(method));
      return methods.map((method) => ({ method, path: route.path }));
    }
    const inner: unknown = routerSchema.safeParse(handle).success ? Reflect.get(Object(handle), 'stack') : undefined;
    return Array.isArray(inner) ? routesIn(inner) : [];
  });
}

/** Every route that an app answers, of the API and of the pages, as Express itself has them. */
export const routesOf = (app: Express): readonly Route[] => routesIn(app.router.stack);
