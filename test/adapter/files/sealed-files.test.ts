import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FileSettings, openFiles as openAll } from '../../../src/adapter/files/open-files.ts';
import type { Files } from '../../../src/seam/files.ts';

const name = 'Zebulon Quixworthy';
const letter = Buffer.from(`Dear ${name}, I am refusing your application.`);
const keyOf = (filling: number): Uint8Array => Buffer.alloc(32, filling);

const openFiles = async (settings: FileSettings): Promise<Files> => (await openAll(settings)).files;

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'files-'));
});

/** Every file under the data folder, as path and bytes. */
const everyFile = (): readonly (readonly [string, Buffer])[] =>
  readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(dataFolder, file), readFileSync(file)] as const);

const textOf = async (files: Files, key: string): Promise<string | undefined> => {
  const bytes = await files.get(key);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
};

describe('files at rest', () => {
  test('are given back as they were put, also after a restart', async () => {
    await (await openFiles({ dataFolder })).put('a/original', letter);
    expect(await textOf(await openFiles({ dataFolder }), 'a/original')).toBe(letter.toString());
  });

  test('hold no name that stands in a letter, in any form that a search would find', async () => {
    const files = await openFiles({ dataFolder });
    await files.put('a/original', letter);
    await files.put('a/report.json', letter);
    const bytes = everyFile().map(([, content]) => content);
    expect(bytes.length).toBeGreaterThan(3);
    for (const form of [
      name,
      'Zebulon',
      Buffer.from('Zebulon').toString('hex'),
      Buffer.from(letter).toString('base64'),
    ])
      for (const content of bytes) expect(content.includes(form)).toBe(false);
    expect(bytes.some((content) => content.includes(Buffer.from(name, 'utf16le')))).toBe(false);
  });

  test('are for the service’s user alone', async () => {
    await (await openFiles({ dataFolder })).put('a/original', letter);
    for (const [file] of everyFile()) expect(statSync(path.join(dataFolder, file)).mode & 0o077).toBe(0);
  });

  test('differ for the same letter kept twice', async () => {
    const files = await openFiles({ dataFolder });
    await files.put('a/original', letter);
    await files.put('b/original', letter);
    const [first, second] = ['a', 'b'].map((id) => readFileSync(path.join(dataFolder, 'letters', id, 'original')));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
  });

  test('are gone for good with their key: a copy put back stays noise', async () => {
    const files = await openFiles({ dataFolder });
    await files.put('a/original', letter);
    const copy = readFileSync(path.join(dataFolder, 'letters/a/original'));
    await files.remove('a');
    expect(everyFile().map(([file]) => file)).toEqual(['data.key', 'letter-keys/master', 'letter-keys/names']);
    mkdirSync(path.join(dataFolder, 'letters/a'), { recursive: true });
    writeFileSync(path.join(dataFolder, 'letters/a/original'), copy);
    expect(await files.get('a/original')).toBeUndefined();
    await files.put('a/page-1-72.png', letter);
    await expect(files.get('a/original')).rejects.toMatchObject({ code: 'internal' });
  });

  test('as they came can go before the report, and a copy of them or of their pictures opens no more', async () => {
    const files = await openFiles({ dataFolder });
    for (const name of ['original', 'page-1-72.png', 'report.json']) await files.put(`a/${name}`, letter);
    const copy = readFileSync(path.join(dataFolder, 'letters/a/original'));
    await files.remove('a/original');
    writeFileSync(path.join(dataFolder, 'letters/a/original'), copy);
    expect(await files.get('a/original')).toBeUndefined();
    expect(await files.get('a/page-1-72.png')).toBeUndefined();
    expect(await textOf(files, 'a/report.json')).toBe(letter.toString());
  });

  test('list what belongs to nobody, keys included', async () => {
    const files = await openFiles({ dataFolder });
    await files.put('a/original', letter);
    rmSync(path.join(dataFolder, 'letters/a'), { recursive: true });
    expect((await files.list()).map(({ key }) => key)).toEqual(['a/key']);
  });
});

describe('a file that was tampered with is refused and never shown', () => {
  const change = (file: string, edit: (bytes: Buffer) => Buffer): void => {
    const target = path.join(dataFolder, file);
    writeFileSync(target, edit(readFileSync(target)));
  };
  test.each([0, 3, 4, 20, -1])('a bit flipped in byte %i', async (at) => {
    const files = await openFiles({ dataFolder });
    await files.put('a/original', letter);
    change('letters/a/original', (bytes) => {
      const place = (at + bytes.length) % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      return bytes;
    });
    await expect(files.get('a/original')).rejects.toMatchObject({ code: 'internal' });
  });

  test.each([0, 1, 30])('cut off after %i bytes', async (length) => {
    const files = await openFiles({ dataFolder });
    await files.put('a/original', letter);
    change('letters/a/original', (bytes) => bytes.subarray(0, length));
    await expect(files.get('a/original')).rejects.toMatchObject({ code: 'internal' });
  });

  test('two files of one letter swapped, or two letters’ keys', async () => {
    const files = await openFiles({ dataFolder });
    await files.put('a/document.json', letter);
    await files.put('a/report.json', Buffer.from('{}'));
    await files.put('b/report.json', Buffer.from('{}'));
    change('letters/a/report.json', () => readFileSync(path.join(dataFolder, 'letters/a/document.json')));
    await expect(files.get('a/report.json')).rejects.toMatchObject({ code: 'internal' });
    change('letter-keys/b', () => readFileSync(path.join(dataFolder, 'letter-keys/a')));
    await expect(files.get('b/report.json')).rejects.toMatchObject({ code: 'internal' });
  });

  test('a plain file put in its place', async () => {
    const files = await openFiles({ dataFolder });
    await files.put('a/original', letter);
    change('letters/a/original', () => Buffer.from('approved'));
    await expect(files.get('a/original')).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('the key', () => {
  test('of the settings is used and no key file is made', async () => {
    await (await openFiles({ dataFolder, dataKey: keyOf(1) })).put('a/original', letter);
    expect(everyFile().map(([file]) => file)).not.toContain('data.key');
    expect(await textOf(await openFiles({ dataFolder, dataKey: keyOf(1) }), 'a/original')).toContain(name);
  });

  test('that did not seal the letters does not start the service', async () => {
    await (await openFiles({ dataFolder, dataKey: keyOf(1) })).put('a/original', letter);
    await expect(openFiles({ dataFolder, dataKey: keyOf(2) })).rejects.toThrow('DATA_KEY');
    await expect(openFiles({ dataFolder })).rejects.toThrow('DATA_KEY');
    expect(await textOf(await openFiles({ dataFolder, dataKey: keyOf(1) }), 'a/original')).toContain(name);
  });

  test('is changed without touching a file, and the old one is worth nothing afterwards', async () => {
    await (await openFiles({ dataFolder, dataKey: keyOf(1) })).put('a/original', letter);
    const before = readFileSync(path.join(dataFolder, 'letters/a/original'));
    await openFiles({ dataFolder, dataKey: keyOf(2), dataKeyBefore: keyOf(1) });
    expect(readFileSync(path.join(dataFolder, 'letters/a/original')).equals(before)).toBe(true);
    expect(await textOf(await openFiles({ dataFolder, dataKey: keyOf(2) }), 'a/original')).toContain(name);
    await expect(openFiles({ dataFolder, dataKey: keyOf(1) })).rejects.toThrow('DATA_KEY');
  });

  test('moves from the key file to the settings by being set', async () => {
    await (await openFiles({ dataFolder })).put('a/original', letter);
    await openFiles({ dataFolder, dataKey: keyOf(3) });
    rmSync(path.join(dataFolder, 'data.key'));
    expect(await textOf(await openFiles({ dataFolder, dataKey: keyOf(3) }), 'a/original')).toContain(name);
  });

  test('file that is lost or broken is not replaced by a new one', async () => {
    await (await openFiles({ dataFolder })).put('a/original', letter);
    const file = path.join(dataFolder, 'data.key');
    writeFileSync(file, readFileSync(file).subarray(0, 10));
    await expect(openFiles({ dataFolder })).rejects.toThrow('data.key');
    rmSync(file);
    await expect(openFiles({ dataFolder })).rejects.toThrow('data.key');
  });
});

test('files that an older version kept unsealed are sealed at the first start, and stay readable', async () => {
  mkdirSync(path.join(dataFolder, 'letters/a'), { recursive: true });
  writeFileSync(path.join(dataFolder, 'letters/a/original'), letter);
  writeFileSync(path.join(dataFolder, 'letters/a/report.json'), letter);
  const files = await openFiles({ dataFolder });
  expect(await textOf(files, 'a/original')).toBe(letter.toString());
  expect(everyFile().filter(([, bytes]) => bytes.includes(name))).toEqual([]);
});

test('processes that begin at the same moment agree on every key', async () => {
  const opened = await Promise.all(Array.from({ length: 8 }, () => openAll({ dataFolder })));
  const names = new Set(opened.map(({ namesKey }) => Buffer.from(namesKey).toString('hex')));
  expect(names.size).toBe(1);
  await Promise.all(opened.map(({ files }, at) => files.put(`a/page-${at}-72.png`, letter)));
  for (const at of opened.keys())
    expect(await textOf((await openAll({ dataFolder })).files, `a/page-${at}-72.png`)).toBe(letter.toString());
});

test('nobody names a place outside', async () => {
  const files = await openFiles({ dataFolder });
  for (const key of ['../x', 'a/../b', '/etc/passwd', 'a/b/c', 'a\0b', ''])
    await expect(files.put(key, letter)).rejects.toThrow(RangeError);
});
