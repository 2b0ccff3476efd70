import { randomBytes } from 'node:crypto';
import { open, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import type { Audit, AuditEntry } from '../seam/audit.ts';
import type { Clock } from '../seam/clock.ts';
import {
  type AuditHead,
  type AuditRow,
  auditPaths,
  headOf,
  readAudit,
  readHead,
  sealRow,
  writeHead,
} from './audit-chain.ts';

const keyBytes = 32;

/** The secret under which rows are sealed; made once, readable by the service's user only. */
async function secretOf(path: string): Promise<{ readonly secret: Buffer; readonly fresh: boolean }> {
  const known = await readFile(path).catch(() => undefined);
  if (known !== undefined && known.length === keyBytes) return { secret: known, fresh: false };
  const made = randomBytes(keyBytes);
  const file = await open(path, 'w', 0o600);
  await file.writeFile(made);
  await file.sync();
  await file.close();
  return { secret: made, fresh: true };
}

/** A row that a crash cut off was never answered for: it goes, so that the next one starts on a line of its own. */
async function cutTornRow(path: string): Promise<void> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) await truncate(path, whole);
}

/** Where to go on. Rows that somebody cut off keep their numbers, so that the gap stays to be seen. */
async function lastRow(paths: ReturnType<typeof auditPaths>, secret: Buffer): Promise<AuditHead> {
  const row = (await readAudit(paths.rows)).findLast((one): one is AuditRow => 'seal' in one);
  const head = await readHead(paths.head, secret);
  const last = headOf(row);
  return head !== undefined && head.row > last.row ? head : last;
}

/** Opens the trail under `folder`. One process at a time. */
export async function openAudit(folder: string, clock: Clock): Promise<Audit & { close(): Promise<void> }> {
  const paths = auditPaths(folder);
  const { secret, fresh } = await secretOf(paths.secret);
  await cutTornRow(paths.rows);
  let head = await lastRow(paths, secret);
  const file = await open(paths.rows, 'a', 0o600);
  let writing: Promise<void> = Promise.resolve();
  let waiting: AuditRow[] = [];

  async function flush(): Promise<void> {
    const rows = waiting;
    waiting = [];
    const last = rows.at(-1);
    if (last === undefined) return;
    await file.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await file.datasync();
    await writeFile(`${paths.head}.new`, writeHead(secret, headOf(last)), { mode: 0o600 });
    await rename(`${paths.head}.new`, paths.head);
  }

  function record({ who, what, on, result }: AuditEntry): Promise<void> {
    const row = sealRow(secret, head, {
      at: clock.now().toISOString(),
      who,
      what,
      ...(on === undefined ? {} : { on }),
      result,
    });
    head = headOf(row);
    waiting.push(row);
    // Rows that come while others are written share one write.
    writing = writing.catch(() => {}).then(flush);
    return writing;
  }

  // A trail always has a first row: one without any was emptied.
  if (fresh) await record({ who: 'service', what: 'audit begins', result: 'done' });
  return {
    record,
    close: async () => {
      await writing.catch(() => {});
      await file.close();
    },
  };
}

/** Rows in memory, for tests. */
export function createMemoryAudit(): Audit & { readonly rows: AuditEntry[] } {
  const rows: AuditEntry[] = [];
  return { rows, record: async (entry) => void rows.push(entry) };
}
