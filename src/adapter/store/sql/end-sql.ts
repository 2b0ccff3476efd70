import type { JobEnd } from '../../../seam/queue.ts';
import { findingsSql } from './findings-sql.ts';

/** One end as the columns that the statements below take. `finished` is the instant. */
export const endColumns = (end: JobEnd, finished: string) =>
  end.state === 'failed'
    ? { state: 'failed', more: { problem: end.problem, finished } }
    : { state: 'done', found: end.found, more: { finished }, pages: end.pages };

/** Ends letters as a query `ending` (letter, attempts, state, found, more, pages) hands them over. */
const changeSql = `changed as (
    update letter set state = ending.state, attempts = ending.attempts, found = coalesce(ending.found, letter.found),
      pages_done = coalesce(ending.pages, pages_done), pages_total = coalesce(ending.pages, pages_total),
      rest = (rest - 'problem') || ending.more
    from ending where id = ending.letter returning id, owner, batch, ending.found as now
  ), ${findingsSql}`;

const columns = 'state text, found jsonb, more jsonb, pages integer';

/**
 * Ends the letters of the tokens `$1`, each as `$2` says: an array of ends with their tokens. Gives the tokens that were
 * still good. The tokens come apart from the rest so that jobs are found by their index, however many wait.
 */
export const completeSql = `
  with gone as (
    delete from job where token = any($1::uuid[]) returning token, letter, attempts
  ), ending as (
    select gone.letter, gone.attempts, one.*
    from gone join jsonb_to_recordset($2::jsonb) as one(token uuid, ${columns}) on one.token = gone.token
  ), ${changeSql}
  select token::text as token from gone`;

/** Ends the letters that `which` gives (letter, attempts), all as `$1` says. Gives their ids. */
export const endAllSql = (which: string): string => `
  with ended as (${which}), ending as (
    select ended.letter, ended.attempts, one.* from ended, jsonb_to_record($1::jsonb) as one(${columns})
  ), ${changeSql}
  select id from changed`;
