/**
 * Makes the findings of letters what was found in them now, as two queries after one `changed` (id, owner, batch, now):
 * grounds that are no longer found are forgotten. Where `now` is null the findings stay as they are.
 */
export const findingsSql = `dropped as (
    delete from finding using changed
    where finding.letter = changed.id and changed.now is not null and not exists (
      select from jsonb_to_recordset(changed.now -> 'grounds') as g(id text) where g.id = finding.ground
    )
  ), noted as (
    insert into finding (letter, ground, owner, batch)
    select changed.id, g.id, owner, batch from changed, jsonb_to_recordset(changed.now -> 'grounds') as g(id text)
    on conflict do nothing
  )`;
