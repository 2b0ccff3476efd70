import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasPostgres, startPostgres, type ThrowAwayPostgres } from '../support/throw-away-postgres.ts';

// The built program, started and killed as a person or the system would.
const started: ChildProcess[] = [];
let folder: string;
/** Settings of every program that a test starts. */
let place: Readonly<Record<string, string>>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'server-'));
  place = {};
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

type Run = { readonly child: ChildProcess; readonly printed: () => string; readonly ended: Promise<number | null> };

function start(file: string, args: readonly string[], settings: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [`dist/bin/${file}`, ...args], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', ...place, ...settings },
  });
  started.push(child);
  let text = '';
  child.stdout.on('data', (piece) => {
    text += String(piece);
  });
  child.stderr.on('data', (piece) => {
    text += String(piece);
  });
  return { child, printed: () => text, ended: new Promise((resolve) => child.on('close', resolve)) };
}
async function serve(settings: Readonly<Record<string, string>> = {}) {
  const run = start('server.js', [], settings);
  let over = false;
  void run.ended.then(() => {
    over = true;
  });
  for (;;) {
    const address = /http:\/\/[\d.:]+/.exec(run.printed())?.[0];
    if (address !== undefined) return { ...run, address };
    if (over) throw new Error(run.printed());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
async function refusals(...args: string[]) {
  const run = start('cli.js', args, {});
  return { code: await run.ended, printed: run.printed() };
}
const makeKey = async () => {
  const { printed } = await refusals(
    'keys',
    'create',
    '--scopes',
    'letters:read,letters:write,export',
    '--expires',
    '2999-01-01',
  );
  return /rk_\w{8}_[\w-]{43}/.exec(printed)?.[0] ?? '';
};

describe('a data folder belongs to one process', () => {
  test('a second one says which has it and ends, until the first is killed', async () => {
    const first = await serve();
    const second = start('server.js', [], {});
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain(`in use by process ${first.child.pid}`);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = await serve();
    expect((await fetch(`${third.address}/healthz`)).status).toBe(200);
  });
});

describe('what the service reaches', () => {
  // Ends a process that connects to anything but a socket file of this machine, or looks a name up.
  const guarded = { NODE_OPTIONS: `--import ${pathToFileURL('test/support/refuse-network.mjs').href}` };
  async function send(address: string) {
    const form = new FormData();
    form.append('letter', new Blob(['I am refusing your application for a study permit.']), 'letter.txt');
    const sent = await fetch(`${address}/v1/letters`, { method: 'POST', body: form, headers: { Prefer: 'wait=30' } });
    return sent.status;
  }

  test('is nothing, from its start to a report and its end, even where credentials for a bucket lie around', async () => {
    const service = await serve({ ...guarded, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' });
    expect(await send(service.address)).toBe(200);
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });

  test('is the webhook when one is set, and then the guard sees it', async () => {
    const service = await serve({
      ...guarded,
      WEBHOOK_URL: 'http://127.0.0.1:9/',
      WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 1).toString('base64')}`,
      WEBHOOK_ALLOW_PRIVATE: 'yes',
    });
    await send(service.address).catch(() => 0);
    expect(await service.ended).toBe(71);
  });
});

/** The content of every file under a folder. */
const contentOf = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, content: readFileSync(file, 'latin1') }));

const planted = ['Zebulon', 'Quixworthy', '11-2233-4455'] as const;

/** A letter and a batch with names and numbers in every place that a sender can reach. Gives the letter's id. */
async function plant(address: string, key: string): Promise<string> {
  const [given, family, client] = planted;
  const headers = { Authorization: `Bearer ${key}` };
  const text = `Dear ${given} ${family}, UCI: ${client}. I am refusing your application for a study permit.`;
  const formOf = (field: string, ...texts: readonly string[]) => {
    const form = new FormData();
    for (const one of texts) form.append(field, new Blob([one]), `${given}-${family}-${client}.txt`);
    return form;
  };
  const letter = await fetch(`${address}/v1/letters`, {
    method: 'POST',
    body: formOf('letter', text),
    headers: { ...headers, Prefer: 'wait=20', 'X-Name': family, 'User-Agent': given },
  });
  const { id }: { id: string } = await letter.json();
  const several = formOf('letters', `${text} Again.`, `${text} Once more.`, `\u0000${text}`);
  several.append('name', `The ${family} family`);
  const sent = await fetch(`${address}/v1/batches`, { method: 'POST', body: several, headers });
  const batch: { id: string } = await sent.json();
  for (;;) {
    const now: { state: string } = await (await fetch(`${address}/v1/batches/${batch.id}`, { headers })).json();
    if (now.state === 'done') break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const more of [`/v1/batches/${batch.id}/results.csv`, `/v1/batches/${batch.id}/summary`, `/batches/${batch.id}`])
    await (await fetch(`${address}${more}`, { headers })).arrayBuffer();
  await fetch(`${address}/v1/letters/${id}/original?name=${family}`, { headers });
  await fetch(`${address}/v1/letters/${family}`, { headers });
  await fetch(`${address}/${given}/${client}`, { headers });
  await fetch(`${address}/v1/batches?api_key=${key}`);
  await fetch(`${address}/v1/batches`, { headers: { Authorization: `Bearer ${key}x` } });
  return id;
}

/** Signs in at the pages and looks at a letter. Gives the secret of the session. */
async function lookSignedIn(address: string, key: string, id: string): Promise<string> {
  const signed = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ key, next: `/letters/${id}` }),
  });
  const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await fetch(`${address}/letters/${id}`, { headers: { Cookie: cookie } })).status).toBe(200);
  return cookie.replace('session=', '');
}

describe('with AUTH=keys', () => {
  test('a fresh service has no key, and takes one that is made while it runs, until it is revoked', async () => {
    const service = await serve({ AUTH: 'keys' });
    expect(service.printed()).toContain('Nobody has a key yet.');
    const key = await makeKey();
    const ask = (headers: Record<string, string>) => fetch(`${service.address}/v1/batches`, { headers });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ Authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await refusals('keys', 'revoke', key.slice(3, 11))).code).toBe(0);
    expect((await ask({ Authorization: `Bearer ${key}` })).status).toBe(401);
  });
});

describe.each(['the embedded store', ...(hasPostgres() ? ['PostgreSQL'] : [])])('with AUTH=keys and %s', (kind) => {
  let server: ThrowAwayPostgres | undefined;
  beforeEach(async () => {
    server = kind === 'PostgreSQL' ? await startPostgres() : undefined;
    place = server === undefined ? {} : { DATABASE_URL: server.url };
  });
  afterEach(() => server?.stop());

  test('names, client numbers and keys are in no log, no metric and no byte of disk or database', async () => {
    const key = await makeKey();
    const made = await refusals('keys', 'create', '--scopes', 'metrics', '--expires', '2999-01-01');
    const watch = String(/rk_\S+/.exec(made.printed)?.[0]);
    const service = await serve({ AUTH: 'keys', LOG_LEVEL: 'debug' });
    const id = await plant(service.address, key);
    const session = await lookSignedIn(service.address, key, id);
    const asked = await fetch(`${service.address}/metrics`, { headers: { Authorization: `Bearer ${watch}` } });
    const metrics = await asked.text();
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);

    // All that is left: the store with its write-ahead log, files, keys, trail; the server still runs.
    const kept = [...contentOf(folder), ...(server === undefined ? [] : contentOf(server.folder))];
    const holders = (text: string) => kept.filter(({ content }) => content.includes(text)).map(({ file }) => file);
    expect(holders(id).some((file) => file.includes('pg_wal'))).toBe(true);
    expect(holders(key.slice(3, 11)).length).toBeGreaterThan(0);
    for (const secret of [...planted, key.slice(12), watch.slice(12), session]) {
      expect(secret.length).toBeGreaterThan(6);
      expect(service.printed().includes(secret)).toBe(false);
      expect(metrics.includes(secret)).toBe(false);
      expect(holders(secret)).toEqual([]);
    }
    expect(holders('POST /v1/letters').some((file) => file.endsWith('audit.jsonl'))).toBe(true);
    expect(kept.filter(({ file }) => file.includes('/uploads/'))).toEqual([]);
    expect(service.printed()).toContain('"route":"/v1/letters/:id"');
    expect(metrics).toMatch(/refusals_letters_total\{state="done",code="none"\} [1-9]/);
    expect(readdirSync(folder)).not.toContain('owner.sock');
    expect((await refusals('verify-audit')).code).toBe(0);
  });
});
