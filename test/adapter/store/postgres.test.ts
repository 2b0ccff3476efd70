import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../../src/adapter/store/database.ts';
import { openPostgres } from '../../../src/adapter/store/open-postgres.ts';
import { hasPostgres, startPostgres, type ThrowAwayPostgres, withPostgres } from '../../support/throw-away-postgres.ts';
import { describeSqlStore } from './sql-contract.ts';

describe.skipIf(!hasPostgres())(`the store on ${withPostgres}`, () => {
  let server: ThrowAwayPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());
  describeSqlStore(async (): Promise<Database> => openPostgres(server.url));
});
