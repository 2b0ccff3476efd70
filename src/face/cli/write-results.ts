import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../../model/failure.ts';
import type { Analyzed } from './analyze-letters.ts';
import type { CliTools } from './cli-tools.ts';
import { extensionOf, type Format, formatReport, formatTable, type Spoken, streams, tables } from './format-reports.ts';

type Wish = Spoken & { readonly format: Format };
type Tools = Pick<CliTools, 'out' | 'err' | 'forms'>;

/** Takes results in order and writes them; `end` waits until all is written. */
export type ResultWriter = { readonly each: (result: Analyzed) => void; readonly end: () => Promise<void> };

/** Several reports in the json format are one array, in a table format one table; a single one stands alone. */
export function writeToStdout(wish: Wish, tools: Tools): ResultWriter {
  const held: Analyzed[] = [];
  let writing = Promise.resolve();
  const streamed = streams.includes(wish.format);
  return {
    each: (result) => {
      if ('problem' in result) tools.err(`${result.name}: ${result.problem.detail}\n`);
      if (streamed)
        writing = writing.then(async () => tools.out(await formatReport(result, wish.format, wish, tools.forms)));
      else held.push(result);
    },
    end: async () => {
      await writing;
      const body = await formatHeld(held, wish, tools);
      if (body.length > 0) tools.out(body);
    },
  };
}

async function formatHeld(held: readonly Analyzed[], wish: Wish, tools: Tools): Promise<string | Uint8Array> {
  const { format, language } = wish;
  const [only] = held;
  if (only === undefined) return '';
  if (tables.includes(format)) return formatTable(held, format, language);
  if (held.length === 1) return formatReport(only, format, wish, tools.forms);
  if (format !== 'json') throw refuseMany(format);
  const all = held.map((result) =>
    'report' in result ? result.report : { name: result.name, problem: result.problem },
  );
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** Refuses early what could only fail after the work. Throws request-invalid. */
export function checkMany(format: Format, letters: number): void {
  if (letters > 1 && format !== 'json' && !streams.includes(format) && !tables.includes(format))
    throw refuseMany(format);
}

function refuseMany(format: Format): Failure {
  return new Failure(
    'request-invalid',
    `The format "${format}" holds one letter. Name a folder with --out to get one file for each letter.`,
  );
}

/** One file a letter, named after it. */
export function writeToFolder(folder: string, wish: Wish, tools: Tools): ResultWriter {
  let writing = Promise.resolve();
  return {
    each: (result) => {
      if ('problem' in result) tools.err(`${result.name}: ${result.problem.detail}\n`);
      writing = writing.then(async () => {
        const body = await formatReport(result, wish.format, wish, tools.forms);
        const file = path.join(folder, `${result.name.replace(/[/\\]/g, '_')}.${extensionOf(wish.format)}`);
        if (body.length > 0) writeFileSync(file, body);
      });
    },
    end: () => writing,
  };
}
