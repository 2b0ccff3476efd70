import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import { receiveBatchFiles } from '../../src/face/http/batch-handlers.ts';
import { localCaller } from '../../src/face/http/caller.ts';
import { createHttpApp, type HttpOptions } from '../../src/face/http/create-http-app.ts';
import { ownerOf } from '../../src/face/http/owner.ts';
import { createReceiveUpload, readAll, type UploadLimits } from '../../src/face/http/receive-upload.ts';
import { createPages } from '../../src/face/web/serve/create-pages.ts';
import { type Runner, startRunner } from '../../src/job/run-letters.ts';
import type { Tools } from '../../src/job/tools.ts';
import { makeTools } from './make-tools.ts';

export type Service = {
  readonly app: Express;
  readonly tools: Tools;
  readonly runner: Runner;
  readonly uploadFolder: string;
};

/** The real service on memory stores, with the reader of `makeTools`. Stop its runner when done. */
export function makeService(
  changes: {
    tools?: Partial<Tools>;
    http?: Partial<HttpOptions>;
    uploads?: Partial<UploadLimits>;
    clientFolder?: string;
  } = {},
): Service {
  const tools = makeTools(changes.tools);
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'service-'));
  const folder = path.join(dataFolder, 'uploads');
  const usual = { folder, maxFileBytes: 100_000, maxFieldBytes: 100_000, atOnce: 16, ...changes.uploads };
  const receive = createReceiveUpload({ maxFiles: 10, maxBytes: 200_000, ...usual });
  const receiveBatch = createReceiveUpload({ maxFiles: 300, maxBytes: 1_000_000, ...usual });
  const app = createHttpApp(tools, {
    authenticate: async () => localCaller,
    receive,
    receiveBatch,
    dataFolder,
    loopbackOnly: true,
    limited: false,
    closing: () => false,
    pages: createPages(tools, {
      ...(changes.clientFolder === undefined ? {} : { clientFolder: changes.clientFolder }),
      megabytes: 20,
      retentionDays: 180,
      originalDays: 30,
      receive: (request, response) => receive(request, response, readAll),
      receiveBatch: (request, response) => receiveBatchFiles(tools, receiveBatch, request, response),
      ownerOf,
    }),
    ...changes.http,
  });
  return { app, tools, runner: startRunner(tools, { slots: 2, mostMilliseconds: 5000 }), uploadFolder: folder };
}
