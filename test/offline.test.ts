import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/app.ts';
import { makeApp } from './support/make-app.ts';

const guard = pathToFileURL('dist/bin/refuse-sockets.js').href;

describe('the guard ends a program that tries to reach out', () => {
  const tries: readonly (readonly [string, string])[] = [
    ['fetch', "fetch('http://127.0.0.1:9/').catch(() => {})"],
    ['a socket', "require('node:net').connect(9, '127.0.0.1')"],
    ['http', "require('node:http').get('http://127.0.0.1:9/')"],
    ['a name', "require('node:dns').lookup('example.com', () => {})"],
    ['a name by promise', "require('node:dns').promises.lookup('example.com')"],
  ];
  test.each(tries)('%s', (_name, script) => {
    const { status } = spawnSync(process.execPath, ['--import', guard, '-e', script]);
    expect(status).toBe(71);
  });

  test('in a thread too', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'thread-'));
    const file = path.join(folder, 'thread.cjs');
    writeFileSync(
      file,
      `const { Worker, isMainThread } = require('node:worker_threads');
if (isMainThread) new Worker(__filename).on('exit', (code) => process.exit(code));
else require('node:net').connect(9, '127.0.0.1');`,
    );
    const { status } = spawnSync(process.execPath, ['--import', guard, file]);
    rmSync(folder, { recursive: true });
    expect(status).toBe(71);
  });
});

describe('letters never leave the machine', () => {
  let app: App;
  beforeAll(() => {
    app = makeApp();
  });
  afterAll(async () => {
    await app.reader.close();
  });

  test('a text letter and a scan are read with every connection refused, and none is tried', async () => {
    expect(await app.proveOffline()).toBe(true);
  });
});
