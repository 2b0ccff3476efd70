import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createS3Files } from '../../../src/adapter/files/create-s3-files.ts';
import { type FileSettings, openFiles as openAll } from '../../../src/adapter/files/open-files.ts';
import { readConfig } from '../../../src/config.ts';
import { s3Credentials, startS3Store } from '../../support/s3-store.ts';

const openFiles = async (settings: FileSettings) => (await openAll(settings)).files;

let store: Awaited<ReturnType<typeof startS3Store>>;
beforeEach(async () => {
  store = await startS3Store();
});
afterEach(() => store.close());

const place = () => ({
  ...s3Credentials,
  endpoint: store.endpoint,
  region: store.region,
  bucket: store.bucket,
  prefix: 'firm/',
});
const letter = Buffer.from('Dear Zebulon Quixworthy, I am refusing your application.');
const dataKey = Buffer.alloc(32, 1);

describe('files in a bucket', () => {
  test('are kept and given back byte for byte, by requests that are signed', async () => {
    const files = createS3Files(place());
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
    await files.put('a/page-1-144.png', bytes);
    expect(Buffer.from((await files.get('a/page-1-144.png')) ?? []).equals(bytes)).toBe(true);
    expect([...store.objects.keys()]).toEqual(['firm/a/page-1-144.png']);
    expect(store.state).toMatchObject({ requests: 2, refused: 0 });
  });

  test('are listed and removed over many pages, and no neighbour with them', async () => {
    const files = createS3Files(place());
    store.objects.set('other/a/original', letter);
    for (const key of ['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'ab/1', 'a']) await files.put(key, letter);
    expect((await files.list()).map(({ key, bytes }) => [key, bytes])).toEqual(
      ['a', 'a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'ab/1'].map((key) => [key, letter.length]),
    );
    await files.remove('a');
    await files.remove('nobody');
    expect([...store.objects.keys()]).toEqual(['other/a/original', 'firm/ab/1']);
    expect(await files.get('a/1')).toBeUndefined();
  });

  test('that are new are made by one alone', async () => {
    const files = createS3Files(place());
    const made = await Promise.all(['one', 'two', 'three'].map((text) => files.putNew('a', Buffer.from(text))));
    expect(made.filter((fresh) => fresh)).toHaveLength(1);
    expect(store.objects.size).toBe(1);
  });

  test('outlast a store that is busy for a moment', async () => {
    const files = createS3Files(place());
    store.state.broken = 2;
    await files.put('a/original', letter);
    expect(store.objects.size).toBe(1);
  });

  test('are refused as busy, and nothing is told, when the store says no or is not there', async () => {
    const wrong = createS3Files({ ...place(), secretAccessKey: 'another' });
    await expect(wrong.put('a/original', letter)).rejects.toMatchObject({ code: 'busy' });
    await expect(createS3Files({ ...place(), bucket: 'nowhere' }).put('a/b', letter)).rejects.toMatchObject({
      code: 'busy',
    });
    await expect(createS3Files({ ...place(), endpoint: 'http://127.0.0.1:9' }).get('a/b')).rejects.toMatchObject({
      code: 'busy',
    });
    expect(store.objects.size).toBe(0);
  });
});

describe('a service whose files are in a bucket', () => {
  test('keeps them there sealed, with nothing of a letter in the data folder', async () => {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 's3-'));
    const settings = { dataFolder, dataKey, s3: place() };
    await (await openFiles(settings)).put('a/original', letter);
    expect([...store.objects.keys()].toSorted()).toEqual([
      'firm/letter-keys/a-original',
      'firm/letter-keys/master',
      'firm/letter-keys/names',
      'firm/letters/a/original',
    ]);
    for (const bytes of store.objects.values()) expect(bytes.includes('Zebulon')).toBe(false);
    expect(readdirSync(dataFolder)).toEqual([]);
    const again = await openFiles(settings);
    expect(Buffer.from((await again.get('a/original')) ?? []).toString()).toBe(letter.toString());
    await again.remove('a');
    expect([...store.objects.keys()]).toEqual(['firm/letter-keys/master', 'firm/letter-keys/names']);
  });

  test('does not start on a bucket that keeps what was deleted', async () => {
    store.state.versioning = '<Status>Enabled</Status>';
    await expect(openFiles({ dataFolder: tmpdir(), dataKey, s3: place() })).rejects.toThrow('versioning');
  });
});

describe('the setting FILES_URL', () => {
  const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', DATA_KEY: dataKey.toString('hex') };
  test('names bucket, prefix, endpoint and region', () => {
    const address = 's3://firm-letters/one/two?endpoint=http://store:9000/&region=ca-1';
    expect(readConfig({ ...keys, FILES_URL: address })).toMatchObject({
      files: {
        s3: {
          bucket: 'firm-letters',
          prefix: 'one/two/',
          endpoint: 'http://store:9000',
          region: 'ca-1',
          accessKeyId: 'a',
        },
      },
    });
  });
  test.each([
    [{ FILES_URL: 'http://here/' }, 'FILES_URL'],
    [{ FILES_URL: 's3://bucket/?endpoint=ftp://x' }, 'endpoint'],
    [{ FILES_URL: 's3://name:word@bucket/' }, 'password'],
    [{ FILES_URL: 's3://bucket/', AWS_SECRET_ACCESS_KEY: '' }, 'AWS_SECRET_ACCESS_KEY'],
    [{ FILES_URL: 's3://bucket/', DATA_KEY: '' }, 'DATA_KEY'],
  ])('stops the start when it is wrong: %j', (given, told) => {
    const config = readConfig({ ...keys, ...given });
    expect('mistakes' in config ? config.mistakes.join() : '').toContain(told);
  });
  test('left out, credentials that lie around contact nothing', () => {
    const config = readConfig({ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' });
    expect('files' in config ? config.files : undefined).toEqual({});
  });
});
