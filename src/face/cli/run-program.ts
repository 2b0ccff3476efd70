import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Failure } from '../../model/failure.ts';
import { type RedactLevel, redactLevels } from '../../report/redact/find-personal.ts';
import { type AnswerFlags, addAnswerOptions, answersOf, asDay } from './answer-flags.ts';
import { type CliTools, exitCodes } from './cli-tools.ts';
import { formats } from './format-reports.ts';
import { addKeyCommands, addVerifyAudit } from './key-commands.ts';
import { runAnalyze } from './run-analyze.ts';
import { compareFormats, runCompare } from './run-compare.ts';
import { runRedact } from './run-redact.ts';
import { addTransferCommands } from './transfer-commands.ts';

type Flags = AnswerFlags & {
  readonly format?: (typeof formats)[number];
  readonly out?: string;
  readonly today?: string;
  readonly lang?: 'en' | 'fr';
  readonly passwordFile?: string;
  readonly jobs?: number;
  readonly template?: string;
};

/** Runs one command line and returns the exit code. */
export async function runProgram(args: readonly string[], version: string, tools: CliTools): Promise<number> {
  let code: number = exitCodes.done;
  const program = new Command('refusals')
    .description('Reads visa and permit refusal letters, on this machine only.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: tools.out, writeErr: tools.err });
  addAnalyze(program, tools, (result) => {
    code = result;
  });
  addCompare(program, tools, (result) => {
    code = result;
  });
  addRedact(program, tools, (result) => {
    code = result;
  });
  addKeyCommands(program, tools);
  addTransferCommands(program, tools);
  addVerifyAudit(program, tools, (sound) => {
    code = sound ? exitCodes.done : exitCodes.internal;
  });
  addServiceCommands(program, tools, (result) => {
    code = result;
  });
  program
    .command('patterns')
    .description('checks the pattern packs')
    .argument('[country]', 'only this country')
    .option('--try <sentence>', 'shows what matches a sentence, what sets it aside and why')
    .action((country: string | undefined, flags: { readonly try?: string }) => {
      if (flags.try !== undefined) return tools.out(tools.trySentence(flags.try));
      const check = tools.checkPatterns(country);
      tools.out(`${check.lines.join('\n')}\n`);
      code = check.problems === 0 ? exitCodes.done : exitCodes.internal;
    });
  program
    .command('mcp')
    .description('the same over the Model Context Protocol, on standard input and output')
    .action(() => tools.serveMcp());
  program
    .command('doctor')
    .description('what is installed, which engines run, and proof that no outbound connection is opened')
    .option('--offline', 'only the proof')
    .action(async () => tools.out(`${(await tools.describe()).join('\n')}\n`));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    if (!(error instanceof Failure)) throw error;
    tools.err(`${error.message}\n`);
    return error.code === 'request-invalid' ? exitCodes.usage : exitCodes.internal;
  }
}

function addServiceCommands(program: Command, tools: CliTools, finish: (code: number) => void): void {
  const run = (start: () => Promise<void>) => async () => {
    await start();
    finish(exitCodes.usage);
  };
  program
    .command('serve')
    .description('the page and the API; settings come from the environment')
    .action(run(() => tools.serve()));
  program
    .command('worker')
    .description('a process that only reads letters of the service at DATABASE_URL')
    .action(run(() => tools.work()));
}

function addAnalyze(program: Command, tools: CliTools, finish: (code: number) => void): void {
  addAnswerOptions(program.command('analyze').description('reads letters and prints reports'))
    .argument('<paths...>', 'files, folders, archives, or - for standard input')
    .addOption(new Option('--format <format>', 'form of the report').choices([...formats]))
    .option('--out <dir>', 'one file a letter in this folder, nothing on standard output')
    .option('--today <date>', 'counts deadlines from this day', asDay)
    .addOption(new Option('--lang <language>', "language of the report (default: the letter's)").choices(['en', 'fr']))
    .option('--password-file <file>', 'for encrypted PDFs')
    .option('--template <file>', 'with --format docx: your own Word document with {{fields}}')
    .option('--jobs <n>', 'letters at a time', asCount)
    .action(async (paths: string[], flags: Flags) => {
      finish(
        await runAnalyze(
          {
            paths,
            format: flags.format ?? (tools.terminal.out ? 'text' : 'json'),
            answers: answersOf(flags),
            today: flags.today ?? tools.today(),
            jobs: flags.jobs ?? tools.cores,
            ...filesOf(flags),
            ...(flags.out === undefined ? {} : { out: flags.out }),
            ...(flags.lang === undefined ? {} : { language: flags.lang }),
          },
          tools,
        ),
      );
    });
}

type CompareFlags = Pick<Flags, 'lang' | 'today' | 'passwordFile'> & {
  readonly format?: (typeof compareFormats)[number];
};

function addCompare(program: Command, tools: CliTools, finish: (code: number) => void): void {
  program
    .command('compare')
    .description('what is repeated, cured and new between two refusals of one person')
    .argument('<old>', 'the earlier letter, or its report as JSON')
    .argument('<new>', 'the later letter, or its report as JSON')
    .addOption(new Option('--format <format>', 'form of the comparison').choices([...compareFormats]))
    .addOption(new Option('--lang <language>', 'language of the comparison').choices(['en', 'fr']))
    .option('--today <date>', 'counts deadlines from this day', asDay)
    .option('--password-file <file>', 'for encrypted PDFs')
    .action(async (older: string, newer: string, flags: CompareFlags) => {
      const password = flags.passwordFile === undefined ? undefined : readPassword(flags.passwordFile);
      const format = flags.format ?? (tools.terminal.out ? 'text' : 'json');
      finish(
        await runCompare(
          {
            older,
            newer,
            format,
            today: flags.today ?? tools.today(),
            ...(flags.lang === undefined ? {} : { language: flags.lang }),
            ...(password === undefined ? {} : { password }),
          },
          tools,
        ),
      );
    });
}

function addRedact(program: Command, tools: CliTools, finish: (code: number) => void): void {
  program
    .command('redact')
    .description('a copy of a letter with personal data masked in picture and text')
    .argument('<file>', 'the letter')
    .requiredOption('--out <file>', 'the copy: a PDF, or masked text when it ends in .txt')
    .addOption(
      new Option('--level <level>', 'how much is masked: see the README')
        .choices([...redactLevels])
        .default('personal'),
    )
    .option('--password-file <file>', 'for encrypted PDFs')
    .action(
      async (
        file: string,
        flags: { readonly out: string; readonly level: RedactLevel; readonly passwordFile?: string },
      ) => {
        const password = flags.passwordFile === undefined ? undefined : readPassword(flags.passwordFile);
        finish(
          await runRedact(
            {
              file,
              out: flags.out,
              level: flags.level,
              today: tools.today(),
              ...(password === undefined ? {} : { password }),
            },
            tools,
          ),
        );
      },
    );
}

/** What flags name by its path. */
function filesOf({ passwordFile, template, format }: Flags): {
  readonly password?: string;
  readonly template?: Uint8Array;
} {
  return {
    ...(passwordFile === undefined ? {} : { password: readPassword(passwordFile) }),
    ...(template === undefined ? {} : { template: readTemplate(template, format) }),
  };
}

function readTemplate(file: string, format: Flags['format']): Uint8Array {
  if (format !== 'docx') throw new Failure('request-invalid', '--template goes with --format docx.');
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Failure('request-invalid', `The template "${file}" can't be read. Check the path.`, { cause });
  }
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new Failure('request-invalid', `The password file "${file}" can't be read. Check the path.`, { cause });
  }
}

function asCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new InvalidArgumentError('Write a number from 1 to 64.');
  return count;
}
