import { type Config, type ConfigMistakes, readConfig } from '../../config.ts';
import { closeOnSignals } from './close-on-signals.ts';

/** What a process that was started hands back. */
export type Started = {
  /** Closes everything in order. */
  readonly stop: () => Promise<void>;
  /** Resolves, with the reason, when it can't go on. */
  readonly broken: Promise<string>;
};

/**
 * Starts a process of the service with the settings of the environment and ends it on signals. All mistakes in the
 * settings are told at once.
 */
export async function runProcess(
  start: (config: Config) => Promise<Started>,
  check: (config: Config) => ConfigMistakes['mistakes'] = () => [],
): Promise<void> {
  const config = readConfig(process.env);
  const mistakes = 'mistakes' in config ? config.mistakes : check(config);
  if ('mistakes' in config || mistakes.length > 0) {
    const list = mistakes.map((line) => `- ${line}`).join('\n');
    process.stderr.write(`The service can't start with these settings:\n${list}\n`);
    process.exitCode = 2;
    return;
  }
  try {
    const { stop, broken } = await start(config);
    closeOnSignals(stop);
    const because = await broken;
    process.stderr.write(`The service had to end: ${because}\n`);
    process.exit(1);
  } catch (error) {
    process.stderr.write(`The service could not start: ${error instanceof Error ? error.message : 'unknown error'}\n`);
    process.exit(1);
  }
}

/** Why a store that is being opened, or was, can't be used; never resolves while it can. */
export function brokenStore(store: {
  readonly opened: Promise<void>;
  readonly lost: Promise<string>;
}): Promise<string> {
  const failed = new Promise<string>((resolve) => {
    store.opened.catch((error: unknown) => resolve(error instanceof Error ? error.message : 'unknown error'));
  });
  return Promise.race([failed, store.lost.then((because) => `the store is lost: ${because}.`)]);
}
