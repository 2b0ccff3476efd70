import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { usualLimits } from '../../../src/adapter/reading-settings.ts';
import { wordsOf } from '../../../src/model/document.ts';
import { fakeChild, openTestPool } from '../../support/test-pool.ts';

const letter = { name: 'letter.pdf', bytes: Buffer.from('%PDF-1.7\n1 0 obj') };
const never = new AbortController().signal;

/** What a child that does as `code` says makes of `count` letters, read one after another. */
async function answersOf(code: string, count: number): Promise<string[]> {
  const pool = openTestPool({ childScript: fakeChild(code) });
  const answers: string[] = [];
  for (let index = 0; index < count; index += 1) {
    answers.push(wordsOf(await pool.read(letter, never))[0]?.text ?? '');
  }
  await pool.close();
  return answers;
}

async function failureOf(code: string, limits = {}): Promise<unknown> {
  const pool = openTestPool({ childScript: fakeChild(code), limits: { ...usualLimits, ...limits } });
  try {
    return await pool.read(letter, never).catch((error: unknown) => error);
  } finally {
    await pool.close();
  }
}

describe('a process that reads letters', () => {
  test('is replaced after fifty letters', async () => {
    const pids = await answersOf('answer(process.pid)', 51);
    expect(new Set(pids.slice(0, 50)).size).toBe(1);
    expect(pids[50]).not.toBe(pids[0]);
  });

  test('is gone when the pool is closed', async () => {
    const [pid = ''] = await answersOf('answer(process.pid)', 1);
    expect(existsSync(`/proc/${pid}/cmdline`) && isRunning(Number(pid))).toBe(false);
  });

  test('that somebody kills is replaced, and its letter read by the next', async () => {
    const script = fakeChild(`import('node:fs').then((fs) => {
      if (fs.existsSync(import.meta.dirname + '/healed')) return answer('second');
      process.send({ tell: 'progress', done: 0, total: 1 }, () => setTimeout(() => process.kill(process.pid, 'SIGKILL'), 100));
    })`);
    const pool = openTestPool({ childScript: script });
    const heal = () => writeFileSync(path.join(path.dirname(script), 'healed'), '');
    const document = await pool.read(letter, never, heal);
    await pool.close();
    expect(wordsOf(document)[0]?.text).toBe('second');
  });

  test.each([
    ['ends', 'process.exit(3)'],
    ['throws', 'throw new Error("x")'],
    ['answers nonsense', 'process.send({ tell: "read", pages: "all of them" })'],
    ['answers more than it may', 'answer("x".repeat(70000))'],
    [
      'adds a key of its own',
      'process.send({ tell: "failed", code: "internal", message: "", facts: {}, rss: 0, extra: 1 })',
    ],
  ])('that %s costs its letter an error', async (_, code) => {
    expect(await failureOf(code)).toMatchObject({ name: 'Failure', code: 'file-unreadable' });
  });

  test('that never answers is ended by the clock', async () => {
    expect(await failureOf('', { wallSeconds: 0.3 })).toMatchObject({ code: 'timed-out' });
  });

  test.runIf(existsSync('/proc/self/stat'))('that calculates without end is ended by its processor time', async () => {
    expect(await failureOf('for (;;) {}', { textSeconds: 0.3 })).toMatchObject({ code: 'timed-out' });
  });

  test('says how far it is', async () => {
    const pool = openTestPool({
      childScript: fakeChild("process.send({ tell: 'progress', done: 1, total: 2 }); answer('x')"),
    });
    const seen: (readonly [number, number])[] = [];
    await pool.read(letter, never, (done, total) => seen.push([done, total]));
    await pool.close();
    expect(seen).toEqual([[1, 2]]);
  });

  test('passes a failure on as it is', async () => {
    const told =
      "process.send({ tell: 'failed', code: 'file-encrypted', message: 'locked', facts: { pages: 3 }, rss: 0 })";
    expect(await failureOf(told)).toMatchObject({
      name: 'Failure',
      code: 'file-encrypted',
      message: 'locked',
      facts: { pages: 3 },
    });
  });
});

describe('an aborted reading', () => {
  test('rejects with the reason, and frees its place', async () => {
    const pool = openTestPool({ childScript: fakeChild("if (task.source.name === 'quick') answer('x')") });
    const stop = new AbortController();
    const slow = pool.read(letter, stop.signal);
    const waiting = new AbortController();
    const second = pool.read(letter, waiting.signal);
    const third = pool.read({ ...letter, name: 'quick' }, never);
    waiting.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    stop.abort(new Error('enough'));
    await expect(slow).rejects.toThrow('enough');
    expect(wordsOf(await third)[0]?.text).toBe('x');
    await pool.close();
  });
});

describe('the system', () => {
  test('contains a process in every way that it says it does', async () => {
    const probe = `Promise.all([import('node:fs'), import('node:os'), import('node:v8')]).then(([fs, os]) => {
      let file = 'written';
      try { fs.writeFileSync(import.meta.dirname + '/made', 'x'); } catch { file = 'refused'; }
      const away = Object.values(os.networkInterfaces()).flat().some((each) => !each.internal);
      answer([file, away ? 'network' : 'no network', Object.keys(process.env).filter((key) => !/^(PATH|LANG|NODE_CHANNEL)/.test(key)).join()].join('|'));
    })`;
    const pool = openTestPool({ childScript: fakeChild(probe) });
    const { active } = await pool.describeContainment();
    const [file, network, environment] = (wordsOf(await pool.read(letter, never))[0]?.text ?? '').split('|');
    await pool.close();
    expect(environment).toBe('');
    if (active.includes('limits')) expect(file).toBe('refused');
    if (active.includes('no-network')) expect(network).toBe('no network');
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
