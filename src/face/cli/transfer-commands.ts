import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { exportEverything, type TransferTools } from '../../job/transfer/export-everything.ts';
import { importEverything } from '../../job/transfer/import-everything.ts';
import type { TransferCounts } from '../../job/transfer/record-schemas.ts';
import { Failure } from '../../model/failure.ts';
import type { CliTools } from './cli-tools.ts';

type Tools = Pick<CliTools, 'openStores' | 'err'>;

const sum = ({ letters, files, batches, keys }: TransferCounts): string =>
  `${letters} letters with ${files} files, ${batches} batches, ${keys} keys`;

const invalid = (message: string, cause: unknown): Failure => new Failure('request-invalid', message, { cause });

/** Writes lines as the disk takes them, so that no more than one letter lies in memory. */
async function writeLines(stores: TransferTools, out: WriteStream): Promise<TransferCounts> {
  let counts: TransferCounts = { letters: 0, files: 0, batches: 0, keys: 0 };
  for await (const line of exportEverything(stores)) {
    if ('end' in line) counts = line.end;
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return counts;
}

async function runExport(file: string, tools: Tools): Promise<void> {
  const stores = await tools.openStores();
  try {
    const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
    await once(out, 'open').catch((cause: unknown) => {
      throw invalid(`"${file}" can't be written, or is there already. Choose a new file.`, cause);
    });
    try {
      tools.err(`${sum(await writeLines(stores, out))} are in ${file}.\n`);
      tools.err(
        'The file holds letters in the clear: keep it as safe as the letters, and delete it when it was used.\n',
      );
    } catch (error) {
      out.destroy();
      await rm(file, { force: true });
      throw error;
    }
  } finally {
    await stores.close();
  }
}

async function runImport(file: string, tools: Tools): Promise<void> {
  const input = createReadStream(file);
  await once(input, 'open').catch((cause: unknown) => {
    throw invalid(`"${file}" can't be read. Check the path.`, cause);
  });
  const stores = await tools.openStores();
  try {
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    tools.err(`${sum(await importEverything(stores, lines))} were taken in.\n`);
  } finally {
    input.destroy();
    await stores.close();
  }
}

/** `refusals export` and `refusals import`: the road from one store to another. */
export function addTransferCommands(program: Command, tools: Tools): void {
  program
    .command('export')
    .description('writes all that the service keeps to one file: letters, files, batches and keys, in the clear')
    .argument('<file>', 'a new file')
    .action((file: string) => runExport(file, tools));
  program
    .command('import')
    .description('takes an export in; what is there already stays as it is')
    .argument('<file>', 'a file that "export" wrote')
    .action((file: string) => runImport(file, tools));
}
