import { readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { openTools, type ServiceTools } from '../../app/open-tools.ts';
import { type App, createApp, foldersOf } from '../../app.ts';
import type { Config } from '../../config.ts';
import { isForgetful, type Retention } from '../../job/retention/retention.ts';
import type { RunnerLimits } from '../../job/run-letters.ts';
import type { Log } from '../../job/tools.ts';

/** How letters are read: none may take longer than two minutes. */
export const runnerLimits = ({ workers, leaseSeconds }: Config): RunnerLimits => ({
  slots: workers,
  mostMilliseconds: 120_000,
  leaseSeconds,
});

function logOf({ logLevel }: Config): Log {
  const quiet = logLevel === 'silent' || logLevel === 'error';
  return (event, facts = {}) => {
    const error = event === 'defect' || event === 'claim-failed';
    if (logLevel === 'silent' || (quiet && !error)) return;
    process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`);
  };
}

export type OpenService = { readonly app: App; readonly tools: ServiceTools; readonly retention: Retention };

/** Opens what a process of the service works with. `root` is the package's folder. */
export async function openService(root: string, config: Config): Promise<OpenService> {
  const { version }: { version: string } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const dataFolder = path.resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const { programs, samples } = foldersOf(root);
  const { workers, maxFileBytes, maxPages, databaseUrl, leaseSeconds } = config;
  // One reading process more than letters at a time: for a single upload beside a batch, and for drawing pages.
  const app = createApp(root, { workers: workers + 1, maxFileBytes, maxPages });
  const opened = await openTools(app, {
    dataFolder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    programs,
    leaseSeconds,
    files: config.files,
    ...(config.webhook === undefined ? {} : { webhook: config.webhook }),
    version,
    log: logOf(config),
    // A letter of an invented person, where the fixtures are there.
    sample: () =>
      readFile(path.join(samples, 'c-study-en.pdf')).then(
        (bytes) => ({ name: 'sample-letter.pdf', bytes }),
        () => undefined,
      ),
  });
  const retention: Retention = { originalDays: config.originalRetentionDays, reportDays: config.retentionDays };
  return { app, tools: { ...opened, forgetful: isForgetful(retention) }, retention };
}
