/**
 * The shape of the database, step by step. A step that was ever released is never changed: the next one mends it.
 * Everything here is understood by PostgreSQL 14 and newer.
 */
export const migrations: readonly string[] = [
  `
  create table batch (
    seq bigint generated always as identity,
    id text primary key,
    owner text not null,
    record jsonb not null
  );
  create index batch_of_owner on batch (owner, seq);

  create table letter (
    seq bigint generated always as identity,
    id text primary key,
    owner text not null,
    batch text,
    name text not null,
    sha256 text not null,
    idempotency_key text,
    state text not null check (state in ('waiting', 'done', 'failed')),
    attempts integer not null,
    pages_done integer not null,
    pages_total integer not null,
    found jsonb,
    rest jsonb not null,
    kind text generated always as (found ->> 'kind') stored,
    month text generated always as (left(found ->> 'issued', 7)) stored,
    deadline text generated always as (found ->> 'deadline') stored,
    attention boolean generated always as (coalesce(found -> 'check' = 'true'::jsonb, false)) stored
  );
  create unique index letter_of_key on letter (owner, idempotency_key) where idempotency_key is not null;
  create index letter_of_content on letter (owner, sha256);
  create index letter_in_order on letter (owner, seq);
  create index letter_of_batch on letter (owner, batch, seq);
  create index letter_counts on letter (owner, batch, state, attention);
  create index letter_sums on letter (owner, batch, kind, month) where found is not null;
  create index letter_deadlines on letter (owner, batch, deadline) where deadline is not null;

  create table finding (
    letter text not null references letter on delete cascade,
    ground text not null,
    owner text not null,
    batch text,
    primary key (letter, ground)
  );
  create index finding_of_batch on finding (owner, batch, ground);

  create table job (
    letter text primary key references letter on delete cascade,
    owner text not null,
    batch text,
    class smallint not null,
    seq bigint not null,
    run_at timestamptz not null default now(),
    attempts integer not null default 0,
    crashes integer not null default 0,
    pages_done integer not null default 0,
    pages_total integer not null default 0,
    token uuid,
    lease_until timestamptz
  ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
  create index job_line on job (class, owner, seq) where token is null;
  create unique index job_held on job (token) where token is not null;
  create index job_alone on job (run_at) where token is null and crashes >= 2;

  create table api_key (
    seq bigint generated always as identity,
    id text primary key,
    owner text not null,
    record jsonb not null
  );
  create table session (
    digest text primary key,
    key text not null references api_key on delete cascade,
    until text not null
  );
  create index session_of_key on session (key);
  `,
  `
  drop index job_alone;
  create index job_doubtful on job (run_at) where token is null and crashes >= 1;
  create table duty (name text primary key, holder text not null, until timestamptz not null);
  `,
];
