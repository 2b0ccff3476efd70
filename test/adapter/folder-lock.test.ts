import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { askOwner, type FolderHold, takeFolder } from '../../src/adapter/folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
});
const release = async (hold: FolderHold): Promise<void> => {
  if ('release' in hold) await hold.release();
};

test('a folder is taken once, and says by which process', async () => {
  const first = await takeFolder(folder);
  expect(first).toHaveProperty('release');
  expect(await takeFolder(folder)).toEqual({ heldBy: process.pid });
  await release(first);
  const again = await takeFolder(folder);
  expect(again).toHaveProperty('release');
  await release(again);
});

test('another folder is free', async () => {
  const first = await takeFolder(folder);
  const other = await takeFolder(mkdtempSync(path.join(tmpdir(), 'lock-')));
  expect(other).toHaveProperty('release');
  await Promise.all([release(first), release(other)]);
});

test('of many who want it at once, one gets it', async () => {
  const holds = await Promise.all(Array.from({ length: 8 }, () => takeFolder(folder)));
  expect(holds.filter((hold) => 'release' in hold)).toHaveLength(1);
  await Promise.all(holds.map(release));
});

test('a process that is killed leaves its socket behind, but not the lock', async () => {
  const leave = `require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`;
  const socket = path.join(folder, 'owner.sock');
  await promisify(execFile)(process.execPath, ['-e', leave, socket]).catch(() => {});
  expect(existsSync(socket)).toBe(true);
  const holds = await Promise.all([1, 2, 3].map(() => takeFolder(folder)));
  // Those who get into each other's way may all step back; two can never have it.
  expect(holds.filter((hold) => 'release' in hold).length).toBeLessThanOrEqual(1);
  await Promise.all(holds.map(release));
  const hold = await takeFolder(folder);
  expect(hold).toHaveProperty('release');
  await release(hold);
});

test('a folder with a very long name can be taken too', async () => {
  const deep = mkdtempSync(path.join(tmpdir(), `lock-${'x'.repeat(120)}`));
  const hold = await takeFolder(deep);
  expect(await takeFolder(deep)).toEqual({ heldBy: process.pid });
  await release(hold);
});

test('the owner answers what another process asks', async () => {
  const hold = await takeFolder(folder, async (asked) => ({ heard: asked }));
  expect((await askOwner(folder, { do: 'list' }))?.answer).toEqual({ heard: { do: 'list' } });
  await release(hold);
  expect(await askOwner(folder, { do: 'list' })).toBeUndefined();
});
