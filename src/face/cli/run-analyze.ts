import { mkdirSync } from 'node:fs';
import type { Localized } from '../../model/locale.ts';
import { type AnalyzeOptions, analyzeLetters } from './analyze-letters.ts';
import { type CliTools, exitCodes } from './cli-tools.ts';
import { collectEntries } from './collect-sources.ts';
import type { Format } from './format-reports.ts';
import { checkMany, writeToFolder, writeToStdout } from './write-results.ts';

export type AnalyzeRun = AnalyzeOptions & {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly out?: string;
  readonly language?: keyof Localized;
  /** A firm's own Word document that the report is put into. */
  readonly template?: Uint8Array;
};

/** `refusals analyze`: returns the exit code. Reports go to stdout or to files, everything else to stderr. */
export async function runAnalyze(run: AnalyzeRun, tools: CliTools): Promise<number> {
  const entries = collectEntries(run.paths, tools.stdin);
  const { out } = run;
  if (out === undefined) checkMany(run.format, entries.length);
  if (out !== undefined) mkdirSync(out, { recursive: true });
  const write = out === undefined ? writeToStdout(run, tools) : writeToFolder(out, run, tools);
  let done = 0;
  let unread = 0;
  let defects = 0;
  const showProgress = tools.terminal.err && entries.length > 1;
  await analyzeLetters(entries, run, tools, (results) => {
    for (const result of results) {
      write.each(result);
      done += 1;
      if ('problem' in result) unread += 1;
      if ('problem' in result && result.problem.code === 'internal') defects += 1;
    }
    if (showProgress) tools.err(`\r${done} / ${entries.length}`);
  });
  if (showProgress) tools.err('\n');
  await write.end();
  if (defects > 0) return exitCodes.internal;
  if (unread === 0) return exitCodes.done;
  return unread === done ? exitCodes.noneRead : exitCodes.someUnread;
}
