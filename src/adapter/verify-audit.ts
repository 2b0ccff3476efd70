import { readFile } from 'node:fs/promises';
import { type AuditHead, type AuditRow, auditPaths, headOf, readAudit, readHead, sealOf } from './audit-chain.ts';

/** `problem` names the first line that is not as it was written, and how. */
export type AuditCheck = { readonly rows: number; readonly problem?: string };

/** What is wrong with one row where `before` is the one that should stand in front of it. */
function faultOf(secret: Buffer, before: AuditHead, row: AuditRow, line: number): string | undefined {
  const next = before.row + 1;
  if (row.seal !== sealOf(secret, row)) return `row ${next} was changed (line ${line})`;
  if (row.row > next) return `row ${next} is missing: row ${row.row} stands in its place (line ${line})`;
  if (row.row < next) return `row ${row.row} stands out of order (line ${line})`;
  return row.before === before.seal ? undefined : `row ${next} does not follow the row before it (line ${line})`;
}

/** Where a row stands later in the file it was moved, not dropped. */
const isLater = (rows: readonly (AuditRow | object)[], at: number, number: number): boolean =>
  rows.slice(at + 1).some((row) => 'row' in row && row.row === number);

/** Checks every row of the trail under `folder` against its seal, its number and the row before it. */
export async function verifyAudit(folder: string): Promise<AuditCheck> {
  const paths = auditPaths(folder);
  const rows = await readAudit(paths.rows);
  const secret = await readFile(paths.secret).catch(() => undefined);
  if (secret === undefined) {
    return rows.length === 0
      ? { rows: 0 }
      : { rows: rows.length, problem: `the secret ${paths.secret} is gone, so nothing can be checked` };
  }
  let last = headOf(undefined);
  const head = await readHead(paths.head, secret);
  for (const [at, row] of rows.entries()) {
    const next = last.row + 1;
    if ('unreadable' in row) return { rows: rows.length, problem: `row ${next} can't be read (line ${at + 1})` };
    const fault = faultOf(secret, last, row, at + 1);
    if (fault !== undefined) {
      const moved = row.row > next && isLater(rows, at, next);
      return { rows: rows.length, problem: moved ? `row ${next} was moved: it stands after row ${row.row}` : fault };
    }
    last = headOf(row);
  }
  if (head === undefined) return { rows: rows.length, problem: `the file ${paths.head} was changed or is gone` };
  // Rows beyond the head are those of a crash between two writes; rows before it must all be there.
  if (head !== undefined && head.row > last.row) {
    return { rows: rows.length, problem: `row ${last.row + 1} is missing at the end: there were ${head.row}` };
  }
  return { rows: rows.length };
}
