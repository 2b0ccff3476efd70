import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Tools } from '../../job/tools.ts';
import { Failure } from '../../model/failure.ts';
import { batchHandlers } from './batch-handlers.ts';
import { batchOperations } from './batch-operations.ts';
import { type Authenticate, requireCaller, requireScope } from './caller.ts';
import { failureOfError } from './failure-of-error.ts';
import { guardOrigin } from './guard-origin.ts';
import { keyHandlers } from './key-handlers.ts';
import { keyOperations } from './key-operations.ts';
import { letterHandlers } from './letter-handlers.ts';
import { letterOperations } from './letter-operations.ts';
import { limitRequests } from './limit-requests.ts';
import { logRequests } from './log-requests.ts';
import type { Handler, Operation } from './operation.ts';
import { sendProblem } from './problem.ts';
import { goOn, type ReceiveUpload } from './receive-upload.ts';
import { refuseKeysInAddress } from './refuse-keys-in-address.ts';
import { securityHeaders } from './security-headers.ts';
import { serviceHandlers } from './service-handlers.ts';
import { serviceOperations } from './service-operations.ts';
import { watchRequests } from './watch-requests.ts';

export type HttpOptions = {
  readonly authenticate: Authenticate;
  readonly receive: ReceiveUpload;
  readonly receiveBatch: ReceiveUpload;
  readonly dataFolder: string;
  /** True when only this machine may reach the service. */
  readonly loopbackOnly: boolean;
  /** True when many share the service: then nobody may take more than a share. */
  readonly limited: boolean;
  readonly closing: () => boolean;
  /** What anybody may see before signing in. */
  readonly openPages?: RequestHandler;
  /** The pages for people, which follow after the API. They ask themselves what a key may do: a page says no by a page. */
  readonly pages?: RequestHandler;
};

const jsonLimitBytes = 65_536;

/** Addresses of private networks: whoever passes requests on from there may say for whom. */
const proxies = ['loopback', 'linklocal', 'uniquelocal'] as const;

/** Those who ask whether the service lives ask often, and are never told to wait. */
const unlimited: ReadonlySet<string> = new Set(['getHealth', 'getReadiness']);

const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const nameRequests: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Request-Id', randomUUID());
  next();
};

const pass: RequestHandler = (_request, _response, next) => next();

/** Small bodies are read by those who handle them; uploads only when there is room for them. */
const goOnWithForms: RequestHandler = (request, response, next) => {
  if (!request.is('multipart/form-data')) goOn(request, response);
  next();
};

/** Every call that the service answers, as it is routed and as it is documented. */
export const operations = { ...letterOperations, ...batchOperations, ...keyOperations, ...serviceOperations } as const;

function createApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('trust proxy', proxies);
  return app;
}

/** The API, with the pages behind it. Every error becomes a problem. */
export function createHttpApp(tools: Tools, options: HttpOptions): Express {
  const table: Readonly<Record<string, Operation>> = operations;
  const handlers: Readonly<Record<string, Handler>> = {
    ...letterHandlers(tools, options.receive),
    ...batchHandlers(tools, options.receiveBatch),
    ...keyHandlers(tools),
    ...serviceHandlers(tools, { dataFolder: options.dataFolder, closing: options.closing, operations: table }),
  };
  const app = createApp();
  app.use(nameRequests, logRequests(tools), watchRequests(tools), ...securityHeaders(), guardOrigin(options));
  app.use(refuseKeysInAddress);
  const authenticate = requireCaller(options.authenticate);
  const limit = options.limited ? limitRequests(tools.clock) : pass;
  const json = express.json({ limit: jsonLimitBytes, strict: true });
  for (const [name, { method, path, scopes, body }] of Object.entries(table)) {
    const handler = handlers[name];
    if (handler === undefined) throw new RangeError(`no handler for ${name}`);
    const who = scopes.length === 0 ? [] : [authenticate, requireScope(...scopes)];
    const read = body?.mediaType === 'application/json' ? [goOnWithForms, json] : [];
    app[method](expressPath(path), ...who, unlimited.has(name) ? pass : limit, ...read, handler);
  }
  if (options.openPages !== undefined) app.use(goOnWithForms, options.openPages);
  if (options.pages !== undefined) app.use(authenticate, limit, goOnWithForms, options.pages);
  app.use(() => {
    throw new Failure('not-found', 'There is nothing at this address. /docs lists every call.');
  });
  app.use(answerErrors(tools));
  return app;
}

function answerErrors(tools: Tools): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const failure = failureOfError(error);
    if (failure.code === 'internal') {
      const cause = failure.cause instanceof Error ? failure.cause : failure;
      tools.log('defect', {
        request: String(response.getHeader('X-Request-Id')),
        name: cause.name,
        stack: stackOf(cause),
      });
    }
    if (response.headersSent) response.destroy();
    else sendProblem(response, failure);
  };
}

/** Where it happened, without the message: libraries put bytes of the file into theirs. */
const stackOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join(' ');
