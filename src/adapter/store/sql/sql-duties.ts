import { randomUUID } from 'node:crypto';
import type { Duties } from '../../../seam/duties.ts';
import type { Database } from '../database.ts';

/** Duties by a row each in a PostgreSQL database, which a process that dies gives up when its time is over. */
export function createSqlDuties(database: Database): Duties {
  const me = randomUUID();
  return {
    take: async (duty, seconds) => {
      const rows = await database.query(
        `insert into duty (name, holder, until) values ($1, $2, now() + $3 * interval '1 second')
         on conflict (name) do update set holder = excluded.holder, until = excluded.until
         where duty.holder = excluded.holder or duty.until < now()
         returning name`,
        [duty, me, seconds],
      );
      return rows.length > 0;
    },
  };
}
