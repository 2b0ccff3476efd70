import { describe, expect, test } from 'vitest';
import { hasPostgres, withPostgres } from './support/throw-away-postgres.ts';
import { killService, killWorkers } from './tool/chaos/scenarios.ts';

const kept = { lost: 0, hollow: 0, unfinished: 0, twice: 0, orphans: 0 };

describe('whatever the service said it has taken is read once', () => {
  test('although it is killed at random, and what it had started ends with it', { timeout: 400_000 }, async () => {
    const result = await killService(3, 'embedded');
    expect(result).toMatchObject(kept);
    expect(result.taken).toBeGreaterThan(0);
  });

  test.skipIf(!hasPostgres())(`although its workers are, on ${withPostgres}`, { timeout: 400_000 }, async () => {
    const result = await killWorkers(2);
    expect(result).toMatchObject(kept);
    expect(result.taken).toBeGreaterThan(0);
  });
});
