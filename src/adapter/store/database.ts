import { Failure } from '../../model/failure.ts';

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** One open connection's worth of PostgreSQL, embedded or on a server. Everything throws `busy` when it can't be reached. */
export interface Database {
  /** Rows as the statement names their columns; `Row` is what the caller knows of them. Durable when it returns. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** All statements or none. Gives the rows of the last. Nothing can be asked in between: nobody waits on anybody. */
  transaction<Row>(statements: readonly Statement[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

/** SQLSTATE of an error that the database itself gave, if it did. */
export function sqlStateOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Connections, resources, shutting down, and transactions that got in each other's way: all pass by themselves. */
const passing = /^(08|40|53|57|58)/;

/** What a driver threw, as the product knows it: what passes is `busy`, anything else is a defect of ours. */
export function storeFailure(error: unknown): unknown {
  const state = sqlStateOf(error);
  if (error instanceof Failure || (state !== undefined && !passing.test(state))) return error;
  return new Failure('busy', 'The store of the service does not answer. Try again in a few seconds.', {
    cause: error,
    facts: { retryAfter: 5 },
  });
}
