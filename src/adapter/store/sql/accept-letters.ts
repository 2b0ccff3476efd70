import type { LetterRecord } from '../../../seam/store.ts';
import type { Database, Statement } from '../database.ts';
import { restOf } from './letter-rows.ts';

/** Letters, their grounds where they were read before, and their jobs where they wait, in one statement. */
const insert = `
  with given as (
    select one.*, given.at from jsonb_array_elements($1::jsonb) with ordinality as given(letter, at),
      lateral jsonb_to_record(given.letter) as one(
        id text, owner text, batch text, name text, sha256 text, idempotency_key text, state text,
        attempts integer, pages_done integer, pages_total integer, found jsonb, rest jsonb)
  ), fresh as (
    select * from given one
    where not exists (
      select from letter known where known.owner = one.owner and known.idempotency_key = one.idempotency_key
    ) and ($2 = 'both' or not exists (
      select from letter known
      where known.owner = one.owner and known.sha256 = one.sha256 and known.state <> 'failed'
    ) and not exists (
      select from given first where first.owner = one.owner and first.sha256 = one.sha256 and first.at < one.at
    ))
    order by at
  ), added as (
    insert into letter (
      id, owner, batch, name, sha256, idempotency_key, state, attempts, pages_done, pages_total, found, rest)
    select id, owner, batch, name, sha256, idempotency_key, state, attempts, pages_done, pages_total, found, rest
    from fresh
    on conflict do nothing
    returning seq, id, owner, batch, state, attempts, found
  ), lined as (
    insert into job (letter, owner, batch, class, seq, attempts)
    select id, owner, batch, case when batch is null then 0 else 1 end, seq, attempts from added
    where state = 'waiting'
  ), noted as (
    insert into finding (letter, ground, owner, batch)
    select added.id, ground.id, owner, batch from added, jsonb_to_recordset(found -> 'grounds') as ground(id text)
    on conflict do nothing
  )
  select id from added`;

/** Two uploads of the same content at the same moment must not both be first: they take turns. */
const takeTurns = `select pg_advisory_xact_lock(hashtextextended(content, 0))
  from unnest($1::text[]) as content order by content`;

const valuesOf = (letter: LetterRecord): object => {
  const { id, owner, batch, name, sha256, idempotencyKey, state, attempts, pagesDone, pagesTotal, found } = letter;
  return {
    ...{ id, owner, batch, name, sha256, attempts, found },
    ...{ idempotency_key: idempotencyKey, pages_done: pagesDone, pages_total: pagesTotal },
    state: state === 'reading' ? 'waiting' : state,
    rest: restOf(letter),
  };
};

/** Adds what isn't known yet. Gives the ids that were added. */
export async function addLetters(
  database: Database,
  letters: readonly LetterRecord[],
  sameContent: 'earlier' | 'both',
): Promise<ReadonlySet<string>> {
  const add: Statement = { text: insert, values: [JSON.stringify(letters.map(valuesOf)), sameContent] };
  const contents = letters.map(({ owner, sha256 }) => `${owner} ${sha256}`);
  const rows =
    sameContent === 'both'
      ? await database.query<{ id: string }>(add.text, add.values)
      : await database.transaction<{ id: string }>([{ text: takeTurns, values: [contents] }, add]);
  return new Set(rows.map(({ id }) => id));
}
