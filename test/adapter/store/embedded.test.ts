import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe } from 'vitest';
import { openEmbedded } from '../../../src/adapter/store/embedded/open-embedded.ts';
import { describeSqlStore } from './sql-contract.ts';

describe('the embedded store', () => {
  describeSqlStore(async () => {
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'embedded-'));
    const embedded = openEmbedded({
      dataFolder,
      script: path.resolve('dist/bin/database.js'),
      template: path.resolve('dist/database-pg18'),
    });
    await embedded.opened;
    return embedded.database;
  });
});
