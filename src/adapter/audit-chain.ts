import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Under a folder: the rows, what the last one was, and the secret that seals both. */
export const auditPaths = (folder: string) => ({
  rows: join(folder, 'audit.jsonl'),
  head: join(folder, 'audit.head'),
  secret: join(folder, 'audit.key'),
});

const rowSchema = z.strictObject({
  row: z.number().int(),
  at: z.string(),
  who: z.string(),
  what: z.string(),
  on: z.string().exactOptional(),
  result: z.string(),
  /** The seal of the row before. */
  before: z.string(),
  seal: z.string(),
});

export type AuditRow = z.infer<typeof rowSchema>;

/** Number and seal of the last row, or of none. */
export type AuditHead = { readonly row: number; readonly seal: string };

export const headOf = (row: AuditRow | undefined): AuditHead =>
  row === undefined ? { row: 0, seal: '0'.repeat(64) } : { row: row.row, seal: row.seal };

type Unsealed = Omit<AuditRow, 'row' | 'before' | 'seal'>;

/** HMAC-SHA-256 over everything in the row, in a fixed order, with the seal of the row before. */
export function sealOf(secret: Buffer, { row, before, at, who, what, on, result }: Omit<AuditRow, 'seal'>): string {
  const content = JSON.stringify([row, before, at, who, what, on ?? null, result]);
  return createHmac('sha256', secret).update(content).digest('hex');
}

/** The next row after `head`. */
export function sealRow(secret: Buffer, head: AuditHead, entry: Unsealed): AuditRow {
  const row = { row: head.row + 1, ...entry, before: head.seal };
  return { ...row, seal: sealOf(secret, row) };
}

function rowOf(line: string): AuditRow | { readonly unreadable: true } {
  try {
    const parsed = rowSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : { unreadable: true };
  } catch {
    return { unreadable: true };
  }
}

/** Rows in the order of the file. What stands after the last line's end is left out: it is still being written. */
export async function readAudit(path: string): Promise<readonly (AuditRow | { readonly unreadable: true })[]> {
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  lines.pop();
  return lines.map(rowOf);
}

const headSchema = z.object({ row: z.number(), seal: z.string(), head: z.string() });

const sealOfHead = (secret: Buffer, { row, seal }: AuditHead): string =>
  createHmac('sha256', secret).update(`head ${row} ${seal}`).digest('hex');

/** What the last row was, as it is written beside the rows: so that rows cut off at the end are missed. */
export const writeHead = (secret: Buffer, head: AuditHead): string =>
  JSON.stringify({ ...head, head: sealOfHead(secret, head) });

/** Nothing when the file is gone or was not written by this program. */
export async function readHead(path: string, secret: Buffer): Promise<AuditHead | undefined> {
  try {
    const { row, seal, head } = headSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    return sealOfHead(secret, { row, seal }) === head ? { row, seal } : undefined;
  } catch {
    return undefined;
  }
}
