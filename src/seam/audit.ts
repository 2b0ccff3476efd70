/** Who did what to which thing, with what result. Ids, routes and codes only: no names, no texts, no secrets. */
export type AuditEntry = {
  /** The id of a key; `local` without keys, `command` for the command line, `service` for what it does by itself. */
  readonly who: string;
  readonly what: string;
  readonly on?: string;
  readonly result: string;
};

/** A trail that can only grow. */
export interface Audit {
  /** Durable when it returns. */
  record(entry: AuditEntry): Promise<void>;
}
