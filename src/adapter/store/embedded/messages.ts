import type { Statement } from '../database.ts';

/** What the thread with the database is asked: statements in one transaction, or a single one, or to close. */
export type Question = { readonly statements: readonly Statement[] } | { readonly close: true };

export type Asked = { readonly id: number; readonly question: Question };

/** What it answers. Rows are of the last statement, in whatever shape the asker knows them to have. */
export type Answered =
  | { readonly id: number; readonly rows: readonly never[] }
  | { readonly id: number; readonly error: { readonly message: string; readonly code?: string } };

/** What it says first: that it is open, or why it can't be. */
export type Opened = { readonly open: true } | { readonly open: false; readonly because: string };
