import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const mistakesOf = (environment: Record<string, string>): readonly string[] => {
  const config = readConfig(environment);
  return 'mistakes' in config ? config.mistakes : [];
};

test('nothing set is a service on this machine alone', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: './data',
    files: {},
    auth: 'none',
    retentionDays: 180,
    originalRetentionDays: 30,
    maxFileBytes: 20 * 1024 * 1024,
    maxPages: 100,
    workers: 2,
    leaseSeconds: 30,
    logLevel: 'info',
  });
});

test('an empty variable counts as not set, others are left alone', () => {
  expect(readConfig({ PORT: '', PATH: '/bin' })).toMatchObject({ port: 3000 });
});

describe('a wrong setting stops the start and is named', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '3.5'],
    ['PORT', '1e3'],
    ['PORT', ' '],
    ['DATABASE_URL', 'mysql://here'],
    ['DATABASE_URL', 'here'],
    ['DATA_KEY', 'secret'],
    ['DATA_KEY', 'ab'.repeat(31)],
    ['DATA_KEY_BEFORE', 'c2VjcmV0'],
    ['AUTH', 'password'],
    ['AUTH', 'None'],
    ['RETENTION_DAYS', '-1'],
    ['ORIGINAL_RETENTION_DAYS', 'long'],
    ['RETENTION_DAYS', 'forever'],
    ['RETENTION_DAYS', '9999'],
    ['MAX_FILE_MB', '0'],
    ['MAX_FILE_MB', '20mb'],
    ['MAX_FILE_MB', 'Infinity'],
    ['MAX_FILE_MB', '201'],
    ['MAX_PAGES', '0'],
    ['MAX_PAGES', 'NaN'],
    ['WORKERS', '0'],
    ['WORKERS', '65'],
    ['WORKERS', 'all'],
    ['LEASE_SECONDS', '1'],
    ['LOG_LEVEL', 'loud'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', '192.168.1.4'],
    ['HOST', 'example.org'],
  ])('%s=%s', (name, value) => {
    const mistakes = mistakesOf({ [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toContain(`${name}:`);
  });
});

test('all mistakes are told at once', () => {
  expect(mistakesOf({ PORT: 'x', WORKERS: '0', HOST: '0.0.0.0' })).toHaveLength(3);
});

test('the reading can be left to workers only with a database that they share', () => {
  expect(mistakesOf({ WORKERS: '0' })[0]).toContain('DATABASE_URL');
  expect(mistakesOf({ WORKERS: '0', DATABASE_URL: 'postgres://db/refusals' })).toEqual([]);
  expect(mistakesOf({ DATABASE_URL: 'mysql://db' })[0]).toContain('DATABASE_URL');
});

test('other machines are let in only with keys', () => {
  expect(mistakesOf({ HOST: '0.0.0.0' })[0]).toContain('AUTH=keys');
  expect(readConfig({ HOST: '0.0.0.0', AUTH: 'keys' })).toMatchObject({ host: '0.0.0.0', auth: 'keys' });
  expect(readConfig({ HOST: 'localhost' })).toMatchObject({ host: 'localhost' });
});

test('a key is taken as hex and as base64', () => {
  const bytes = Buffer.alloc(32, 7);
  for (const text of [bytes.toString('hex'), bytes.toString('base64')]) {
    expect(readConfig({ DATA_KEY: text })).toMatchObject({ files: { dataKey: bytes } });
  }
});

test('a file is never kept longer than its report', () => {
  expect(readConfig({ RETENTION_DAYS: '10' })).toMatchObject({ retentionDays: 10, originalRetentionDays: 10 });
  expect(readConfig({ RETENTION_DAYS: '0' })).toMatchObject({ retentionDays: 0, originalRetentionDays: 0 });
  expect(readConfig({ ORIGINAL_RETENTION_DAYS: '7' })).toMatchObject({ retentionDays: 180, originalRetentionDays: 7 });
});
