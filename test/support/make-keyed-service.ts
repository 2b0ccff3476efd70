import { authenticateKeys } from '../../src/face/http/authenticate-keys.ts';
import type { HttpOptions } from '../../src/face/http/create-http-app.ts';
import { createKeyGuard } from '../../src/face/http/key-guard.ts';
import { createSignInPages } from '../../src/face/web/serve/sign-in-pages.ts';
import { makeKey } from '../../src/job/api-keys.ts';
import type { Tools } from '../../src/job/tools.ts';
import { type Scope, scopes } from '../../src/seam/key-store.ts';
import { makeService, type Service } from './make-service.ts';
import { makeTools } from './make-tools.ts';

export type KeyedService = Service & {
  /** A new key as a header value. */
  readonly keyFor: (owner: string, held?: readonly Scope[], expires?: string) => Promise<string>;
};

/** The real service with `AUTH=keys`. */
export function makeKeyedService(
  changes: {
    readonly tools?: Partial<Tools>;
    readonly http?: Partial<HttpOptions>;
    readonly clientFolder?: string;
  } = {},
): KeyedService {
  const tools = makeTools(changes.tools);
  const client = changes.clientFolder === undefined ? {} : { clientFolder: changes.clientFolder };
  const guard = createKeyGuard(tools);
  const service = makeService({
    tools,
    ...client,
    http: {
      authenticate: authenticateKeys(tools, guard),
      loopbackOnly: false,
      limited: true,
      openPages: createSignInPages(tools, { guard, megabytes: 20, retentionDays: 180, originalDays: 30, ...client }),
      ...changes.http,
    },
  });
  return {
    ...service,
    keyFor: async (owner, held = scopes, expires = '2030-01-01') =>
      `Bearer ${(await makeKey(tools, { owner, scopes: held, expires })).text}`,
  };
}
