import { type Command, InvalidArgumentError } from 'commander';
import { type Scope, scopes } from '../../seam/key-store.ts';
import type { CliTools } from './cli-tools.ts';

function asScopes(text: string): Scope[] {
  return text.split(',').map((name) => {
    const scope = scopes.find((one) => one === name.trim());
    if (scope === undefined) throw new InvalidArgumentError(`Choose from ${scopes.join(', ')}, with commas between.`);
    return scope;
  });
}

type NewKeyFlags = { readonly scopes: Scope[]; readonly expires: string; readonly owner?: string };

/** `refusals keys`: works on the data folder, through the service when it runs. */
export function addKeyCommands(program: Command, tools: Pick<CliTools, 'askForKeys' | 'out' | 'err'>): void {
  const ask = async (request: Parameters<CliTools['askForKeys']>[0]): Promise<void> => {
    const { out, told } = await tools.askForKeys(request);
    tools.err(told);
    tools.out(out);
  };
  const keys = program.command('keys').description('keys of the service (AUTH=keys), in the folder DATA_DIR');
  keys
    .command('create')
    .description('makes a key and shows it, this once')
    .requiredOption('--scopes <names>', `what it may do: ${scopes.join(', ')}`, asScopes)
    .requiredOption('--expires <date>', 'from this day on (UTC) it is worth nothing')
    .option('--owner <name>', 'whose letters it opens; a new owner if left out')
    .action(({ scopes: held, expires, owner }: NewKeyFlags) =>
      ask({ do: 'create', scopes: held, expires, ...(owner === undefined ? {} : { owner }) }),
    );
  keys
    .command('list')
    .description('every key: id, owner, scopes, until when, last use')
    .action(() => ask({ do: 'list' }));
  keys
    .command('revoke')
    .description('makes a key worth nothing from the next request on')
    .argument('<id>', 'the part after rk_')
    .action((id: string) => ask({ do: 'revoke', id }));
}

/** `refusals verify-audit`: hands `finish` the exit code. */
export function addVerifyAudit(
  program: Command,
  tools: Pick<CliTools, 'checkAudit' | 'out' | 'err'>,
  finish: (sound: boolean) => void,
): void {
  program
    .command('verify-audit')
    .description('checks that no row of the audit trail in DATA_DIR was changed, dropped or moved')
    .action(async () => {
      const { rows, problem } = await tools.checkAudit();
      if (problem === undefined) tools.out(`${rows} rows, each as it was written\n`);
      else tools.err(`The audit trail is not as it was written: ${problem}.\n`);
      finish(problem === undefined);
    });
}
