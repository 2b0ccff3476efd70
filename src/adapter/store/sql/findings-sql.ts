/**
 * Makes the findings of letters what `$3` says was found in them, as two queries after one `changed` (id, owner, batch):
 * grounds that are no longer found are forgotten.
 */
export const findingsSql = `dropped as (
    delete from finding using changed
    where letter = id and $3::jsonb is not null
      and not exists (select from jsonb_to_recordset($3::jsonb -> 'grounds') as g(id text) where g.id = ground)
  ), noted as (
    insert into finding (letter, ground, owner, batch)
    select changed.id, g.id, owner, batch from changed, jsonb_to_recordset($3::jsonb -> 'grounds') as g(id text)
    on conflict do nothing
  )`;
