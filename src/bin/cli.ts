import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type App, createApp, foldersOf } from '../app.ts';
import { checkPacks } from '../check-packs.ts';
import { readConfig } from '../config.ts';
import type { CliTools } from '../face/cli/cli-tools.ts';
import { formatExplanation } from '../face/cli/format-explanation.ts';
import { runProgram } from '../face/cli/run-program.ts';
import { packViews } from '../job/pack-view.ts';
import { Failure } from '../model/failure.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const megabytes = Number(process.env['MAX_FILE_MB'] ?? 20);
const dataFolder = path.resolve(process.env['DATA_DIR'] || './data');
const place = {
  dataFolder,
  programs: foldersOf(root).programs,
  ...(process.env['DATABASE_URL'] ? { databaseUrl: process.env['DATABASE_URL'] } : {}),
};
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(new Date());

// `--version` or a check of the packs needs no reader; what is needed is made when it is asked for.
let made: App | undefined;
const app = (): App => {
  made ??= createApp(root, {
    workers: availableParallelism(),
    maxFileBytes: megabytes * 1024 * 1024,
    maxPages: Number(process.env['MAX_PAGES'] ?? 100),
  });
  return made;
};

const tools: CliTools = {
  unpack: (source) => app().unpack(source),
  read: (source, signal) => app().reader.read(source, signal),
  split: (document) => app().split(document),
  analyze: (document, options) =>
    app().analyze(document, { ...options, made: { at: new Date().toISOString(), analyzer: version } }),
  get forms() {
    return app().forms;
  },
  get typesetter() {
    return app().typesetter;
  },
  get masker() {
    return app().masker;
  },
  drawPage: (source, page, dpi, signal) => app().reader.draw(source, page, dpi, signal),
  checkPatterns: (country) => {
    const { problems, counts } = checkPacks(path.join(root, 'patterns'), today(), {
      ...(country === undefined ? {} : { only: country }),
      expected: path.join(root, 'fixtures/letters/expected.yaml'),
    });
    const lines = problems.map((each) => `patterns/${each.file}:${each.line}:${each.column} ${each.message}`);
    const sums = counts.map(
      (each) => `${each.country}: ${each.grounds} grounds, ${each.phrases} phrases, ${each.examples} examples`,
    );
    return {
      lines: [...lines, ...sums, problems.length === 0 ? 'no problems' : `${problems.length} problems`],
      problems: problems.length,
    };
  },
  trySentence: (sentence) => formatExplanation(app().explain(sentence)),
  describe: async () => {
    const { active, missing } = await app().reader.describeContainment();
    const lack = await app().reader.findOcrProblem();
    const offline = await app().proveOffline();
    return [
      `Node ${process.version}; packs: ${app()
        .packs.countries.map((country) => `${country.id} (${country.grounds.length} grounds)`)
        .join(', ')}`,
      `protections of reading processes in force: ${active.join(', ') || 'none'}`,
      `missing here: ${missing.join(', ') || 'none'}`,
      lack === undefined ? 'pictures and scans can be read' : `PICTURES AND SCANS CAN’T BE READ: ${lack}`,
      offline
        ? 'a text letter and a scan were read with every connection refused: none was tried'
        : 'NOT PROVEN: with every connection refused, a text letter and a scan could not both be read',
    ];
  },
  // Databases and their clients are loaded only for what needs them: reading a letter doesn't.
  askForKeys: async (request) => (await import('../app/open-accounts.ts')).askForKeys(place, request),
  // An entry point does its work when it is loaded; it comes back only when its settings are mistaken.
  serve: async () => void (await import('./server.ts')),
  work: async () => void (await import('./worker.ts')),
  checkAudit: async () => (await import('../app/open-stores.ts')).checkAudit(dataFolder),
  serveMcp: async () => {
    const { serveMcp } = await import('../face/mcp/serve-mcp.ts');
    const { unpack, read, split, analyze, forms } = tools;
    const ended = once(process.stdin, 'close');
    await serveMcp(
      {
        version,
        maxFileBytes: megabytes * 1024 * 1024,
        packs: packViews(app().packs),
        forms,
        unpack,
        read,
        split,
        analyze,
        today,
      },
      ended,
    );
  },
  openStores: async () => {
    const config = readConfig(process.env);
    if ('mistakes' in config) throw new Failure('request-invalid', config.mistakes.join('\n'));
    const { openStores } = await import('../app/open-stores.ts');
    return openStores({ ...place, files: config.files });
  },
  today,
  stdin: async () => new Uint8Array(await buffer(process.stdin)),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  cores: availableParallelism(),
};

process.exitCode = await runProgram(process.argv.slice(2), version, tools);
await made?.reader.close();
