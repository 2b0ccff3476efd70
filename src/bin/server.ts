import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, createApp, openTools } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
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
import { isForgetful, type Retention } from '../job/retention/retention.ts';
import { startRunner } from '../job/run-letters.ts';
import type { Log, Tools } from '../job/tools.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const sampleFile = path.join(root, 'fixtures/letters/c-study-en.pdf');
const letterMilliseconds = 120_000;
const mib = 1024 * 1024;
const firstKey =
  'Nobody has a key yet. Make one, now or later:\n' +
  '  refusals keys create --scopes admin,letters:read,letters:write,export --expires YYYY-MM-DD\n';

function logOf({ logLevel }: Config): Log {
  const quiet = logLevel === 'silent' || logLevel === 'error';
  return (event, facts = {}) => {
    const error = event === 'defect' || event === 'claim-failed';
    if (logLevel === 'silent' || (quiet && !error)) return;
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
  };
}

/** A letter of an invented person, where the fixtures are there. */
const sample = () =>
  readFile(sampleFile).then(
    (bytes) => ({ name: 'sample-letter.pdf', bytes }),
    () => undefined,
  );

function openApp(config: Config): App {
  const folders = {
    patterns: path.join(root, 'patterns'),
    packCache: path.join(root, 'dist/packs.json'),
    readerScript: path.join(root, 'dist/bin/reader.js'),
    models: path.join(root, 'patterns/languages/ocr'),
    programs: path.join(root, 'dist/bin'),
    samples: path.join(root, 'fixtures/letters'),
  };
  const { workers, maxFileBytes, maxPages } = config;
  return createApp(folders, { workers, maxFileBytes, maxPages });
}

/** The API and the pages on one server. */
async function listen(config: Config, tools: Tools, dataFolder: string, closing: () => boolean) {
  const { maxFileBytes } = config;
  const keys = config.auth === 'keys';
  const guard = createKeyGuard(tools);
  const folder = path.join(dataFolder, 'uploads');
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
    dataFolder,
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

/** Opens everything and listens. Gives what closes it all again. */
async function start(config: Config): Promise<() => Promise<void>> {
  const log = logOf(config);
  const dataFolder = path.resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const app = openApp(config);
  const retention: Retention = { originalDays: config.originalRetentionDays, reportDays: config.retentionDays };
  const opened = await openTools(app, { dataFolder, files: config.files, version, log, sample });
  const tools = { ...opened, forgetful: isForgetful(retention) };
  let closing = false;
  const server = await listen(config, tools, dataFolder, () => closing);
  const runner = startRunner(tools, { slots: config.workers, mostMilliseconds: letterMilliseconds });
  const sweeping = startSweeping(tools, retention);
  const nobody = config.auth === 'keys' && (await tools.keys.list()).length === 0;
  process.stdout.write(`Refusal letters are read at ${addressOf(server)}\n${nobody ? firstKey : ''}`);
  return async () => {
    closing = true;
    sweeping.stop();
    await Promise.all([closeServer(server, 10_000), runner.stop(15_000)]);
    await app.reader.close();
    await tools.close();
  };
}

/** A signal closes the service in order; a second one, or half a minute, ends it at once. */
function closeOnSignals(stop: () => Promise<void>): void {
  let told = false;
  const end = (code: number, grace: number): void => {
    if (told) process.exit(1);
    told = true;
    setTimeout(() => process.exit(1), grace).unref();
    void stop().finally(() => process.exit(code));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0, 30_000));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      // Where it happened, without the message: it may hold words of a letter.
      const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
      process.stderr.write(
        `${JSON.stringify({ event: 'defect', stack: lines.filter((line) => /^ +at /.test(line)).join('') })}\n`,
      );
      end(1, 5000);
    });
  }
}

const config = readConfig(process.env);
if ('mistakes' in config) {
  const list = config.mistakes.map((line) => `- ${line}`).join('\n');
  process.stderr.write(`The service can't start with these settings:\n${list}\n`);
  process.exitCode = 2;
} else {
  try {
    closeOnSignals(await start(config));
  } catch (error) {
    process.stderr.write(`The service could not start: ${error instanceof Error ? error.message : 'unknown error'}\n`);
    process.exit(1);
  }
}
