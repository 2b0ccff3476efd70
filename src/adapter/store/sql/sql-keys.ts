import type { Clock } from '../../../seam/clock.ts';
import type { KeyRecord, KeyStore, SessionRecord } from '../../../seam/key-store.ts';
import type { Database } from '../database.ts';

type KeyRow = { readonly record: KeyRecord };

/** Keys and sessions in a PostgreSQL database. */
export function createSqlKeys(database: Database, clock: Clock): KeyStore {
  return {
    add: async (key) => {
      await database.query('insert into api_key (id, owner, record) values ($1, $2, $3::jsonb)', [
        key.id,
        key.owner,
        JSON.stringify(key),
      ]);
    },
    find: async (id) => {
      const [row] = await database.query<KeyRow>('select record from api_key where id = $1', [id]);
      return row?.record;
    },
    list: async () =>
      (await database.query<KeyRow>('select record from api_key order by seq')).map(({ record }) => record),
    markUsed: async (id, day) => {
      await database.query(
        `update api_key set record = jsonb_set(record, '{lastUsed}', to_jsonb($2::text)) where id = $1`,
        [id, day],
      );
    },
    remove: async (id) => (await database.query('delete from api_key where id = $1 returning id', [id])).length > 0,
    keepSession: async ({ digest, key, until }) => {
      await database.query('delete from session where until <= $1', [clock.now().toISOString()]);
      await database.query(
        `insert into session (digest, key, until) select $1, id, $3 from api_key where id = $2
         on conflict (digest) do update set key = excluded.key, until = excluded.until`,
        [digest, key, until],
      );
    },
    findSession: async (digest) => {
      const [row] = await database.query<SessionRecord>('select digest, key, until from session where digest = $1', [
        digest,
      ]);
      return row;
    },
    endSession: async (digest) => {
      await database.query('delete from session where digest = $1', [digest]);
    },
  };
}
