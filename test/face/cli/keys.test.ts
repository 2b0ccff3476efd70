import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { askForKeys } from '../../../src/app/open-accounts.ts';
import { checkAudit } from '../../../src/app/open-stores.ts';
import { runProgram } from '../../../src/face/cli/run-program.ts';
import { folderContent } from '../../support/folder-content.ts';
import { makeApp } from '../../support/make-app.ts';
import { makeCliTools } from '../../support/make-cli-tools.ts';

const app = makeApp();
afterAll(() => app.reader.close());

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
});

/** The command line on a data folder of its own. */
async function run(...args: string[]) {
  const tools = makeCliTools(app);
  const code = await runProgram(args, '1', {
    ...tools,
    askForKeys: (request) => askForKeys({ dataFolder: folder, programs: path.resolve('dist/bin') }, request),
    checkAudit: () => checkAudit(folder),
  });
  return { code, out: tools.printed(), err: tools.told() };
}
const create = (...more: string[]) => run('keys', 'create', '--scopes', 'admin', '--expires', '2999-01-01', ...more);
const idOf = (key: string) => key.slice(3, 11);

test('the first key is made by a command, and nothing but the key goes to standard output', async () => {
  const { code, out, err } = await create('--owner', 'my-firm');
  expect(code).toBe(0);
  expect(out).toMatch(/^rk_[a-z2-9]{8}_[\w-]{43}\n$/);
  expect(err).toContain('my-firm');
  expect(err).not.toContain(out.trim().slice(12));
});

test('the secret is in no file of the data folder, which only its user can read', async () => {
  const { out } = await create();
  const kept = folderContent(folder);
  expect(kept).toContain(idOf(out));
  expect(kept).not.toContain(out.trim().slice(12));
  const modes = ['audit.key', 'audit.jsonl', 'database-pg18'].map((name) => [
    name,
    statSync(path.join(folder, name)).mode & 0o777,
  ]);
  expect(modes).toEqual([
    ['audit.key', 0o600],
    ['audit.jsonl', 0o600],
    ['database-pg18', 0o700],
  ]);
});

test('keys are listed, revoked, and gone', async () => {
  const { out } = await create('--owner', 'my-firm');
  expect((await run('keys', 'list')).out).toContain(`${idOf(out)}\tmy-firm\tadmin\tuntil 2999-01-01\tlast used never`);
  expect((await run('keys', 'revoke', idOf(out))).code).toBe(0);
  expect(await run('keys', 'list')).toMatchObject({ out: '', err: 'There is no key yet.\n' });
  expect((await run('keys', 'revoke', idOf(out))).code).toBe(1);
});

test.each([
  ['an unknown scope', ['--scopes', 'all', '--expires', '2999-01-01']],
  ['a day that has passed', ['--scopes', 'admin', '--expires', '2020-01-01']],
  ['no day', ['--scopes', 'admin']],
  ['an owner that is no plain name', ['--scopes', 'admin', '--expires', '2999-01-01', '--owner', 'A B']],
])('%s is a mistake of use', async (_what, flags) => {
  expect((await run('keys', 'create', ...flags)).code).toBe(2);
});

test('what was done with keys is in the audit trail, and a change to it is found', async () => {
  const { out } = await create();
  await run('keys', 'revoke', idOf(out));
  expect(await run('verify-audit')).toMatchObject({ code: 0, out: '3 rows, each as it was written\n' });
  const file = path.join(folder, 'audit.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('keys revoke', 'keys list'));
  const { code, err } = await run('verify-audit');
  expect(code).toBe(1);
  expect(err).toContain('row 3 was changed');
});
