import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

/** Anything that is ours alone: processes that start together take turns on it. */
const lock = 5_021_733;

/** One step, unless it was made before. In one statement, so that it is whole and nobody else makes it meanwhile. */
const stepOf = (step: string, number: number): string => `do $step$ begin
  perform pg_advisory_xact_lock(${lock});
  create table if not exists schema_version (number integer primary key, made timestamptz not null default now());
  if not exists (select from schema_version where number = ${number}) then
    ${step}
    insert into schema_version (number) values (${number});
  end if;
end $step$`;

/** Brings a database to the shape of today. Throws when a newer program was there before. */
export async function migrate(database: Database): Promise<void> {
  for (const [at, step] of migrations.entries()) await database.query(stepOf(step, at + 1));
  const [newest] = await database.query<{ number: number }>('select max(number) as number from schema_version');
  if ((newest?.number ?? 0) > migrations.length) {
    throw new Error(
      'the store was last opened by a newer version of this program. Start that version, or restore a backup.',
    );
  }
}
