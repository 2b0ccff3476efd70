import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServiceTools } from '../app/open-tools.ts';
import type { Config } from '../config.ts';
import { authenticateKeys } from '../face/http/authenticate-keys.ts';
import { receiveBatchFiles } from '../face/http/batch-handlers.ts';
import { localCaller } from '../face/http/caller.ts';
import { createHttpApp } from '../face/http/create-http-app.ts';
import { createKeyGuard } from '../face/http/key-guard.ts';
import { ownerOf } from '../face/http/owner.ts';
import { createReceiveUpload, readAll } from '../face/http/receive-upload.ts';
import { addressOf, closeServer, serve } from '../face/http/serve.ts';
import { createPages } from '../face/web/serve/create-pages.ts';
import { createSignInPages } from '../face/web/serve/sign-in-pages.ts';
import { startSweeping } from '../job/retention/create-sweeper.ts';
import { startRunner } from '../job/run-letters.ts';
import { openService, runnerLimits } from './process/open-service.ts';
import { brokenStore, runProcess, type Started } from './process/run-process.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const mib = 1024 * 1024;
const firstKey =
  'Nobody has a key yet. Make one, now or later:\n' +
  '  refusals keys create --scopes admin,letters:read,letters:write,export --expires YYYY-MM-DD\n';

/** The API and the pages on one server. */
async function listen(config: Config, tools: ServiceTools, closing: () => boolean) {
  const { maxFileBytes } = config;
  const keys = config.auth === 'keys';
  const guard = createKeyGuard(tools);
  const folder = path.join(tools.ownFolder, 'uploads');
  // Uploads that a crash cut off.
  await rm(folder, { recursive: true, force: true });
  const usual = { folder, maxFileBytes, maxFieldBytes: 2 * mib, atOnce: 16 };
  const receive = createReceiveUpload({ ...usual, maxFiles: 20, maxBytes: 2 * maxFileBytes });
  const batchFileBytes = Math.max(maxFileBytes, 100 * mib);
  const receiveBatch = createReceiveUpload({
    ...usual,
    maxFileBytes: batchFileBytes,
    maxFiles: 500,
    maxBytes: 4 * batchFileBytes,
  });
  const told = {
    clientFolder: path.join(root, 'dist/client'),
    megabytes: maxFileBytes / mib,
    retentionDays: config.retentionDays,
    originalDays: config.originalRetentionDays,
  };
  const app = createHttpApp(tools, {
    authenticate: keys ? authenticateKeys(tools, guard) : async () => localCaller,
    receive,
    receiveBatch,
    dataFolder: path.resolve(config.dataFolder),
    loopbackOnly: !keys,
    limited: keys,
    closing,
    ...(keys ? { openPages: createSignInPages(tools, { guard, ...told }) } : {}),
    pages: createPages(tools, {
      ...told,
      receive: (request, response) => receive(request, response, readAll),
      receiveBatch: (request, response) => receiveBatchFiles(tools, receiveBatch, request, response),
      ownerOf,
    }),
  });
  return serve(app, config.port, config.host);
}

/** Opens everything and listens. Letters are read here too, unless that is left to workers. */
async function start(config: Config): Promise<Started> {
  const { app, tools, retention } = await openService(root, config);
  let closing = false;
  const server = await listen(config, tools, () => closing);
  const runner = config.workers === 0 ? undefined : startRunner(tools, runnerLimits(config));
  const sweeping = startSweeping(tools, retention);
  const nobody = config.auth === 'keys' && (await tools.keys.list()).length === 0;
  process.stdout.write(`Refusal letters are read at ${addressOf(server)}\n${nobody ? firstKey : ''}`);
  const stop = async (): Promise<void> => {
    closing = true;
    sweeping.stop();
    await Promise.all([closeServer(server, 10_000), runner?.stop(15_000)]);
    await app.reader.close();
    await tools.close();
  };
  return { stop, broken: brokenStore(tools) };
}

await runProcess(start);
