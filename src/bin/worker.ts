import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../config.ts';
import { startRunner } from '../job/run-letters.ts';
import { openService, runnerLimits } from './process/open-service.ts';
import { brokenStore, runProcess, type Started } from './process/run-process.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Reads letters that others accepted, and serves nothing. */
async function start(config: Config): Promise<Started> {
  const { app, tools } = await openService(root, config);
  await tools.opened;
  const runner = startRunner(tools, runnerLimits(config));
  process.stdout.write(`Letters are read here, ${config.workers} at a time\n`);
  const stop = async (): Promise<void> => {
    await runner.stop(15_000);
    await app.reader.close();
    await tools.close();
  };
  return { stop, broken: brokenStore(tools) };
}

/** The embedded store belongs to one process, which then reads the letters itself. */
function mistakesOf({ databaseUrl, workers }: Config): readonly string[] {
  return [
    ...(databaseUrl === undefined
      ? ['DATABASE_URL: a worker shares its letters with the service through a PostgreSQL server. Give its address.']
      : []),
    ...(workers === 0 ? ['WORKERS: a worker that reads no letters does nothing. Write at least 1.'] : []),
  ];
}

await runProcess(start, mistakesOf);
