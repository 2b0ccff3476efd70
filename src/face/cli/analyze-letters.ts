import type { Answers } from '../../model/advice.ts';
import type { Localized } from '../../model/locale.ts';
import type { Report } from '../../report/report-schema.ts';
import type { CliTools } from './cli-tools.ts';
import { type Entry, toSource } from './collect-sources.ts';
import { inOrder } from './in-order.ts';
import { type Problem, problemOf } from './problem-of.ts';

export type Analyzed = { readonly name: string } & ({ readonly report: Report } | { readonly problem: Problem });

export type AnalyzeOptions = {
  readonly answers: Answers;
  readonly today: string;
  readonly language?: keyof Localized;
  readonly password?: string;
  readonly jobs: number;
};

/** Reads and analyzes every letter, in order. What can't be read takes its place as a problem; the rest go on. */
export async function analyzeLetters(
  entries: readonly Entry[],
  options: AnalyzeOptions,
  tools: CliTools,
  emit: (results: readonly Analyzed[]) => void,
): Promise<void> {
  await inOrder(entries, options.jobs, (entry) => analyzeEntry(entry, options, tools), emit);
}

async function analyzeEntry(entry: Entry, options: AnalyzeOptions, tools: CliTools): Promise<readonly Analyzed[]> {
  const results: Analyzed[] = [];
  try {
    const sources = await tools.unpack(await toSource(entry, options.password));
    for (const source of sources) results.push(...(await analyzeSource(source, options, tools)));
  } catch (error) {
    results.push({ name: entry.name, problem: noted(error, tools) });
  }
  return results;
}

async function analyzeSource(
  source: Awaited<ReturnType<typeof toSource>>,
  options: AnalyzeOptions,
  tools: CliTools,
): Promise<readonly Analyzed[]> {
  try {
    const document = await tools.read(source, new AbortController().signal);
    const { answers, today, language } = options;
    return tools.split(document).map((each, part) => {
      const report = tools.analyze(each, { answers, today, ...(language === undefined ? {} : { language }) });
      return { name: part === 0 ? source.name : each.name, report };
    });
  } catch (error) {
    return [{ name: source.name, problem: noted(error, tools) }];
  }
}

/** A defect is told on stderr by its kind and place in our code, never with words of a letter. */
function noted(error: unknown, tools: CliTools): Problem {
  const problem = problemOf(error);
  if (problem.code === 'internal' && error instanceof Error) {
    tools.err(
      `${error.name}\n${(error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 6)
        .join('\n')}\n`,
    );
  }
  return problem;
}
