/**
 * Takes up to `$1` letters for `$2` ('empty', 'shared' or 'express', as the queue's seam says) for `$3` seconds. `$4`
 * are owners in the order of their turns; owners that aren't in it come first. Only `$5` of them when one waits that saw
 * its reader die, or a single upload.
 *
 * Steps from owner to owner along the line's index, takes the first few of each, and sorts those: single uploads first,
 * then who has the fewest letters in hand, then whose turn it is, then who came first. What another worker takes at this
 * moment is skipped, never waited for.
 */
export const claimSql = `
  with recursive turn as (
    (select class, owner from job where token is null order by class, owner limit 1)
    union all
    select next.class, next.owner from turn cross join lateral (
      select class, owner from job
      where token is null and (class, owner) > (turn.class, turn.owner) order by class, owner limit 1
    ) next
  ), held as (
    select owner, count(*) as letters, count(*) filter (where class = 0) as singles
    from job where token is not null group by owner
  ), line as (
    select waiting.letter, waiting.alone, row_number() over (
      order by class, coalesce(held.letters, 0) + place, array_position($4::text[], turn.owner) nulls first, seq
    ) as at
    from turn
    cross join lateral (
      select letter, seq, crashes >= 2 as alone, row_number() over (order by seq) as place
      from (
        select letter, seq, crashes from job
        where token is null and job.class = turn.class and job.owner = turn.owner and run_at <= now()
          and (crashes < 2 or $2 = 'empty')
        order by seq limit $1 + 40
      ) first
    ) waiting
    left join held on held.owner = turn.owner
    -- That place is for who has none: else somebody whose letters take long would hold it too, and all others wait.
    where $2 <> 'express' or turn.class = 0 and coalesce(held.singles, 0) = 0
  ), taken as (
    select free.letter, first.at
    from (
      select letter, at from line
      -- A letter that may kill its process is taken by itself, when it is its turn and nothing else is under way here.
      where case when (select alone from line where at = 1) then at = 1 else not alone end
        -- While one of those has waited too long, this process takes nothing else: soon nothing is under way.
        and ($2 = 'empty' or not exists (
          select from job where token is null and crashes >= 2 and run_at < now() - interval '30 seconds'
        ))
      order by at
    ) first
    -- One by one by their index: the whole table would be read otherwise, and more be locked than are taken.
    cross join lateral (
      select job.letter from job where job.letter = first.letter and token is null limit 1 for update skip locked
    ) free
    limit case when exists (
      select from job where token is null and crashes >= 1 and run_at <= now()
    ) or exists (
      select from job where token is null and class = 0 and run_at <= now()
    ) then least($1, $5) else $1 end
  ), j as (
    update job set token = gen_random_uuid(), lease_until = now() + $3 * interval '1 second', attempts = attempts + 1
    from taken where job.letter = taken.letter
    returning job.*, taken.at
  )`;

/**
 * Gives up leases that ran out, or all of them when `$1`: after a pause, which begins with `$4` seconds and grows, or for
 * good after `$2` deaths. `$3`: why.
 */
export const reapSql = `
  with lost as (
    select letter, crashes + 1 as deaths from job
    where token is not null and ($1 or lease_until < now()) for update skip locked
  ), again as (
    update job set token = null, lease_until = null, pages_done = 0, crashes = deaths,
      run_at = now() + least(600, $4 * 4 ^ (deaths - 1)) * (0.75 + random() / 2) * interval '1 second'
    from lost where job.letter = lost.letter and deaths < $2
  ), ended as (
    delete from job using lost where job.letter = lost.letter and deaths >= $2 returning job.letter, job.attempts
  )
  update letter set state = 'failed', attempts = ended.attempts, rest = rest || $3::jsonb
  from ended where letter.id = ended.letter`;
