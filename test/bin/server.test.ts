import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// The built program, started and killed as a person or the system would.
const started: ChildProcess[] = [];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'server-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

type Run = { readonly child: ChildProcess; readonly printed: () => string; readonly ended: Promise<number | null> };

function start(file: string, args: readonly string[], settings: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [`dist/bin/${file}`, ...args], {
    env: { ...process.env, DATA_DIR: folder, PORT: '0', ...settings },
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

  test('names, client numbers and keys are in no log, no metric and no byte of the disk', async () => {
    const key = await makeKey();
    const watch = /rk_\S+/.exec(
      (await refusals('keys', 'create', '--scopes', 'metrics', '--expires', '2999-01-01')).printed,
    )?.[0];
    const service = await serve({ AUTH: 'keys', LOG_LEVEL: 'debug' });
    const planted = ['Zebulon', 'Quixworthy', '11-2233-4455'] as const;
    const [given, family, client] = planted;
    const form = new FormData();
    const text = `Dear ${given} ${family}, UCI: ${client}. I am refusing your application for a study permit.`;
    form.append('letter', new Blob([text]), `${given}-${family}-${client}.txt`);
    const headers = { Authorization: `Bearer ${key}` };
    const sent = await fetch(`${service.address}/v1/letters`, {
      method: 'POST',
      body: form,
      headers: { ...headers, Prefer: 'wait=20', 'X-Name': family, 'User-Agent': given },
    });
    const { id }: { id: string } = await sent.json();
    await fetch(`${service.address}/v1/letters/${id}/original?name=${family}`, { headers });
    await fetch(`${service.address}/v1/letters/${family}`, { headers });
    await fetch(`${service.address}/${given}/${client}`, { headers });
    await fetch(`${service.address}/v1/batches?api_key=${key}`);
    await fetch(`${service.address}/v1/batches`, { headers: { Authorization: `Bearer ${key}x` } });
    const signed = await fetch(`${service.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ key, next: `/letters/${id}` }),
    });
    const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await fetch(`${service.address}/letters/${id}`, { headers: { Cookie: cookie } })).status).toBe(200);
    const metrics = await (
      await fetch(`${service.address}/metrics`, { headers: { Authorization: `Bearer ${watch}` } })
    ).text();
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);

    // All that is left on the disk: store, files, keys, trail.
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(kept.length).toBeGreaterThan(8);
    expect(kept.some((content) => content.includes(key.slice(3, 11)))).toBe(true);
    expect(readdirSync(path.join(folder, 'uploads'))).toEqual([]);
    const trail = readFileSync(path.join(folder, 'audit.jsonl'), 'utf8');
    const secrets = [...planted, key.slice(12), String(watch).slice(12), cookie.replace('session=', '')];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(6);
      for (const place of [service.printed(), metrics, ...kept]) expect(place.includes(secret)).toBe(false);
    }
    expect(trail).toContain('POST /v1/letters');
    expect(service.printed()).toContain('"route":"/v1/letters/:id"');
    expect(metrics).toContain('refusals_letters_total{state="done",code="none"} 1');
    expect(readdirSync(folder)).not.toContain('owner.sock');
    expect((await refusals('verify-audit')).code).toBe(0);
  });
});
